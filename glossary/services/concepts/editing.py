"""Changing a concept by hand, with what others changed meanwhile."""

from dataclasses import dataclass

from glossary.curation.duplicates import Duplicate
from glossary.curation.three_way import join_changes
from glossary.errors import EditClash, InvalidInput, NotFound, StaleVersion
from glossary.model import Concept
from glossary.model.plain import concept_from_json
from glossary.services.concepts.duplicates import find_duplicates
from glossary.services.concepts.recording import begin_operation, write_concept
from glossary.services.concepts.relations import lead_relations, require_targets
from glossary.services.concepts.requiring import require_concept
from glossary.services.concepts.versions import version_of
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A concept after an edit: whether the edit changed it, and whether others had changed it meanwhile."""

    concept: Concept
    is_changed: bool
    is_joined: bool
    duplicates: tuple[Duplicate, ...] = ()


def show_concept(base: Base, id: str) -> Concept:
    """Return the concept of this id, or the one that this old id leads to; raises NotFound."""
    with base.reading() as connection:
        return require_concept(connection, id)


def find_version(base: Base, id: str, version: str) -> Concept:
    """Return a concept, or one that was merged into it, as it was in a version; raises NotFound."""
    with base.reading() as connection:
        current = require_concept(connection, id)
        things = (current.id, *current.redirects)
        changes = [one for thing in things for one in change_rows.list_changes(connection, thing=thing)]
    texts = dict.fromkeys(text for one in reversed(changes) for text in (one.after, one.before))
    states = (current, *(concept_from_json(text) for text in texts))
    for state in states:
        if state and version_of(state) == version:
            return state
    raise NotFound(f"{id} has no version {version}; read it again, with the one it has")


def make_concept(base: Base, concept: Concept, *, who: str, why: str = "") -> Edited:
    """Write a concept that is not there yet; raises InvalidInput where its id is taken."""
    _require_redirects(concept, ())
    with base.writing() as connection:
        current = concept_rows.current_id(connection, concept.id)
        if current != concept.id or concept_rows.find_concept(connection, concept.id):
            raise InvalidInput(f"there is a concept {concept.id} already; edit that")
        concept = lead_relations(connection, concept)
        require_targets(connection, concept)
        operation = begin_operation(connection, who=who, verb="add", why=why)
        write_concept(connection, concept, before=None, operation=operation)
        duplicates = find_duplicates(connection, concept)
        return Edited(concept=concept, is_changed=True, is_joined=False, duplicates=duplicates)


def edit_concept(base: Base, edited: Concept, *, read: Concept, who: str, why: str = "") -> Edited:
    """Write a concept that somebody read as ``read`` and wants as ``edited``.

    What others changed since in other places stays. Raises EditClash, which tells both, where they changed
    the same, and then writes nothing.
    """
    if edited.id != read.id:
        raise InvalidInput(f"the id of a concept stays as it is: {read.id}, not {edited.id}")
    _require_redirects(edited, read.redirects)
    with base.writing() as connection:
        current = require_concept(connection, read.id)
        _require_unmerged(read, current)
        joined = join_changes(read, current, edited)
        if joined.clashes or joined.concept is None:
            raise EditClash(read.id, [(one.field, one.here, one.there) for one in joined.clashes])
        after = lead_relations(connection, joined.concept)
        require_targets(connection, after)
        if after != current:
            operation = begin_operation(connection, who=who, verb="edit", why=why)
            write_concept(connection, after, before=current, operation=operation)
        return Edited(
            concept=after,
            is_changed=after != current,
            is_joined=current != read,
            duplicates=find_duplicates(connection, after, before=current),
        )


def _require_unmerged(read: Concept, current: Concept) -> None:
    """Refuse a concept that is part of another one now: what of that one was meant, nobody knows."""
    if current.id != read.id:
        why = f"{read.id} was merged into {current.id} since you read it"
        raise StaleVersion(current.id, version_of(current), why=why)


def _require_redirects(concept: Concept, redirects: tuple[str, ...]) -> None:
    """Refuse other old ids than there are: one that is taken away would stop working."""
    if sorted(concept.redirects) != sorted(redirects):
        raise InvalidInput(
            "redirects come from merging alone; leave them as they were, "
            "or merge with `glossary concept merge`"
        )
