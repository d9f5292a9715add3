"""Taking back what was done: any operation, whole or not at all; the taking back is an operation too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from glossary.curation.conflicts import Clash
from glossary.curation.three_way import join_changes
from glossary.errors import NotFound, UndoRefused
from glossary.model import (
    CANDIDATE_LETTER,
    Change,
    Concept,
    DecidedKey,
    Operation,
    ThingKind,
    derive_id,
    kind_of,
)
from glossary.model.plain import concept_from_json, decision_as_json, decision_from_json
from glossary.services.adding import require_concept
from glossary.services.attesting import restore_list
from glossary.services.recording import begin_operation, remove_concept, write_concept, write_decision
from glossary.services.relations import find_taken_redirects, lead_relations, require_targets
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
    """Take back the operation that the change ``number`` belongs to, else one's own last one that stands.

    What was changed since in other fields stays. Raises InvalidInput, and takes nothing back, where the same
    thing was changed since, or where there is nothing that can be restored.
    """
    with base.writing() as connection:
        target = _find_target(connection, number, who)
        changes = change_rows.changes_of_operation(connection, target)
        operation = begin_operation(connection, who=who, verb=UNDO_VERB, why=why, undoes=target)
        things = tuple(dict.fromkeys(change.thing for change in changes))
        for change in reversed(changes):
            _restore(connection, change, operation, things)
        _settle_relations(connection, things, operation)
        if change_rows.last_change(connection) < operation.number:
            raise UndoRefused(f"nothing is left of change {target} that could be taken back")
        return Undone(operation=target, verb=changes[0].verb, things=things, by=operation.number)


def _find_target(connection: Connection, number: int | None, who: str) -> int:
    undone = change_rows.undone_operations(connection)
    if number is None:
        return _last_standing(connection, undone, who)
    target = change_rows.operation_of(connection, number)
    if target is None:
        raise NotFound(f"there is no change {number}; `glossary history` lists them")
    if target in undone:
        raise UndoRefused(f"change {number} is taken back already; undo that, to bring it back")
    return target


def _last_standing(connection: Connection, undone: set[int], who: str) -> int:
    """Return the last operation of a person that stands; that of somebody else has to be named."""
    own = _standing(connection, undone, who)
    if own:
        return own
    last = _standing(connection, undone, "")
    if not last:
        raise NotFound("there is nothing to take back")
    did = change_rows.changes_of_operation(connection, last)[0]
    raise NotFound(
        f"nothing that {who} did can be taken back; the last change is {did.who}'s ({did.verb} {did.thing}): "
        f"`glossary undo {last}` takes it back"
    )


def _standing(connection: Connection, undone: set[int], who: str) -> int:
    """Return the last operation that stands, of a person or of anybody; 0 where there is none."""
    for operation in change_rows.newest_operations(connection, who=who):
        if operation not in undone and change_rows.verb_of(connection, operation) not in OF_DOCUMENTS:
            return operation
    return 0


def _restore(connection: Connection, change: Change, operation: Operation, things: Sequence[str]) -> None:
    if change.verb in OF_DOCUMENTS:
        raise UndoRefused(
            f"change {change.number} is about a document; mine the file again, "
            "or take it out with `glossary documents remove`"
        )
    match kind_of(change.thing):
        case ThingKind.CONCEPT:
            _restore_concept(connection, change, operation, things)
        case ThingKind.CANDIDATE:
            _restore_decision(connection, change, operation)
        case _:
            restore_list(connection, change, operation=operation)


def _restore_concept(
    connection: Connection, change: Change, operation: Operation, things: Sequence[str]
) -> None:
    before, after = concept_from_json(change.before), concept_from_json(change.after)
    current = concept_rows.find_concept(connection, change.thing)
    if after is not None and current is None:
        _refuse_gone(connection, change)
    wanted = join_changes(after, current, before)
    if wanted.clashes:
        _refuse(connection, change, wanted.clashes)
    if wanted.concept == current:
        return
    if wanted.concept is not None:
        _refuse_redirected(connection, change, wanted.concept)
        write_concept(connection, wanted.concept, before=current, operation=operation)
    elif current is not None:
        _refuse_named(connection, change, things)
        remove_concept(connection, current, operation=operation)


def _refuse_gone(connection: Connection, change: Change) -> NoReturn:
    """Refuse to restore a concept that went since, such as by a merge."""
    now = concept_rows.current_id(connection, change.thing)
    last = [*change_rows.list_changes(connection, thing=change.thing)][-1]
    became = f"was merged into {now}" if now != change.thing else "is gone"
    raise UndoRefused(
        f"{change.thing} {became} since (by {last.operation}); nothing was taken back; "
        f"take that back first: `glossary undo {last.operation}`"
    )


def _refuse_redirected(connection: Connection, change: Change, wanted: Concept) -> None:
    """Refuse a concept whose id, or one of whose old ids, leads elsewhere since."""
    taken = find_taken_redirects(connection, wanted)
    if concept_rows.current_id(connection, wanted.id) != wanted.id:
        taken.append(wanted.id)
    if taken:
        raise UndoRefused(
            f"change {change.number} cannot be taken back: {', '.join(taken)} is a concept of its own, "
            "or was merged into another one since; take that back first"
        )


def _refuse_named(connection: Connection, change: Change, things: Sequence[str]) -> None:
    """Refuse to take out a concept that others, not of the same operation, have come to name."""
    decisions = candidate_rows.list_decisions(connection, concept=change.thing)
    named_by = [
        *(id for id in concept_rows.concepts_related_to(connection, change.thing) if id not in things),
        *(one.key for one in decisions if derive_id(CANDIDATE_LETTER, one.key) not in things),
    ]
    if named_by:
        raise UndoRefused(
            f"change {change.number} made {change.thing}, which is named by {', '.join(named_by)}; "
            "take those changes back first"
        )


def _settle_relations(connection: Connection, things: Sequence[str], operation: Operation) -> None:
    """Lead restored relations past ids that were given up since; refuse those to concepts that are gone."""
    ids = [thing for thing in things if kind_of(thing) is ThingKind.CONCEPT]
    for concept in concept_rows.find_concepts(connection, ids):
        led = lead_relations(connection, concept)
        if led != concept:
            write_concept(connection, led, before=concept, operation=operation)
        require_targets(connection, led)


def _restore_decision(connection: Connection, change: Change, operation: Operation) -> None:
    before, after = decision_from_json(change.before), decision_from_json(change.after)
    named = after or before
    if named is None:
        return
    current = candidate_rows.find_decision(connection, named.key)
    if _led(connection, current) != _led(connection, after):
        clash = Clash(field="decision", here=decision_as_json(current), there=decision_as_json(before))
        _refuse(connection, change, (clash,))
    wanted = _led(connection, before)
    if wanted and wanted.decision.concept:
        require_concept(connection, wanted.decision.concept)
    write_decision(connection, named.key, wanted, operation=operation)


def _led(connection: Connection, decided: DecidedKey | None) -> DecidedKey | None:
    """Return a decision with the id that its concept has now."""
    if decided is None or decided.decision.concept is None:
        return decided
    return decided.led(concept_rows.current_ids(connection, [decided.decision.concept]))


def _refuse(connection: Connection, change: Change, clashes: tuple[Clash, ...]) -> None:
    since = sorted(
        {
            one.operation
            for one in change_rows.list_changes(connection, thing=change.thing)
            if one.number > change.number
        }
    )
    told = "; ".join(f"{clash.field} is {clash.here} now, was {clash.there}" for clash in clashes)
    raise UndoRefused(
        f"{change.thing} was changed since (by {', '.join(map(str, since))}), in the same place: {told}. "
        "Nothing was taken back; undo those changes first, the newest first"
    )
