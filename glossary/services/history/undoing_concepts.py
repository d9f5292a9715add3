"""Taking back what was done to concepts, many of them in a few statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from glossary.curation.conflicts import Clash
from glossary.curation.three_way import join_changes
from glossary.errors import UndoRefused
from glossary.lookup.keys import key_concept
from glossary.model import CANDIDATE_LETTER, Change, Concept, Operation, derive_id
from glossary.model.plain import concept_from_json
from glossary.services.concepts.recording import Writing, record_removals, write_concepts
from glossary.services.concepts.relations import find_taken_redirects, require_targets
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.relations import arrows_to
from glossary.store.rows import batches

CONCEPTS_AT_A_TIME = 1_000


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a concept, with what it was before and after; None where it was not there."""

    change: Change
    before: Concept | None
    after: Concept | None

    @property
    def shape(self) -> tuple[bool, bool]:
        """Whether the concept was there before, and after."""
        return self.before is not None, self.after is not None

    @property
    def has_old_ids(self) -> bool:
        """Whether other ids lead to it: if they are free again, only the step that came later can tell."""
        return any(one is not None and one.redirects for one in (self.before, self.after))


Group = Mapping[str, Step]
"""Steps by the id of the concept, each of another one."""


def read_step(change: Change) -> Step:
    """Return a change of a concept with its concepts; raises InvalidInput where it holds none."""
    return Step(change, concept_from_json(change.before), concept_from_json(change.after))


def group_steps(steps: Iterable[Step]) -> Iterator[Group]:
    """Yield the steps in groups that can be taken back in one go, in their order.

    Those of one group are alike: all made a concept, or all changed one, or all took one out.
    """
    group: dict[str, Step] = {}
    for step in steps:
        if group and not _fits(step, group):
            yield group
            group = {}
        group[step.change.thing] = step
    if group:
        yield group


def _fits(step: Step, group: Group) -> bool:
    if len(group) == CONCEPTS_AT_A_TIME:
        return False
    first = next(iter(group.values()))
    stands_alone = step.has_old_ids or first.has_old_ids
    return step.shape == first.shape and step.change.thing not in group and not stands_alone


class ConceptUndo:
    """Takes back the changes of concepts of one operation; ``things`` are all that it changed."""

    def __init__(self, connection: Connection, operation: Operation, things: frozenset[str]) -> None:
        self._connection = connection
        self._operation = operation
        self._things = things
        self._going: set[str] = set()

    def take_back(self, group: Group) -> None:
        """Bring the concepts to what they were, but for what was changed elsewhere in them since.

        Raises UndoRefused where the same place was changed, or where somebody came to name a concept.
        """
        if not self._going.isdisjoint(group) or any(step.has_old_ids for step in group.values()):
            self.finish()
        found = concept_rows.find_concepts(self._connection, [*group])
        now: dict[str, Concept | None] = dict.fromkeys(group) | {one.id: one for one in found}
        wanted = {id: self._wanted(step, now[id]) for id, step in group.items()}
        changed = [id for id in group if wanted[id] != now[id]]
        self._restore(group, [(one, now[id]) for id in changed if (one := wanted[id])])
        self._remove(group, [one for id in changed if wanted[id] is None and (one := now[id])])

    def _wanted(self, step: Step, now: Concept | None) -> Concept | None:
        """Return what a concept has to become."""
        if step.after is not None and now is None:
            _refuse_gone(self._connection, step.change)
        joined = join_changes(step.after, now, step.before)
        if joined.clashes:
            refuse_changed(self._connection, step.change, joined.clashes)
        return joined.concept

    def _restore(self, group: Group, pairs: Sequence[tuple[Concept, Concept | None]]) -> None:
        """Write concepts, each with what it is now."""
        self._refuse_redirected(group, [wanted for wanted, _ in pairs])
        writings = [Writing(key_concept(wanted), now) for wanted, now in pairs]
        write_concepts(self._connection, writings, operation=self._operation)

    def _refuse_redirected(self, group: Group, wanted: Sequence[Concept]) -> None:
        """Refuse concepts whose id, or one of whose old ids, leads elsewhere since."""
        led = concept_rows.current_ids(self._connection, [one.id for one in wanted])
        for one in wanted:
            taken = [*find_taken_redirects(self._connection, one), *({one.id} & led.keys())]
            if taken:
                raise UndoRefused(
                    f"change {group[one.id].change.number} cannot be taken back: {', '.join(taken)} is a "
                    "concept of its own, or was merged into another one since; take that back first"
                )

    def _remove(self, group: Group, concepts: Sequence[Concept]) -> None:
        """Record that concepts go; they stay for now, since with them would go what others say of them."""
        ids = [one.id for one in concepts]
        self._refuse_named(group, ids)
        record_removals(self._connection, concepts, operation=self._operation)
        self._going.update(ids)

    def finish(self) -> None:
        """Take the concepts out that have to go, once what others still say of them is taken out too."""
        self._drop_relations_to_going()
        concept_rows.delete_concepts(self._connection, sorted(self._going))
        self._going.clear()

    def _drop_relations_to_going(self) -> None:
        """Record that relations go which were made since: unrecorded, they could not be brought back."""
        arrows = arrows_to(self._connection, sorted(self._going))
        holders = {holder for holder, _ in arrows} - self._going
        stay = concept_rows.find_concepts(self._connection, sorted(holders))
        writings = [Writing(key_concept(one.without_relations_to(self._going)), one) for one in stay]
        write_concepts(self._connection, writings, operation=self._operation)

    def _refuse_named(self, group: Group, ids: Sequence[str]) -> None:
        """Refuse to take out concepts that others, not of the same operation, have come to name."""
        arrows = sorted(arrows_to(self._connection, ids))
        decided = candidate_rows.keys_decided_for(self._connection, ids)
        names = [(holder, id) for holder, id in arrows if holder not in self._things]
        names += [(key, id) for key, id in decided if derive_id(CANDIDATE_LETTER, key) not in self._things]
        if names:
            id = names[0][1]
            named_by = ", ".join(name for name, of in names if of == id)
            raise UndoRefused(
                f"change {group[id].change.number} made {id}, which is named by {named_by}; "
                "take those changes back first"
            )


def settle_relations(connection: Connection, ids: Iterable[str], operation: Operation) -> None:
    """Lead relations past ids that were given up since; refuse those to concepts that are gone."""
    for some in batches(ids, CONCEPTS_AT_A_TIME):
        concepts = concept_rows.find_concepts(connection, some)
        targets = [relation.concept for one in concepts for relation in one.relations]
        leads = concept_rows.current_ids(connection, targets)
        led = [one.led(leads) for one in concepts]
        changed = [(after, now) for after, now in zip(led, concepts, strict=True) if after != now]
        writings = [Writing(key_concept(after), now) for after, now in changed]
        write_concepts(connection, writings, operation=operation)
        require_targets(connection, *led)


def refuse_changed(connection: Connection, change: Change, clashes: Sequence[Clash]) -> NoReturn:
    """Refuse to take back a change, where the same place was changed since."""
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


def _refuse_gone(connection: Connection, change: Change) -> NoReturn:
    """Refuse to restore a concept that went since, such as by a merge."""
    now = concept_rows.current_id(connection, change.thing)
    last = [*change_rows.list_changes(connection, thing=change.thing)][-1]
    became = f"was merged into {now}" if now != change.thing else "is gone"
    raise UndoRefused(
        f"{change.thing} {became} since (by {last.operation}); nothing was taken back; "
        f"take that back first: `glossary undo {last.operation}`"
    )
