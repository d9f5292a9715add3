"""Translation units of bilingual files as concepts to be added."""

import dataclasses
from collections.abc import Iterable, Iterator

from msgspec import structs

from glossary.errors import InvalidInput
from glossary.files.po import OBSOLETE
from glossary.files.units import Unit
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.pairs.equivalents import Equivalent, Sides, pair_sides, settle_equivalents
from glossary.formats.pairs.remarks import RemarkReader, Remarks

BESIDE = "what stands beside the pair"
OUT_OF_USE = "it is obsolete (#~): the program has it no more; take the marks away to have it read"


def settle_units(units: Iterable[Unit], *, noun: str) -> Iterator[Piece]:
    """Yield the concepts of a file; ``noun`` is what a unit is called before its id or number.

    The languages are those that the units name, whichever side they stand on.
    """
    return settle_equivalents(_pairs(units, noun))


def _pairs(units: Iterable[Unit], noun: str) -> Iterator[Equivalent | Dropped]:
    reader = RemarkReader()
    dropped: list[Dropped] = []
    for unit in units:
        if not (unit.source.strip() or unit.target.strip()):
            continue
        where = f"{noun} {unit.where}"
        paired = pair_unit(where, unit, reader, dropped)
        yield from dropped
        dropped.clear()
        yield paired


def pair_unit(where: str, unit: Unit, reader: RemarkReader, dropped: list[Dropped]) -> Equivalent | Dropped:
    """Return the pair of a unit with what is said beside it; a unit that is no pair says nothing."""
    sides = Sides(
        first=unit.source,
        second=unit.target,
        first_language=unit.source_language,
        second_language=unit.target_language,
    )
    if OBSOLETE in unit.remarks:
        return Dropped(where=where, what=f"{sides.first} = {sides.second}", why=OUT_OF_USE)
    pair = pair_sides(where, sides)
    if isinstance(pair, Dropped) or not unit.remarks:
        return pair
    try:
        return with_remarks(pair, reader.read(where, unit.remarks, dropped))
    except InvalidInput as error:
        dropped.append(Dropped(where=where, what=BESIDE, why=str(error)))
        return pair


def with_remarks(pair: Equivalent, said: Remarks) -> Equivalent:
    """Return a pair with what is said of it; raises InvalidInput where that cannot be said."""
    return dataclasses.replace(
        pair,
        terms=tuple(structs.replace(one, **said.term) for one in pair.terms),
        renderings=tuple(structs.replace(one, **said.rendering) for one in pair.renderings),
        **said.concept,
    )
