"""What a copy of a text calls otherwise: the same place, another name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from glossary.mining.phrases import has_grammar, last_phrase

MIN_NAME_CHARS = 3
MAX_NAME_CHARS = 16
MIN_AROUND_CHARS = 4
MAX_SEGMENTS = 4_000
SEGMENT = re.compile(r"[\w·]+")
QUOTES = str.maketrans("", "", "“”‘’「」『』《》\"'")


@dataclass(frozen=True, slots=True)
class Renaming:
    """``first`` of one text stands as ``second`` in its copy, in so many ``places``."""

    first: str
    second: str
    places: int


def find_renamings(first: Sequence[str], second: Sequence[str]) -> list[Renaming]:
    """Return what two near-copies, each as its folded lines, call differently in the same place.

    Most frequent first. Both names should recur in their texts before they count as variants: what stands in
    one place only may be another fact and not another name.
    """
    found = Counter(_renamed(_segments(first), _segments(second)))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Renaming(old, new, places) for (old, new), places in ordered]


def _segments(lines: Sequence[str]) -> list[str]:
    """Return the stretches between punctuation; quotation marks part nothing."""
    return [one for line in lines for one in SEGMENT.findall(line.translate(QUOTES))][:MAX_SEGMENTS]


def _renamed(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace" and b - a == d - c:
            for left, right in zip(first[a:b], second[c:d], strict=True):
                yield from _differing(left, right, is_whole_enough=b - a == 1)


def _differing(left: str, right: str, *, is_whole_enough: bool) -> Iterator[tuple[str, str]]:
    """Yield the two middles that differ; whole segments do where their neighbours are the same."""
    start = _count_common(left, right)
    end = _count_common(left[start:][::-1], right[start:][::-1])
    old, new = left[start : len(left) - end], right[start : len(right) - end]
    is_framed = start + end >= MIN_AROUND_CHARS or (is_whole_enough and start + end == 0)
    is_name = all(last_phrase(name) == name and not has_grammar(name) for name in (old, new))
    if is_framed and is_name and all(MIN_NAME_CHARS <= len(name) <= MAX_NAME_CHARS for name in (old, new)):
        yield old, new


def _count_common(left: str, right: str) -> int:
    """Return how many characters two strings have in common at their beginning."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(left), len(right)))
