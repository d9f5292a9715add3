"""What was done last: one operation of somebody, which may be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.model import Change
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection

DEEDS = frozenset({"accept", "reject", "defer", "reopen", "merge", "add", "edit", "split"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One operation of one person: its number, verb and moment, the things changed, and what it was about."""

    number: int
    verb: str
    who: str
    when: str
    term: str
    things: tuple[str, ...]


def find_last_deed(base: Base, *, who: str) -> Deed | None:
    """Return the last thing that this person did to concepts and candidates and that still stands."""
    with base.reading() as connection:
        operations = change_rows.newest_operations(connection, who=who)
        return _first_standing(connection, operations)


def find_deed_about(base: Base, id: str) -> Deed | None:
    """Return the last thing that anybody did to a candidate or concept and that still stands."""
    with base.reading() as connection:
        changes = [*change_rows.list_changes(connection, thing=id)]
        return _first_standing(connection, (one.operation for one in reversed(changes) if not one.undoes))


def last_number(base: Base) -> int:
    """Return the number of the last change, 0 where there is none: what has a higher one came later."""
    with base.reading() as connection:
        return change_rows.last_change(connection)


def _first_standing(connection: Connection, operations: Iterable[int]) -> Deed | None:
    """Look at the verb of each alone: an import, which is no deed, may be of ten thousand changes."""
    undone = change_rows.undone_operations(connection)
    deeds = (one for one in operations if change_rows.verb_of(connection, one) in DEEDS)
    standing = next((one for one in deeds if one not in undone), None)
    return _describe_deed(connection, standing) if standing else None


def _describe_deed(connection: Connection, operation: int) -> Deed:
    changes = change_rows.changes_of_operation(connection, operation)
    terms = (_term_of(connection, one) for one in reversed(changes))
    return Deed(
        number=operation,
        verb=changes[0].verb,
        who=changes[0].who,
        when=changes[0].when,
        term=next(filter(None, terms), changes[0].thing),
        things=tuple(one.thing for one in changes),
    )


def _term_of(connection: Connection, change: Change) -> str:
    """Return the term that a change is about; the candidate's, where it is about one."""
    candidate = candidate_rows.find_candidate(connection, change.thing)
    if candidate:
        return candidate.candidate.term
    concept = concept_rows.find_concept(connection, concept_rows.current_id(connection, change.thing))
    return concept.head.text if concept else ""
