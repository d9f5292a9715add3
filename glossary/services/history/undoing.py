"""Taking back what was done: any operation, whole or not at all; the taking back is an operation too."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from glossary.curation.conflicts import Clash
from glossary.errors import NotFound, UndoRefused
from glossary.model import Change, DecidedKey, Operation, ThingKind, kind_of
from glossary.model.plain import decision_as_json, decision_from_json
from glossary.services.concepts.recording import begin_operation, write_decision
from glossary.services.concepts.requiring import require_concept
from glossary.services.garbage import without_collector
from glossary.services.history.undoing_concepts import (
    ConceptUndo,
    group_steps,
    read_step,
    refuse_changed,
    settle_relations,
)
from glossary.services.progress import Progress, no_progress
from glossary.services.review.attesting import restore_list
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection

UNDO_VERB = "undo"
OF_DOCUMENTS = frozenset({"mine", "remove"})
STAGE, SETTLING = "taking back", "leading relations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back: the number, verb and things of the operation, and the number of this one."""

    operation: int
    verb: str
    things: tuple[str, ...]
    by: int


def undo(
    base: Base, number: int | None = None, *, who: str, why: str = "", progress: Progress = no_progress
) -> Undone:
    """Take back the operation that the change ``number`` belongs to, else one's own last one that stands.

    What was changed since in other fields stays. Raises InvalidInput, and takes nothing back, where the same
    thing was changed since, or where there is nothing that can be restored.
    """
    with without_collector(), base.writing() as connection:
        target = _find_target(connection, number, who)
        verb = change_rows.verb_of(connection, target)
        if verb in OF_DOCUMENTS:
            raise UndoRefused(
                f"change {target} is about a document; mine the file again, "
                "or take it out with `glossary documents remove`"
            )
        operation = begin_operation(connection, who=who, verb=UNDO_VERB, why=why, undoes=target)
        things = change_rows.things_of_operation(connection, target)
        _take_back(connection, target, operation, things, progress=progress)
        if change_rows.last_change(connection) < operation.number:
            raise UndoRefused(f"nothing is left of change {target} that could be taken back")
        return Undone(operation=target, verb=verb, things=things, by=operation.number)


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


def _take_back(
    connection: Connection, target: int, operation: Operation, things: Sequence[str], *, progress: Progress
) -> None:
    """Take back the changes of an operation, the last one first."""
    concepts = ConceptUndo(connection, operation, frozenset(things))
    changes = change_rows.changes_backwards(connection, target)
    done = 0
    for kind, of_kind in groupby(changes, key=lambda change: kind_of(change.thing)):
        if kind is ThingKind.CONCEPT:
            for group in group_steps(map(read_step, of_kind)):
                progress(STAGE, done, len(things))
                concepts.take_back(group)
                done += len(group)
        else:
            restore = _restore_decision if kind is ThingKind.CANDIDATE else restore_list
            for change in of_kind:
                restore(connection, change, operation=operation)
    concepts.finish()
    progress(SETTLING, done, len(things))
    settle_relations(connection, (id for id in things if kind_of(id) is ThingKind.CONCEPT), operation)


def _restore_decision(connection: Connection, change: Change, *, operation: Operation) -> None:
    before, after = decision_from_json(change.before), decision_from_json(change.after)
    named = after or before
    if named is None:
        return
    current = candidate_rows.find_decision(connection, named.key)
    if _led(connection, current) != _led(connection, after):
        clash = Clash(field="decision", here=decision_as_json(current), there=decision_as_json(before))
        refuse_changed(connection, change, (clash,))
    wanted = _led(connection, before)
    if wanted and wanted.decision.concept:
        require_concept(connection, wanted.decision.concept)
    write_decision(connection, named.key, wanted, operation=operation)


def _led(connection: Connection, decided: DecidedKey | None) -> DecidedKey | None:
    """Return a decision with the id that its concept has now."""
    if decided is None or decided.decision.concept is None:
        return decided
    return decided.led(concept_rows.current_ids(connection, [decided.decision.concept]))
