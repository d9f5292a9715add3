"""Short forms and other names that an author declares: 甲(以下简称“乙”), 甲(即乙), 甲,简称乙,."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from glossary.mining.phrases import is_counted, last_phrase
from glossary.mining.spans import kept_places
from glossary.model import Span
from glossary.text.folding import folded_key, is_han
from glossary.text.segmentation import tag_words

MAX_FULL_CHARS = 24
MIN_NAME_CHARS = 2
OPENING, CLOSING = '“‘「『《〈"', '”’」』》〉"'
LETTERS = f"[^(){OPENING}{CLOSING},。;、:\\n]{{2,20}}"
NAME = f"(?P<name>{LETTERS})"
IN_BRACKETS = re.compile(
    r"[(] [ ]{0,2} (?P<verb>以下(?:统称|简称|称)(?:为)?|下称|简称(?:为)?|又称|也称|亦称|俗称|"
    r"即(?![日将时刻可便使]))"
    rf"[ ]{{0,2}} [:]? [ ]{{0,2}} [{OPENING}]? {NAME} (?=[){CLOSING},。;、])",
    re.VERBOSE,
)
IN_THE_LINE = re.compile(
    r", [ ]{0,2} (?P<verb>(?:以下)?简称(?:为|作)?|下称|又称(?:为)?|又叫(?:做)?|也称|亦称|俗称)"
    rf"[ ]{{0,2}} [:]? [ ]{{0,2}} (?:[{OPENING}](?P<quoted>{LETTERS})[{CLOSING}]|{NAME}(?=[,。;\\n]|$))",
    re.VERBOSE | re.MULTILINE,
)
ACRONYM = re.compile(r"\((?<=[\u4e00-\u9fff]\()(?:简称)?(?P<name>[a-z][a-z0-9-]{1,7})\)")
ALIAS_VERBS = ("又称", "又叫", "也称", "亦称", "俗称", "即", "以下统称")
IsKept = Callable[[int, int], bool]
NOT_A_NAME = re.compile(r"[^\w·\-+]")


class Declaration(Struct, frozen=True, gc=False):
    """``full`` was declared to be called ``name``; ``is_short`` where that abbreviates it. Folded keys.

    ``is_inferred`` where nobody said so, but the forms and their documents do.
    """

    full: str
    name: str
    is_short: bool
    is_inferred: bool = False


def declared_in(folded: str, kept: Sequence[Span]) -> list[Declaration]:
    """Return what the kept lines of a folded text declare, each pair once, in order."""
    is_kept = kept_places(kept)
    found = [*_in_brackets(folded, is_kept), *_in_the_line(folded, is_kept), *_acronyms(folded, is_kept)]
    return list(dict.fromkeys(pair for one in found for pair in _without_common_head(one)))


def _in_brackets(folded: str, is_kept: IsKept) -> Iterator[Declaration]:
    for match in IN_BRACKETS.finditer(folded):
        # 即 may open an explanation: “三无”船舶(即无船名船号、无船舶证书…) names nothing.
        explains = match["verb"] == "即" and folded[match.end()] in ",。;、"
        if is_kept(match.start(), match.end()) and not explains and not _names_a_list(folded, match):
            yield from _pair(_name_before(folded, match.start()), match["name"], match["verb"])


def _names_a_list(folded: str, match: re.Match[str]) -> bool:
    """Whether one name is given to all of a list: 机关、企业、社会团体(以下统称单位)."""
    before = _name_before(folded, match.start())
    listed = folded[: match.start()].endswith(f"、{before}")
    return listed and not is_subsequence(folded_key(match["name"]), before)


def _in_the_line(folded: str, is_kept: IsKept) -> Iterator[Declaration]:
    for match in IN_THE_LINE.finditer(folded):
        if is_kept(match.start(), match.end()):
            yield from _pair(
                _name_before(folded, match.start()), match["quoted"] or match["name"], match["verb"]
            )


def _acronyms(folded: str, is_kept: IsKept) -> Iterator[Declaration]:
    """Yield a Chinese name with its letters in brackets: 分区计量(DMA)."""
    for match in ACRONYM.finditer(folded):
        full = last_phrase(_name_before(folded, match.start()))
        before = folded[max(0, match.start() - 2 * MAX_FULL_CHARS) : match.start()]
        is_whole = len(full) > MIN_NAME_CHARS and not is_counted(before.removesuffix(full))
        if is_whole and is_kept(match.start(), match.end()):
            yield Declaration(full, folded_key(match["name"]), is_short=True)


def _pair(before: str, written: str, verb: str) -> Iterator[Declaration]:
    name = folded_key(written)
    full = _full_form(before, name, is_alias=verb.startswith(ALIAS_VERBS))
    if full and MIN_NAME_CHARS <= len(name) < MAX_FULL_CHARS and full != name:
        yield Declaration(full, name, is_subsequence(name, full))


def _name_before(text: str, end: int) -> str:
    """Return the unbroken name before ``end``, closing marks of quotation left out."""
    stripped = text[max(0, end - 2 * MAX_FULL_CHARS) : end].rstrip(CLOSING + " ")
    start = len(stripped)
    while start > 0 and not NOT_A_NAME.match(stripped[start - 1]) and len(stripped) - start < MAX_FULL_CHARS:
        start -= 1
    return folded_key(stripped[start:]) if stripped[start:] else ""


def _full_form(before: str, name: str, *, is_alias: bool) -> str:
    """Return the end of ``before`` that ``name`` stands for.

    A short form takes its characters from the full one in their order, so the full form begins where its
    first character last allows that; another name says nothing of where the full form begins, so verbs in
    front are left out, nor does one that is cut from its end (中华人民共和国民法典, 民法典).
    """
    if before.endswith(name):
        return ""
    starts = range(len(before))
    begins = [at for at in starts if before[at] == name[:1] and is_subsequence(name, before[at:])]
    if begins:
        return before[begins[-1] :]
    return last_phrase(before) if is_alias else ""


def _without_common_head(pair: Declaration) -> Iterator[Declaration]:
    """Yield the pair, and the pair without a place that both begin with (海南社会…平台, 海南社管平台)."""
    yield pair
    (head, tag), *rest = tag_words(pair.full)
    if rest and tag == "ns" and pair.name.startswith(head) and len(pair.name) - len(head) >= MIN_NAME_CHARS:
        yield Declaration(pair.full[len(head) :], pair.name[len(head) :], pair.is_short)


def is_subsequence(short: str, full: str) -> bool:
    """Whether a shorter Chinese string has its characters from ``full`` in their order."""
    characters = iter(full)
    return len(short) < len(full) and all(c in characters for c in short) and any(map(is_han, short))
