"""Mend what conversion broke in a text, and keep the way back: ``CleanText.cuts`` lead to where all stood.

Characters are dropped, or replaced by one other; nothing is guessed and nothing added.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

import numpy
from numpy.typing import NDArray

from glossary.documents.damage import CONTROLS, INVISIBLES, LINE_SEPARATORS, WIDES, Damage, scan_damage
from glossary.documents.escapes import Escape, find_escapes
from glossary.documents.front_matter import read_front_matter
from glossary.documents.kinds import DocumentKind
from glossary.documents.lost import find_lost
from glossary.documents.markdown import markup_spans
from glossary.documents.punctuation import find_blanks_in_words, find_doubled_commas, open_quotations
from glossary.documents.wrapping import find_breaks
from glossary.model import CleanText, Document
from glossary.text.folding import make_table, map_characters
from glossary.text.readings import is_reading
from glossary.text.scripts import HAN_CLASS

Cut = tuple[int, int, str]

MAX_READING_SYLLABLES = 8
MAX_JOINED_SYLLABLES = 4

WIDE = re.compile(f"[{WIDES}]")
FULL_TO_HALF_WIDTH = 0xFEE0
WIDE_BLOCKS = (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
NARROWED = {0x3000: 0x20, **{code: code - FULL_TO_HALF_WIDTH for block in WIDE_BLOCKS for code in block}}
SEPARATOR = re.compile(f"[{LINE_SEPARATORS}]")
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
CONTROL = re.compile(f"[{CONTROLS}]+")
INVISIBLE = re.compile(f"[{INVISIBLES}\U000e0000-\U000e01ef]+")
SYLLABLE = "[a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡɑ\u0300\u0301\u0304\u0308\u030c]{1,12}[1-5]?"
BRACKETED = re.compile(
    rf"(?<=[{HAN_CLASS}])[(（] ?({SYLLABLE}(?:[ '’]{SYLLABLE}){{0,{MAX_READING_SYLLABLES - 1}}}) ?[)）]"
    r"(?:[(（]\1[)）])*"
)
"""The same bracket may stand there twice: 政(zheng)(zheng)府."""
ONCE_EACH = frozenset({"bracketed-reading", "line-break", "markup"})


def repair(document: Document) -> CleanText:
    """Return the text of ``document`` repaired; nothing is set aside yet: ``kept`` is empty."""
    start = read_front_matter(document.text).end
    clean = repair_text(document.text, find_markup(document.text, document.kind, start=start))
    repairs = Counter(document.repairs) + Counter(clean.repairs)
    return replace(clean, document=document.id, repairs=dict(sorted(repairs.items())))


def find_markup(text: str, kind: str, *, start: int = 0) -> Iterator[tuple[int, int]]:
    """Return where the markup of a text of this kind stands, from ``start`` on."""
    return markup_spans(text, start) if kind == DocumentKind.MARKDOWN else iter(())


def repair_text(text: str, markup: Iterable[tuple[int, int]] = (), *, joins_lines: bool = True) -> CleanText:
    """Return ``text`` repaired, as the text of no document; ``markup`` are stretches of it to drop.

    With ``joins_lines`` the lines of paragraphs that were broken at a width are put together.
    """
    repairs: Counter[str] = Counter()
    escapes = list(find_escapes(text))
    text = _put_characters(text, escapes)
    damage = scan_damage(text)
    text = _replace_one_by_one(text, damage, repairs)
    breaks = find_breaks(text) if joins_lines else ()
    cuts = sorted(chain(_cut_markup(markup, escapes), _find_cuts(text, damage), _cut_breaks(breaks)))
    repairs.update(_count_cuts(cuts))
    mended, offsets = _cut_out(text, cuts) if cuts else (text, ())
    lost = find_lost(mended) if damage & (Damage.LOST | Damage.SURROGATE) else ()
    repairs["lost-character"] += len(lost)
    counts = {kind: count for kind, count in sorted(repairs.items()) if count}
    return CleanText(document="", text=mended, cuts=offsets, repairs=counts, lost=lost)


def _put_characters(text: str, escapes: Sequence[Escape]) -> str:
    """Return ``text`` with what each escape stands for in the place of its first character."""
    if not escapes:
        return text
    characters = list(text)
    for start, _, meant in escapes:
        characters[start] = meant or characters[start]
    return "".join(characters)


def _cut_markup(markup: Iterable[tuple[int, int]], escapes: Iterable[Escape]) -> Iterator[Cut]:
    yield from ((start, end, "markup") for start, end in markup)
    yield from ((start + len(meant), end, "markup") for start, end, meant in escapes)


def _cut_breaks(breaks: Iterable[tuple[int, int]]) -> Iterator[Cut]:
    return ((*line_end, "line-break") for line_end in breaks)


def _replace_one_by_one(text: str, damage: Damage, repairs: Counter[str]) -> str:
    if Damage.SURROGATE in damage:
        text, repairs["lone-surrogate"] = LONE_SURROGATES.subn("\ufffd", text)
    if Damage.LINE_SEPARATOR in damage:
        text, repairs["control-character"] = SEPARATOR.subn("\n", text)
    if Damage.WIDE in damage:
        repairs["width"] = sum(1 for _ in WIDE.finditer(text))
        text = map_characters(text, _narrowing_table())
    text, repairs["quotation-mark"] = open_quotations(text)
    return text


@cache
def _narrowing_table() -> NDArray[numpy.uint32]:
    return make_table(NARROWED)


def _find_cuts(text: str, damage: Damage) -> Iterator[Cut]:
    if Damage.CONTROL in damage:
        yield from ((*found.span(), "control-character") for found in CONTROL.finditer(text))
    if damage & (Damage.INVISIBLE | Damage.SURROGATE):
        yield from ((*found.span(), "invisible-character") for found in INVISIBLE.finditer(text))
    if damage.may_hold_readings:
        yield from _find_bracketed_readings(text)
    yield from ((*blank, "blank-in-word") for blank in find_blanks_in_words(text))
    yield from ((*comma, "doubled-comma") for comma in find_doubled_commas(text))


def _find_bracketed_readings(text: str) -> Iterator[Cut]:
    known: dict[tuple[str, str], bool] = {}
    for found in BRACKETED.finditer(text):
        before, reading = text[max(0, found.start() - MAX_READING_SYLLABLES) : found.start()], found.group(1)
        if (before, reading) not in known:
            known[before, reading] = _ends_in_reading(before, reading)
        if known[before, reading]:
            yield (*found.span(), "bracketed-reading")


def _ends_in_reading(before: str, reading: str) -> bool:
    """Whether the last characters of ``before`` are read so: one a syllable, where these stand apart."""
    apart = len(re.split("[ '’]", reading))
    lengths = (apart,) if apart > 1 else range(1, MAX_JOINED_SYLLABLES + 1)
    return any(is_reading(before[-length:], reading) for length in lengths if length <= len(before))


def _count_cuts(cuts: Iterable[Cut]) -> Iterator[str]:
    """The kind of every cut: brackets and markup count once each, other kinds by the character."""
    for start, end, kind in cuts:
        if kind in ONCE_EACH:
            yield kind
        else:
            yield from (kind for _ in range(end - start))


def _cut_out(text: str, cuts: Iterable[Cut]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return ``text`` without ``cuts``, and (position in it, characters dropped before it) for each."""
    pieces: list[str] = []
    offsets: dict[int, int] = {}
    done = dropped = 0
    for start, end, _ in cuts:
        if end > done:
            pieces.append(text[done:start])
            dropped += end - max(start, done)
            done = end
            offsets[done - dropped] = dropped
    pieces.append(text[done:])
    return "".join(pieces), tuple(offsets.items())
