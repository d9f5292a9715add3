"""What was done to the base, told so that people can read it: the decision log."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from glossary.curation.differences import Difference, compare_concepts, compare_decisions
from glossary.errors import InvalidInput, NotFound
from glossary.model import Change, Concept, ThingKind, kind_of
from glossary.model.checks import require_partial_date
from glossary.model.plain import concept_from_json, decision_from_json
from glossary.report.records import Payload, describe_change
from glossary.services.concepts.requiring import require_concept
from glossary.store import changes as change_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection
from glossary.store.rows import batches

CHANGES_AT_A_TIME = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change with the term that it is about, what differs, and whether it is taken back now.

    ``term`` is Chinese, or what a document is called that the base still holds.
    """

    change: Change
    term: str
    differences: tuple[Difference, ...]
    is_undone: bool


def tell_concept(base: Base, id: str) -> tuple[Told, ...]:
    """Return what was done to a concept, the oldest first, with what was merged into it; raises NotFound."""
    with base.reading() as connection:
        things = _things_of(connection, id)
        changes = [one for thing in things for one in change_rows.list_changes(connection, thing=thing)]
        undone = change_rows.undone_operations(connection)
        return tuple(_tell(change, undone, {}) for change in sorted(changes, key=lambda one: one.number))


def _things_of(connection: Connection, id: str) -> tuple[str, ...]:
    """Return the ids under which a concept was changed; one that was taken back has its own alone."""
    try:
        concept = require_concept(connection, id)
    except NotFound:
        if any(change_rows.list_changes(connection, thing=id.strip(), newest=1)):
            return (id.strip(),)
        raise
    return (concept.id, *concept.redirects)


def tell_base(base: Base, *, newest: int | None = None, who: str = "", since: str = "") -> tuple[Told, ...]:
    """Return what was done to the base, the oldest first: all, the last few, one person's, since a date.

    Raises InvalidInput where ``since`` is no date.
    """
    return tuple(stream_base(base, newest=newest, who=who, since=since))


def stream_base(base: Base, *, newest: int | None = None, who: str = "", since: str = "") -> Iterator[Told]:
    """Yield the same one by one; until the last is taken the base is being read."""
    if since:
        require_partial_date(since)
    with base.reading() as connection:
        undone = change_rows.undone_operations(connection)
        changes = change_rows.list_changes(connection, newest=newest, who=who, since=since)
        for some in batches(changes, CHANGES_AT_A_TIME):
            documents = (one.thing for one in some if kind_of(one.thing) is ThingKind.DOCUMENT)
            names = dict(document_rows.list_names(connection, documents))
            yield from (_tell(change, undone, names) for change in some)


def describe_told(told: Told) -> Payload:
    """Return one change as JSON has it, in the terminal and over HTTP."""
    return describe_change(
        told.change, term=told.term, differences=told.differences, is_undone=told.is_undone
    )


def _tell(change: Change, undone: Collection[int], documents: Mapping[str, str]) -> Told:
    term, differences = _read(change)
    term = term or documents.get(change.thing, "")
    return Told(change=change, term=term, differences=differences, is_undone=change.operation in undone)


def _read(change: Change) -> tuple[str, tuple[Difference, ...]]:
    """Return the term and the differences; a change of an older glossary may have none that can be read."""
    try:
        if kind_of(change.thing) is ThingKind.CANDIDATE:
            decided = decision_from_json(change.before), decision_from_json(change.after)
            return _key(*decided), compare_decisions(*decided)
        if kind_of(change.thing) is ThingKind.CONCEPT:
            concepts = concept_from_json(change.before), concept_from_json(change.after)
            return _head(*concepts), compare_concepts(*concepts)
    except InvalidInput:
        pass
    return "", ()


def _key(*decided: object) -> str:
    return next((getattr(one, "key", "") for one in reversed(decided) if one), "")


def _head(*concepts: Concept | None) -> str:
    return next((one.head.text for one in reversed(concepts) if one), "")
