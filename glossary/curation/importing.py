"""What an import makes of one concept: pure."""

from dataclasses import dataclass

from msgspec.structs import replace

from glossary.curation.conflicts import Clash, Conflict, Decide, Policy
from glossary.curation.merging import merge_concepts, spell_alike
from glossary.curation.restoring import Silence, fill_silence, restore_lost
from glossary.curation.three_way import join_changes
from glossary.curation.varieties import tag_alike, tag_as_before
from glossary.errors import InvalidInput
from glossary.model import Concept, Status
from glossary.model.concept import primary
from glossary.text.folding import folded_key
from glossary.text.tidying import as_one_line


@dataclass(frozen=True, slots=True)
class Planned:
    """The concept as the import leaves it (None: it is not in the base), and the conflicts on the way."""

    after: Concept | None
    conflicts: tuple[Conflict, ...] = ()


def add_concept(
    here: Concept | None, said: Concept, *, silence: Silence, decide: Decide, is_ours: bool = True
) -> Planned:
    """Return ``here`` with what a file adds; nothing goes, and where both say something ``decide`` is asked.

    In a file that is not ``is_ours``, a default (admitted, full form) says nothing.
    """
    if here is None and _has_one_preferred(said):
        return Planned(said)
    there = said if here is None else tag_as_before(here, fill_silence(here, said, silence))
    known = here or replace(said, renderings=())
    try:
        merged = merge_concepts(known, there, policy=decide, defaults_count=is_ours)
    except InvalidInput as error:
        return _unfit(here, said, error)
    return Planned(merged.concept, merged.conflicts)


def add_to_concept(here: Concept, said: Concept, *, decide: Decide) -> Planned:
    """Return ``here`` with what a foreign table says, in whatever script and variety of English."""
    alike = tag_alike(here, spell_alike(here, said))
    return add_concept(here, alike, silence=Silence(), decide=decide, is_ours=False)


def join_addition(base: Concept, here: Concept | None, said: Concept, *, decide: Decide) -> Planned:
    """Return ``here`` with what a foreign table says beyond ``base``, the state that it began with.

    What stood in that state already is no news, whatever became of it here since; nothing goes.
    """
    there = add_to_concept(base, said, decide=_as_the_table_says).after
    try:
        joined = join_changes(base, here, there, decide=decide)
    except InvalidInput as error:
        return _unfit(here, said, error)
    return Planned(joined.concept, tuple(clash.of(said.id) for clash in joined.clashes))


def _as_the_table_says(clash: Clash) -> Policy:
    """Take the word of a table, unless it only has blanks where there were line breaks."""
    return Policy.KEEP if clash.here.split() == clash.there.split() else Policy.REPLACE


def join_concept(
    base: Concept, here: Concept | None, said: Concept, *, carried: Concept, silence: Silence, decide: Decide
) -> Planned:
    """Return ``here`` with what the author of a file changed since ``base`` was exported to it.

    ``carried`` is ``base`` as the format gives it back.
    """
    try:
        there = restore_lost(base, carried, fill_silence(carried, said, silence))
        if here is not None and here != base:
            there = tag_as_before(here, there)
        joined = join_changes(base, here, there, decide=decide)
    except InvalidInput as error:
        return _unfit(here, said, error)
    return Planned(joined.concept, tuple(clash.of(said.id) for clash in joined.clashes))


def is_same_meaning(said: Concept, *known: Concept | None) -> bool:
    """Return whether a concept of a file shares a term or a rendering with what is known under its id."""
    names = _names(said)
    return any(one is not None and not names.isdisjoint(_names(one)) for one in known)


def is_apart(said: Concept, known: Concept) -> bool:
    """Return whether two concepts that share a term say themselves that they are not one.

    They have no rendering in common, and stand in different subject fields or are defined in different words.
    """
    if shares_rendering(said, known):
        return False
    fields = {said.subject_field.casefold(), known.subject_field.casefold()} - {""}
    return len(fields) > 1 or _are_defined_apart(said, known)


def shares_rendering(said: Concept, known: Concept) -> bool:
    """Return whether two concepts have a rendering in common."""
    texts = {folded_key(one.text) for one in known.renderings}
    return any(folded_key(one.text) in texts for one in said.renderings)


def _are_defined_apart(said: Concept, known: Concept) -> bool:
    defined = {primary(one.language) for one in said.definitions}
    both = defined & {primary(one.language) for one in known.definitions}
    texts = {as_one_line(one.text) for one in known.definitions}
    return bool(both) and not any(as_one_line(one.text) in texts for one in said.definitions)


def under_id(id: str, concept: Concept) -> Concept:
    """Return the concept under another id, without arrows to itself."""
    relations = tuple(one for one in concept.relations if one.concept != id)
    redirects = tuple(old for old in concept.redirects if old != id)
    return concept if id == concept.id else replace(concept, id=id, relations=relations, redirects=redirects)


def _has_one_preferred(concept: Concept) -> bool:
    """Return whether no language has two preferred renderings: then a new concept is as the file says."""
    preferred = [one.language for one in concept.renderings if one.status is Status.PREFERRED]
    return len(preferred) == len(set(preferred))


def _names(concept: Concept) -> set[str]:
    return {folded_key(one.text) for one in (*concept.terms, *concept.renderings)}


def _unfit(here: Concept | None, said: Concept, error: InvalidInput) -> Planned:
    """Keep what is here where the two do not fit together, such as an ``instead`` without its rendering."""
    names = [one.head.text if one else "nothing" for one in (here, said)]
    clash = Clash(field=str(error), here=names[0], there=names[1], name="concept")
    return Planned(here, (clash.of(said.id),))
