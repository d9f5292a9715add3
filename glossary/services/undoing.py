"""Taking back what was done: any operation, whole or not at all; the taking back is an operation too."""

from collections.abc import Callable
from dataclasses import dataclass

from glossary.curation.conflicts import Clash
from glossary.curation.three_way import join_changes
from glossary.errors import InvalidInput, NotFound
from glossary.model import Change, Operation
from glossary.model.plain import concept_from_json, decision_as_json, decision_from_json
from glossary.services.attesting import restore_list
from glossary.services.recording import begin_operation, remove_concept, write_concept, write_decision
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection

UNDO_VERB = "undo"
OF_DOCUMENTS = frozenset({"mine", "remove"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back: the number, verb and things of the operation, and the number of this one."""

    operation: int
    verb: str
    things: tuple[str, ...]
    by: int


def undo(base: Base, number: int | None = None, *, who: str, why: str = "") -> Undone:
    """Take back the operation that the change ``number`` belongs to, else the last one that stands.

    What was changed since in other fields stays. Raises InvalidInput, and takes nothing back, where the same
    thing was changed since, or where there is nothing that can be restored.
    """
    with base.writing() as connection:
        target = _find_target(connection, number)
        changes = change_rows.changes_of_operation(connection, target)
        operation = begin_operation(connection, who=who, verb=UNDO_VERB, why=why, undoes=target)
        for change in reversed(changes):
            _restore(connection, change, operation)
        things = tuple(dict.fromkeys(change.thing for change in changes))
        return Undone(operation=target, verb=changes[0].verb, things=things, by=operation.number)


def _find_target(connection: Connection, number: int | None) -> int:
    undone = change_rows.undone_operations(connection)
    if number is None:
        return _last_standing(connection, undone)
    target = change_rows.operation_of(connection, number)
    if target is None:
        raise NotFound(f"there is no change {number}; `glossary history` lists them")
    if target in undone:
        raise InvalidInput(f"change {number} is taken back already; undo that, to bring it back")
    return target


def _last_standing(connection: Connection, undone: set[int]) -> int:
    for operation in change_rows.newest_operations(connection):
        is_of_documents = change_rows.verb_of(connection, operation) in OF_DOCUMENTS
        if operation not in undone and not is_of_documents:
            return operation
    raise NotFound("there is nothing to take back")


def _restore(connection: Connection, change: Change, operation: Operation) -> None:
    restore = RESTORERS.get(change.thing[:1], _restore_list)
    if change.verb in OF_DOCUMENTS:
        raise InvalidInput(
            f"change {change.number} is about a document; mine the file again, "
            "or take it out with `glossary documents remove`"
        )
    restore(connection, change, operation)


def _restore_concept(connection: Connection, change: Change, operation: Operation) -> None:
    current = concept_rows.find_concept(connection, change.thing)
    wanted = join_changes(concept_from_json(change.after), current, concept_from_json(change.before))
    if wanted.clashes:
        _refuse(connection, change, wanted.clashes)
    if wanted.concept == current:
        return
    if wanted.concept is not None:
        write_concept(connection, wanted.concept, before=current, operation=operation)
    elif current is not None:
        _refuse_named(connection, change)
        remove_concept(connection, current, operation=operation)


def _refuse_named(connection: Connection, change: Change) -> None:
    """Refuse to take out a concept that others have come to name."""
    named_by = [
        *concept_rows.concepts_related_to(connection, change.thing),
        *(one.key for one in candidate_rows.list_decisions(connection, concept=change.thing)),
    ]
    if named_by:
        raise InvalidInput(
            f"change {change.number} made {change.thing}, which is named by {', '.join(named_by)}; "
            "take those changes back first"
        )


def _restore_decision(connection: Connection, change: Change, operation: Operation) -> None:
    before, after = decision_from_json(change.before), decision_from_json(change.after)
    named = after or before
    if named is None:
        return
    current = candidate_rows.find_decision(connection, named.key)
    if current != after:
        clash = Clash(field="decision", here=decision_as_json(current), there=decision_as_json(before))
        _refuse(connection, change, (clash,))
    write_decision(connection, named.key, before, operation=operation)


def _restore_list(connection: Connection, change: Change, operation: Operation) -> None:
    restore_list(connection, change, operation=operation)


def _refuse(connection: Connection, change: Change, clashes: tuple[Clash, ...]) -> None:
    since = sorted(
        {
            one.operation
            for one in change_rows.list_changes(connection, thing=change.thing)
            if one.number > change.number
        }
    )
    told = "; ".join(f"{clash.field} is {clash.here} now, was {clash.there}" for clash in clashes)
    raise InvalidInput(
        f"{change.thing} was changed since (by {', '.join(map(str, since))}), in the same place: {told}. "
        "Nothing was taken back; undo those changes first, the newest first"
    )


RESTORERS: dict[str, Callable[[Connection, Change, Operation], None]] = {
    "c": _restore_concept,
    "k": _restore_decision,
}
