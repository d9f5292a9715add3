"""What becomes of the concepts of a file, a batch at a time; nothing is written."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from glossary.curation.conflicts import Clash, Conflict, Policies, Policy
from glossary.curation.importing import (
    Planned,
    add_concept,
    add_to_concept,
    is_apart,
    is_same_meaning,
    join_addition,
    join_concept,
    shares_rendering,
    under_id,
)
from glossary.curation.restoring import Silence
from glossary.curation.varieties import tag_plainly
from glossary.formats.carrying import carry
from glossary.formats.concepts import Addition, Dropped, Entry, FileHead, Link
from glossary.formats.declaration import ExportOptions, Format
from glossary.model import Concept, Relation, Snapshot
from glossary.model.concept import CONCEPT_ID
from glossary.services.concepts.recording import new_concept_ids
from glossary.services.importing.counterparts import Holder, Holders, Matched, Matcher
from glossary.store.concepts import find_concepts
from glossary.store.database import Connection
from glossary.store.on_disk import DiskDict, DiskList, DiskSet

Decider = Callable[[Conflict], Policy]
Change = tuple[Concept, Concept | None]
LOST_LINK = "it leads to, or from, what is no concept of the file that could be used"
SELF_LINK = "it leads from a concept to itself"
TAKEN_OUT = "it was taken out of the base since the export, and the file has not changed it"


class Planner:
    """Plans an import: the conflicts and what was dropped so far, and the concepts of the base that it met.

    ``taken`` are ids that the file has, which none of its additions gets; ``linked`` are the file's names for
    those that relations lead from or to.
    """

    def __init__(
        self,
        connection: Connection,
        head: FileHead,
        format: Format,
        since: Snapshot | None,
        decide: Decider | Policy,
        *,
        taken: Container[str],
        linked: Container[str],
    ) -> None:
        self.conflicts = DiskList[Conflict]()
        self.dropped = DiskList[Dropped]()
        self.found = DiskSet()
        self._connection = connection
        self._absent = frozenset(head.absent)
        self._format = format
        self._options = _options_of(head)
        self._taken = taken
        self._linked = linked
        self._ids = DiskDict()
        self._come_to = DiskSet()
        self._entries: Mapping[str, Entry] = {}
        self._decide = decide
        self._matcher = Matcher(connection, since)

    def plan_concepts(self, said: Sequence[tuple[Concept, Entry]]) -> list[Change]:
        """Return each concept that entries with an id speak of, as it will be and as it is."""
        self._entries = {concept.id: entry for concept, entry in said}
        matched, dropped = self._matcher.match([concept for concept, _ in said])
        places = {one.said.id: self._place(one.original) for one in matched}
        self.dropped.extend(replace(one, where=places[one.where]) for one in dropped)
        carried = self._carry(matched)
        plans = _Plans({one.said.id: one.here for one in matched if one.here})
        for one in matched:
            here = plans.now(one.said.id)
            self.found |= {one.said.id} if one.here else set()
            if not self._is_somebody_else(one, here):
                planned = self._plan(one, here, carried.get(one.original))
                self._keep(planned, one, plans)
        return plans.changes()

    def _plan(self, one: Matched, here: Concept | None, carried: Concept | None) -> Planned:
        if one.said == here:
            return Planned(here)
        silence = self._silence(one.original)
        decide = self._decider(one.said.id)
        if one.base is None:
            return add_concept(here, one.said, silence=silence, decide=decide)
        through = carried or one.base
        return join_concept(one.base, here, one.said, carried=through, silence=silence, decide=decide)

    def _is_somebody_else(self, one: Matched, here: Concept | None) -> bool:
        """Drop a concept of the file whose id is that of another meaning here."""
        known = [concept for concept in (here, one.base) if concept]
        if not known or is_same_meaning(one.said, *known):
            return False
        why = f"its id is that of {known[0].head.text} here; leave the id empty, or write that of its concept"
        self._drop(one, f"concept {one.original} {one.said.head.text!r}", why)
        return True

    def _keep(self, planned: Planned, one: Matched, plans: "_Plans") -> None:
        self.conflicts.extend(planned.conflicts)
        if planned.after is not None:
            plans.put(planned.after)
        elif not planned.conflicts:
            self._drop(one, f"concept {one.original} {one.said.head.text!r}", TAKEN_OUT)

    def _drop(self, one: Matched, what: str, why: str) -> None:
        self.dropped.append(Dropped(where=self._place(one.original), what=what, why=why))

    def _carry(self, matched: Sequence[Matched]) -> dict[str, Concept]:
        """Return the concepts of the snapshot as this format gives them back, where the file differs."""
        differing = [one for one in matched if one.base and one.base != one.said]
        if not differing:
            return {}
        exported = [under_id(one.original, one.base) for one in differing if one.base]
        carried = carry(self._format, exported, options=self._options)
        return {
            one.original: under_id(one.said.id, carried[one.original])
            for one in differing
            if one.original in carried
        }

    def plan_additions(self, additions: Sequence[Addition]) -> list[Change]:
        """Return each concept that entries without an id come to, as it will be and as it is."""
        ids = iter(new_concept_ids(self._connection, len(additions), taken=self._taken))
        holders = self._matcher.match_terms([one.terms[0].text for one in additions])
        plans = _Plans(holders.concepts)
        for addition in additions:
            fitting = self._find_fitting(addition, holders.find(addition.terms[0].text))
            if len(fitting) > 1:
                self._drop_ambiguous(addition, fitting)
                continue
            holder = fitting[0] if fitting else Holder(next(ids), None, None)
            self.found |= {holder.id} & holders.concepts.keys()
            self._keep_addition(self._plan_addition(addition, holder), addition, holders, plans)
        return plans.changes()

    def _find_fitting(self, addition: Addition, held: Sequence[Holder]) -> Sequence[Holder]:
        """Return the holders of its term that an entry may speak of: of several those that are alike.

        Where it says that it differs from what an entry of this file has come to already, it is none of that:
        the file itself has two meanings of the term.
        """
        fitting = [one for one in held if addition.scope in ("", one.scope)]
        if not fitting:
            return fitting
        said = addition.concept_with(fitting[0].id)
        alike = [one for one in fitting if not (one.here and is_apart(said, one.here))]
        if len(fitting) > 1:
            sharing = [one for one in alike if one.here and shares_rendering(said, one.here)]
            fitting = sharing or alike or fitting
        return [one for one in fitting if one in alike or one.id not in self._come_to]

    def _plan_addition(self, addition: Addition, holder: Holder) -> Planned:
        said = tag_plainly(holder.base or holder.here, self._matcher.lead(addition.concept_with(holder.id)))
        decide = self._decider(holder.id)
        if holder.base:
            return join_addition(holder.base, holder.here, said, decide=decide)
        if holder.here:
            return add_to_concept(holder.here, said, decide=decide)
        return add_concept(None, said, silence=Silence(), decide=decide, is_ours=False)

    def _keep_addition(self, planned: Planned, addition: Addition, holders: Holders, plans: "_Plans") -> None:
        self.conflicts.extend(planned.conflicts)
        if planned.after:
            plans.put(planned.after)
            holders.put(planned.after)
            self._come_to.add(planned.after.id)
            if addition.name in self._linked:
                self._ids[addition.name] = planned.after.id
        elif not planned.conflicts:
            term = addition.terms[0].text
            self.dropped.append(Dropped(where=addition.where, what=f"concept {term!r}", why=TAKEN_OUT))

    def plan_links(self, links: Sequence[Link]) -> list[Change]:
        """Return each concept that relations between names of the file lead from; all entries are in."""
        arrows: dict[str, list[Relation]] = {}
        for link in links:
            source, target = (self._ids.get(name, name) for name in (link.source, link.target))
            if CONCEPT_ID.fullmatch(source) and CONCEPT_ID.fullmatch(target) and source != target:
                arrows.setdefault(source, []).append(Relation(kind=link.kind, concept=target))
            else:
                why = SELF_LINK if source == target else LOST_LINK
                self.dropped.append(Dropped(where=link.where, what=f"{link.kind} {link.target!r}", why=why))
        then = self._matcher.states_then([*arrows])
        return [
            (with_relations(one, arrows[one.id], known=then.get(one.id)), one)
            for one in find_concepts(self._connection, [*arrows])
        ]

    def _drop_ambiguous(self, addition: Addition, fitting: Sequence[Holder]) -> None:
        listed = ", ".join(one.id for one in fitting)
        why = f"several concepts have this term ({listed}); write the id of one"
        self.dropped.append(Dropped(where=addition.where, what=addition.terms[0].text, why=why))

    def _place(self, id: str) -> str:
        return self._entries[id].where or id

    def _silence(self, id: str) -> Silence:
        entry = self._entries[id]
        return Silence(
            absent=self._absent, is_bare=entry.is_bare, bare=entry.bare, is_partial=entry.is_partial
        )

    def _decider(self, concept: str) -> Callable[[Clash], Policy]:
        decide = self._decide
        if isinstance(decide, Policy):
            return Policies(decide)
        return lambda clash: decide(clash.of(concept))


class _Plans:
    """The concepts of one batch as they will be; a later entry that leads to one of them finds it changed."""

    def __init__(self, before: dict[str, Concept]) -> None:
        self._before = before
        self._after: dict[str, Concept] = {}

    def now(self, id: str) -> Concept | None:
        return self._after.get(id) or self._before.get(id)

    def put(self, after: Concept) -> None:
        self._after[after.id] = after

    def changes(self) -> list[Change]:
        """Return each concept that was planned, with what it is now in the base."""
        return [(after, self._before.get(id)) for id, after in self._after.items()]


def with_relations(here: Concept, added: Iterable[Relation], *, known: Concept | None) -> Concept:
    """Return a concept with more relations; one that it had when it was ``known`` is no news."""
    had = (*here.relations, *(known.relations if known else ()))
    news = dict.fromkeys(one for one in added if one not in had)
    return structs.replace(here, relations=(*here.relations, *news)) if news else here


def _options_of(head: FileHead) -> ExportOptions:
    """Return the options that the file was exported with, as far as they matter to what comes back."""
    if head.source_lang and head.target_lang:
        return ExportOptions(source_lang=head.source_lang, target_lang=head.target_lang)
    return ExportOptions()
