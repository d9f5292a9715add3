"""A term cut into parts that are known: the best few ways, fewest and surest parts first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from glossary.curation.learning import Heads
from glossary.curation.naming import find_names
from glossary.curation.senses import Parts, Role, Sense, choose_by_company, find_senses

LONGEST_PART_CHARS = 12
MOST_COVERS = 5
MOST_PARTS = 10
COST_OF_PART = 1.0
COST_OF_DOUBT = 0.6
"""What a part costs more where its best rendering weighs nothing."""
COST_OF_SINGLE = 0.35
COST_OF_GAP = 4.0
COST_OF_GAP_CHAR = 0.5

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a term with all that it can mean; nothing where it is not known."""

    zh: str
    senses: tuple[Sense, ...]

    @property
    def cost(self) -> float:
        """What it costs to have this part in a cover."""
        if not self.senses:
            return COST_OF_GAP + COST_OF_GAP_CHAR * len(self.zh)
        best = self.senses[0]
        is_single = len(self.zh) == 1 and best.role is not Role.LINK
        return COST_OF_PART + COST_OF_DOUBT * (1 - best.weight) + COST_OF_SINGLE * is_single


@dataclass(frozen=True, slots=True)
class Cover:
    """A whole term as parts in order; a lower cost is a better cover."""

    pieces: tuple[Piece, ...] = ()
    cost: float = 0.0

    @property
    def gaps(self) -> tuple[str, ...]:
        """The stretches of which nothing is known."""
        return tuple(piece.zh for piece in self.pieces if not piece.senses)

    @property
    def cuts(self) -> frozenset[int]:
        """The places where parts end."""
        return frozenset(accumulate(len(piece.zh) for piece in self.pieces))

    def can_take(self, piece: Piece) -> bool:
        """Whether a part may follow: there are not too many, and no two gaps in a row."""
        after_gap = bool(self.pieces) and not self.pieces[-1].senses
        return len(self.pieces) < MOST_PARTS and bool(piece.senses or not after_gap)


def find_covers(term: str, *, parts: Parts, heads: Heads) -> list[Cover]:
    """Return the best covers of a folded term by two or more parts; the term itself is never one part."""
    pieces = _find_pieces(term, parts, heads)
    best: list[list[Cover]] = [[Cover()]]
    for end in range(1, len(term) + 1):
        longer = (
            Cover((*cover.pieces, piece), cover.cost + piece.cost)
            for start, piece in _ending_at(term, end, pieces)
            for cover in best[start]
            if cover.can_take(piece)
        )
        best.append(sorted(longer, key=lambda cover: cover.cost)[:MOST_COVERS])
    return best[-1]


def drop_cut_up(covers: Sequence[Cover]) -> list[Cover]:
    """Return the covers but for those that only cut up parts of a better one: 大|数据, beside 大数据."""
    return [
        cover
        for place, cover in enumerate(covers)
        if not any(better.cuts < cover.cuts for better in covers[:place])
    ]


def _ending_at(term: str, end: int, pieces: Mapping[Place, Piece]) -> Iterator[tuple[int, Piece]]:
    """The known parts that end at a place, and the other stretches before it as gaps."""
    for start in range(max(0, end - LONGEST_PART_CHARS), end):
        if end - start < len(term):
            yield start, pieces.get((start, end)) or Piece(term[start:end], ())


def _find_pieces(term: str, parts: Parts, heads: Heads) -> dict[Place, Piece]:
    named: defaultdict[Place, list[Sense]] = defaultdict(list)
    for start, end, sense in find_names(term, parts):
        named[start, end].append(sense)
    pieces = {}
    for start, end in _stretches(len(term)):
        usual = find_senses(
            term[start:end], is_first=start == 0, is_last=end == len(term), parts=parts, heads=heads
        )
        senses = choose_by_company(
            [*named[start, end], *usual], term[start:end], left=term[:start], right=term[end:]
        )
        if senses:
            pieces[start, end] = Piece(term[start:end], tuple(senses))
    return pieces


def _stretches(length: int) -> Iterator[Place]:
    for start in range(length):
        for end in range(start + 1, min(length, start + LONGEST_PART_CHARS) + 1):
            if end - start < length:
                yield start, end
