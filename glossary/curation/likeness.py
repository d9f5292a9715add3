"""Which concepts of the base a new term resembles, and in what: so that nobody enters a thing twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from glossary.model import Found, MatchKind

LEAST_SHARED_CHARS = 2
SHARED_PART = 0.5
"""More than this part of the shorter of two terms must be shared: 工程 makes no two projects alike."""
WHOLE_BONUS = 0.25
"""How much more it counts that one term is in the other whole."""


class LikenessKind(StrEnum):
    """In what a term of the base resembles another one."""

    SOUND = "sound"
    RENDERING = "rendering"
    HOLDS = "holds"
    HELD = "held"
    SHARES = "shares"


KIND_ORDER = {kind: number for number, kind in enumerate((LikenessKind.SOUND, LikenessKind.RENDERING))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The term ``text`` of ``concept`` resembles the one asked for.

    ``shared`` are the characters, or the English, that both have; ``degree`` is their part of the longer
    term, from 0 to 1.
    """

    concept: str
    text: str
    kind: LikenessKind
    shared: str
    degree: float

    @property
    def reason(self) -> str:
        """Return in words what is alike."""
        return REASONS[self.kind].format(shared=self.shared)


REASONS = {
    LikenessKind.SOUND: "sounds the same",
    LikenessKind.RENDERING: "is “{shared}” in English too",
    LikenessKind.HOLDS: "contains it",
    LikenessKind.HELD: "is part of it",
    LikenessKind.SHARES: "shares {shared}",
}


def rank_likenesses(key: str, found: Iterable[Found], *, limit: int) -> tuple[Likeness, ...]:
    """Return the best ``limit`` likenesses to a folded key among terms found by its keys, one a concept.

    What has the very ``key`` is no likeness: it is the same term.
    """
    best: dict[str, Likeness] = {}
    likenesses = filter(None, (_compare(key, one) for one in found if one.folded != key))
    for likeness in sorted(likenesses, key=_order):
        best.setdefault(likeness.concept, likeness)
    return tuple(best.values())[:limit]


def _compare(key: str, found: Found) -> Likeness | None:
    if found.match is MatchKind.PINYIN:
        return _liken(found, LikenessKind.SOUND, found.reading, 1.0)
    if found.match is MatchKind.RENDERING:
        return _liken(found, LikenessKind.RENDERING, found.text, 1.0)
    shared = _longest_shared(key, found.folded)
    shorter, longer = sorted((len(key), len(found.folded)))
    if len(shared) < LEAST_SHARED_CHARS or len(shared) <= SHARED_PART * shorter:
        return None
    return _liken(found, _kind_of(key, found.folded), shared, len(shared) / longer)


def _liken(found: Found, kind: LikenessKind, shared: str, degree: float) -> Likeness:
    return Likeness(concept=found.concept, text=found.text, kind=kind, shared=shared, degree=degree)


def _kind_of(key: str, other: str) -> LikenessKind:
    if key in other:
        return LikenessKind.HOLDS
    return LikenessKind.HELD if other in key else LikenessKind.SHARES


def _longest_shared(one: str, other: str) -> str:
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def _order(likeness: Likeness) -> tuple[int, float, str, str]:
    is_whole = likeness.kind in (LikenessKind.HOLDS, LikenessKind.HELD)
    return (
        KIND_ORDER.get(likeness.kind, len(KIND_ORDER)),
        -likeness.degree - WHOLE_BONUS * is_whole,
        likeness.text,
        likeness.concept,
    )
