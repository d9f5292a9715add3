"""W4…: renderings that cannot be written as they stand."""

import re
from collections.abc import Iterator

from glossary.curation.checks.finding import Case
from glossary.model import Rendering
from glossary.text.folding import has_han

BLANKS = re.compile(r"\s{2,}|[^\S ]")
ALTERNATIVES = re.compile(r"(\w+)\s*[/／|]\s*(\w+)")
CLOSING = re.compile(r"[,;:，、；：。]$|(?<!\.)\.$")
ABBREVIATION = re.compile(r"(\b[A-Za-z]\.|\b(Co|Corp|Dept|Inc|Ltd|No|St|etc|govt)\.)$", re.IGNORECASE)


def find_chinese(case: Case) -> Iterator[str]:
    """A rendering has Chinese characters.

    It is what the translator writes into an English text.

    Fix: write the English; a remark goes into the note.
    """
    yield from (f"{one.text!r} has Chinese characters" for one in _written(case) if _has_chinese(one.text))


def find_odd_blanks(case: Case) -> Iterator[str]:
    """A rendering has two blanks in a row, or a blank that is not a plain space.

    It would be pasted so, and a search for the plain spelling misses it.

    Fix: write single spaces.
    """
    yield from (f"{one.text!r} has odd blanks" for one in _written(case) if BLANKS.search(one.text))


def find_alternatives(case: Case) -> Iterator[str]:
    """A rendering offers alternatives with a slash.

    Nobody can paste it. Figures (24/7) and abbreviations (TCP/IP) are no alternatives.

    Fix: make each alternative a rendering of its own, one of them preferred.
    """
    for one in _written(case):
        if any(map(_is_choice, ALTERNATIVES.finditer(one.text))):
            yield f"{one.text!r} offers alternatives"


def find_closing_punctuation(case: Case) -> Iterator[str]:
    """A rendering ends in punctuation.

    A term stands within sentences. The full stop of an abbreviation (Co., Ltd.) belongs to it, and so does
    what closes a question or a call.

    Fix: leave the mark out.
    """
    for one in _written(case):
        if CLOSING.search(one.text) and not ABBREVIATION.search(one.text):
            yield f"{one.text!r} ends in punctuation"


def _written(case: Case) -> tuple[Rendering, ...]:
    return case.concept.renderings


def _has_chinese(text: str) -> bool:
    """Tell it by the quick question first: nearly all renderings are ASCII, and a base has many."""
    return not text.isascii() and has_han(text)


def _is_choice(match: "re.Match[str]") -> bool:
    left, right = match.groups()
    abbreviated = left.isupper() and right.isupper()
    return not (abbreviated or left.isdigit() or right.isdigit())
