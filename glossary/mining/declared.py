"""Short forms and other names that an author declares: 甲(以下简称“乙”), 甲(简称乙), 甲(即乙)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.mining.segments import Source
from glossary.text.folding import fold, folded_key, is_han
from glossary.text.segmentation import tag_words

MAX_FULL_CHARS = 24
MIN_NAME_CHARS = 2
DECLARATION = re.compile(
    r"""[(（] \s*
        (?P<verb>以下(?:统称|简称|称)(?:为)?|下称|简称(?:为)?|又称|也称|亦称|即(?![日将时刻可便使]))
        \s* [:：]? \s* [“‘「『《〈"]?
        (?P<name>[^()（）“”‘’「」『』《》〈〉",，。;；、]{2,20})
        (?=[)）”’」』》〉",，。;；])
    """,
    re.VERBOSE,
)
ALIAS_VERBS = ("又称", "也称", "亦称", "即", "以下统称")
NOT_A_NAME = re.compile(r"[^\w·\-+]")


@dataclass(frozen=True, slots=True)
class Declaration:
    """``full`` was declared to be called ``name``; ``is_short`` where that abbreviates it. Folded keys."""

    full: str
    name: str
    is_short: bool


def find_declarations(sources: Sequence[Source]) -> list[Declaration]:
    """Return what the kept lines declare, each pair once, in order."""
    found = (pair for source in sources for pair in _declared_in(source))
    return list(dict.fromkeys(found))


def _declared_in(source: Source) -> Iterator[Declaration]:
    folded = fold(source.clean.text)
    for span in source.clean.kept:
        line = folded[span.start : span.end]
        for match in DECLARATION.finditer(line):
            name = folded_key(match["name"])
            before = _name_before(line[: match.start()])
            full = _full_form(before, name, is_alias=match["verb"].startswith(ALIAS_VERBS))
            if full and MIN_NAME_CHARS <= len(name) < MAX_FULL_CHARS and full != name:
                yield from _without_common_head(Declaration(full, name, _is_subsequence(name, full)))


def _name_before(text: str) -> str:
    """Return the unbroken name that ends ``text``, closing marks of quotation left out."""
    stripped = text.rstrip('”’」』》〉" ')
    start = len(stripped)
    while start > 0 and not NOT_A_NAME.match(stripped[start - 1]) and len(stripped) - start < MAX_FULL_CHARS:
        start -= 1
    return folded_key(stripped[start:]) if stripped[start:] else ""


def _full_form(before: str, name: str, *, is_alias: bool) -> str:
    """Return the end of ``before`` that ``name`` stands for.

    A short form takes its characters from the full one in their order, so the full form begins where its
    first character last allows that; another name says nothing of where the full form begins, nor does one
    that is cut from its end (中华人民共和国民法典, 民法典).
    """
    if before.endswith(name):
        return ""
    starts = range(len(before))
    begins = [at for at in starts if before[at] == name[:1] and _is_subsequence(name, before[at:])]
    if begins:
        return before[begins[-1] :]
    return before if is_alias else ""


def _without_common_head(pair: Declaration) -> Iterator[Declaration]:
    """Yield the pair, and the pair without a place that both begin with (海南社会…平台, 海南社管平台)."""
    yield pair
    (head, tag), *rest = tag_words(pair.full)
    if rest and tag == "ns" and pair.name.startswith(head) and len(pair.name) - len(head) >= MIN_NAME_CHARS:
        yield Declaration(pair.full[len(head) :], pair.name[len(head) :], pair.is_short)


def _is_subsequence(short: str, full: str) -> bool:
    characters = iter(full)
    return len(short) < len(full) and all(c in characters for c in short) and any(map(is_han, short))
