"""Concepts in from files: a three-way merge with what they were when the file was exported."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from glossary.curation.conflicts import Conflict, Policy
from glossary.curation.differences import Difference, compare_concepts
from glossary.curation.duplicates import Duplicate
from glossary.errors import InvalidInput
from glossary.formats.concepts import Dropped
from glossary.formats.declaration import ImportOptions
from glossary.lookup.keys import key_concept
from glossary.model import Concept, Snapshot
from glossary.services.concepts.duplicates import find_duplicates_of
from glossary.services.concepts.recording import Writing, begin_operation, write_concepts, write_decision
from glossary.services.concepts.relations import refuse_lost_relations
from glossary.services.garbage import without_collector
from glossary.services.importing.planning import Decider, Planner
from glossary.services.importing.reading import Incoming, choose_format
from glossary.services.progress import Progress, no_progress
from glossary.store import candidates as candidate_rows
from glossary.store import snapshots as snapshot_rows
from glossary.store.concepts import count_concepts, existing_ids
from glossary.store.database import Base, Connection
from glossary.store.on_disk import DiskDict, DiskList
from glossary.store.rows import batches

CONCEPTS_AT_A_TIME = 1_000
READING, IMPORTING = "reading the file", "importing"
LEAST_FIRST = ("unchanged", "changed", "added")


@dataclass(frozen=True, slots=True)
class Preview:
    """One concept that an import adds or changes: its head term, and what differs."""

    concept: str
    term: str
    is_new: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, by concept id; ``dropped`` says what of the file is not in the base, and why.

    Each list may be as long as the file; it lies on the disk then.
    ``snapshot`` is the state of the base that the file was compared with, empty where it only added;
    ``unknown_snapshot`` is one that the file names and this base does not know. ``missing`` counts those of
    the ``there_before`` concepts of the base that the file does not have: they stay. ``duplicates`` are
    concepts of the file that may be one with another, for what is new about them; ``previews`` are there
    after a dry run.
    """

    added: Collection[str]
    changed: Collection[str]
    unchanged: Collection[str]
    conflicts: Collection[Conflict]
    dropped: Collection[Dropped]
    duplicates: Collection[Duplicate] = ()
    snapshot: str = ""
    unknown_snapshot: str = ""
    missing: int = 0
    there_before: int = 0
    previews: Collection[Preview] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the file could be used at all."""
        return not (self.added or self.changed or self.unchanged)


def import_file(
    base: Base,
    path: Path,
    *,
    format_name: str | None = None,
    decide: Decider | Policy = Policy.KEEP,
    snapshot: str = "",
    columns: tuple[str, ...] = (),
    dry_run: bool = False,
    who: str,
    progress: Progress = no_progress,
) -> ImportReport:
    """Bring the concepts of a file into the base, all or nothing; a dry run only says what would happen.

    What its author changed since the ``snapshot`` (else the one that the file names) is taken, removals too;
    without one that the base knows the file only adds. ``decide`` is a policy, or is asked about each
    conflict: where both sides say different things of one field. ``columns`` names those of a table where
    the guess is not right. Raises InvalidInput for an unknown
    ``snapshot``, and where a relation leads nowhere.
    """
    progress(READING, 0, 0)
    format = choose_format(path, format_name)
    incoming = Incoming(format, path, options=ImportOptions(columns=columns))
    with without_collector():
        head = incoming.read_head()
        with base.reading() if dry_run else base.writing() as connection:
            since = _find_snapshot(connection, snapshot or head.snapshot, is_named=bool(snapshot))
            there_before = count_concepts(connection) if since else 0
            taken, linked = incoming.ids, incoming.linked
            planner = Planner(connection, head, format, since, decide, taken=taken, linked=linked)
            run = _Import(connection, incoming, planner, dry_run=dry_run)
            run.bring(who=who, why=f"import of {path.name}", progress=progress)
            return run.tell(
                snapshot=since.id if since else "",
                unknown_snapshot="" if since else head.snapshot,
                there_before=there_before,
            )


def _find_snapshot(connection: Connection, id: str, *, is_named: bool) -> Snapshot | None:
    """Return the state to compare with, if it is known; one that somebody named must be."""
    found = snapshot_rows.find_snapshot(connection, id) if id else None
    if is_named and found is None:
        raise InvalidInput(
            f"this base has no snapshot {id!r}; `glossary snapshot --list` shows those that it has, "
            "and without `base` the file only adds"
        )
    return found


class _Import:
    """One import: what it met so far, planned and written batch by batch."""

    def __init__(
        self, connection: Connection, incoming: Incoming, planner: Planner, *, dry_run: bool
    ) -> None:
        self._connection = connection
        self._incoming = incoming
        self._planner = planner
        self._dry_run = dry_run
        self._outcomes = DiskDict()
        self._duplicates = DiskList[Duplicate]()
        self._previews = DiskList[Preview]()
        self._arrows = DiskDict()

    def bring(self, *, who: str, why: str, progress: Progress) -> None:
        """Bring in every concept and every addition; how many there are is known when the last is read."""
        self._operation = begin_operation(self._connection, who=who, verb="import", why=why)
        incoming = self._incoming
        done = 0
        for concepts in batches(incoming.read_concepts(), CONCEPTS_AT_A_TIME):
            progress(IMPORTING, done, 0)
            self._write(self._planner.plan_concepts(concepts))
            done += len(concepts)
        total = done + incoming.number_of_additions
        for additions in batches(incoming.read_additions(), CONCEPTS_AT_A_TIME):
            progress(IMPORTING, done, total)
            self._write(self._planner.plan_additions(additions))
            done += len(additions)
        for links in batches(incoming.links, CONCEPTS_AT_A_TIME):
            self._write(self._planner.plan_links(links))
        refuse_lost_relations(self._connection, self._arrows, new=self._outcomes)
        self._bring_decisions()

    def tell(self, *, snapshot: str, unknown_snapshot: str, there_before: int) -> ImportReport:
        """Return what was done."""
        named = self._planner.found
        for some in batches(self._incoming.dropped, CONCEPTS_AT_A_TIME):
            named |= existing_ids(self._connection, [one.concept for one in some])
        return ImportReport(
            added=self._ids_of("added"),
            changed=self._ids_of("changed"),
            unchanged=self._ids_of("unchanged"),
            conflicts=self._planner.conflicts,
            dropped=DiskList(chain(self._incoming.dropped, self._planner.dropped)),
            duplicates=self._duplicates,
            snapshot=snapshot,
            unknown_snapshot=unknown_snapshot,
            missing=max(0, there_before - len(named)),
            there_before=there_before,
            previews=self._previews,
        )

    def _ids_of(self, outcome: str) -> Collection[str]:
        return DiskList(id for id, told in self._outcomes.items() if told == outcome)

    def _write(self, changes: Sequence[tuple[Concept, Concept | None]]) -> None:
        """Write what a batch changed, count it, and hold it against what it may be a duplicate of."""
        for after, before in changes:
            kind = "added" if before is None else "unchanged" if after == before else "changed"
            self._count(kind, after.id)
        writings = [Writing(key_concept(after), before) for after, before in changes if after != before]
        concepts = [one.keyed.concept for one in writings]
        self._arrows.update((arrow.concept, one.id) for one in concepts for arrow in one.relations)
        pairs = [(one.keyed, one.before) for one in writings]
        self._duplicates.extend(find_duplicates_of(self._connection, pairs))
        if self._dry_run:
            self._previews.extend(map(_preview, writings))
        else:
            write_concepts(self._connection, writings, operation=self._operation)

    def _count(self, outcome: str, id: str) -> None:
        """Count a concept once, though several entries of the file may lead to it: added, else changed."""
        known = self._outcomes.get(id)
        if known is None or LEAST_FIRST.index(outcome) > LEAST_FIRST.index(known):
            self._outcomes[id] = outcome

    def _bring_decisions(self) -> None:
        """Write the decisions on candidates that nobody decided on here; what was decided here stays."""
        for decided in () if self._dry_run else self._incoming.decisions:
            if candidate_rows.find_decision(self._connection, decided.key) is None:
                write_decision(self._connection, decided.key, decided, operation=self._operation)


def _preview(one: Writing) -> Preview:
    after = one.keyed.concept
    return Preview(after.id, after.head.text, one.before is None, compare_concepts(one.before, after))
