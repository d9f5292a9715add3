"""Translation units of bilingual files as concepts to be added."""

from collections.abc import Iterable, Iterator

from glossary.files.units import Unit, as_one_line
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.pairs.equivalents import Equivalent, Sides, pair_sides, settle_equivalents


def settle_units(units: Iterable[Unit], *, noun: str) -> Iterator[Piece]:
    """Yield the concepts of a file; ``noun`` is what a unit is called before its id or number.

    The languages are those that the units name, whichever side they stand on.
    """
    return settle_equivalents(_pairs(units, noun))


def _pairs(units: Iterable[Unit], noun: str) -> Iterator[Equivalent | Dropped]:
    for unit in units:
        if not (unit.source.strip() or unit.target.strip()):
            continue
        sides = Sides(
            first=as_one_line(unit.source),
            second=as_one_line(unit.target),
            first_language=unit.source_language,
            second_language=unit.target_language,
        )
        yield pair_sides(f"{noun} {unit.where}", sides)
