"""Mined candidates, and what people decided about them."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, literal, or_, select

from glossary.model import (
    NAME_KINDS,
    Candidate,
    CandidateKind,
    CandidateState,
    DecidedKey,
    Decision,
    KeyKind,
    RankedCandidate,
)
from glossary.store.mined_tables import candidate, candidate_decision
from glossary.store.rows import batches, find_for, insert_rows, stream
from glossary.store.tables import term, term_key

BATCH_CANDIDATES = 1_000
GLOSSARY_KINDS = frozenset(CandidateKind) - NAME_KINDS
# Written out, not bound: PostgreSQL takes a bound value for another one in each clause of a statement.
NEW = literal(CandidateState.NEW.value, literal_execute=True)
STATE = func.coalesce(candidate_decision.c.state, NEW)


def _concept_of_key() -> Any:
    """The one concept that has a term of the candidate's key; none where several have it."""
    holders = select(func.min(term.c.concept_id)).join(term_key, term_key.c.term_id == term.c.id)
    same_key = (term_key.c.kind == KeyKind.FOLDED.value, term_key.c.key == candidate.c.key)
    only_one = func.count(func.distinct(term.c.concept_id)) == 1
    found = holders.where(*same_key, ~term.c.is_rendering).having(only_one)
    return found.scalar_subquery().label("concept_now")


RANKED = (
    select(
        candidate,
        STATE.label("state"),
        *(candidate_decision.c[name] for name in ("reason", "who", "when", "concept_id")),
        _concept_of_key(),
    )
    .outerjoin(candidate_decision, candidate_decision.c.key == candidate.c.key)
    .order_by(candidate.c.rank)
)
DECISIONS = select(candidate_decision).order_by(candidate_decision.c.key)


def replace_candidates(connection: Connection, candidates: Iterable[Candidate]) -> int:
    """Write candidates, best first, in the place of all before; return how many. Decisions stay.

    Contexts are written apart, with ``replace_contexts``.
    """
    connection.execute(delete(candidate))
    written = 0
    for batch in batches(candidates, BATCH_CANDIDATES):
        insert_rows(
            connection, candidate, [_row(value, rank) for rank, value in enumerate(batch, written + 1)]
        )
        written += len(batch)
    return written


def list_candidates(
    connection: Connection,
    *,
    state: CandidateState | None = None,
    kinds: Collection[CandidateKind] = GLOSSARY_KINDS,
    top: int | None = None,
) -> Iterator[RankedCandidate]:
    """Yield the best ``top`` candidates of a state and of some kinds, best first; all where not limited.

    Without ``kinds`` persons and places, which are names, are left out.
    """
    statement = RANKED.where(candidate.c.kind.in_([kind.value for kind in kinds])).limit(top)
    if state is not None:
        statement = statement.where(STATE.in_([state.value]))
    return _ranked(connection, statement)


def find_candidate(connection: Connection, id_or_key: str) -> RankedCandidate | None:
    """Return the candidate of this id or folded key, if there is one."""
    named = or_(candidate.c.id == id_or_key, candidate.c.key == id_or_key)
    return next(_ranked(connection, RANKED.where(named)), None)


def find_candidate_of_form(connection: Connection, text: str) -> RankedCandidate | None:
    """Return the best candidate that has ``text`` among its short forms or variants, if there is one."""
    listed = json.dumps(text, ensure_ascii=False)
    forms = (candidate.c.short_forms, candidate.c.variants)
    named = or_(*(column.contains(listed, autoescape=True) for column in forms))
    return next(_ranked(connection, RANKED.where(named).limit(1)), None)


def decide(connection: Connection, key: str, decision: Decision | None) -> None:
    """Write what was decided about the candidate of this folded key; None takes a decision back."""
    connection.execute(delete(candidate_decision).where(candidate_decision.c.key == key))
    if decision is not None:
        who_and_when = (decision.reason, decision.who, decision.when, decision.concept)
        insert_rows(connection, candidate_decision, [(key, decision.state.value, *who_and_when)])


def find_decision(connection: Connection, key: str) -> DecidedKey | None:
    """Return what was decided about this folded key, if anything."""
    found = connection.execute(DECISIONS.where(candidate_decision.c.key == key)).first()
    return _decided(found) if found else None


def list_decisions(connection: Connection, *, concept: str | None = None) -> Iterator[DecidedKey]:
    """Yield all decisions, or those that led to one concept, in the order of keys."""
    wanted = DECISIONS if concept is None else DECISIONS.where(candidate_decision.c.concept_id == concept)
    return map(_decided, stream(connection, wanted))


def keys_decided_for(connection: Connection, concepts: Sequence[str]) -> list[tuple[str, str]]:
    """Return (folded key, concept), in the order of keys, for each decision that led to one of them."""
    led_to = candidate_decision.c.concept_id
    wanted = select(candidate_decision.c.key, led_to).where(led_to.in_(bindparam("ids", expanding=True)))
    return sorted((row.key, row.concept_id) for row in find_for(connection, wanted, "ids", concepts))


def decided_keys(connection: Connection) -> Iterator[str]:
    """Yield the folded key of every candidate that somebody decided on."""
    return (row.key for row in stream(connection, select(candidate_decision.c.key)))


def _ranked(connection: Connection, statement: Select[Any]) -> Iterator[RankedCandidate]:
    return map(_value, stream(connection, statement))


def _row(value: Candidate, rank: int) -> tuple[object, ...]:
    counts = (value.count, value.documents, value.clusters)
    features = json.dumps(dict(value.features))
    lists = (_json_list(value.variants), _json_list(value.short_forms))
    members = json.dumps(
        {document: list(names) for document, names in value.members.items()}, ensure_ascii=False
    )
    about = (value.id, value.key, value.term, value.kind.value, value.score)
    return (*about, *counts, features, *lists, rank, members)


def _json_list(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _value(row: Row[Any]) -> RankedCandidate:
    return RankedCandidate(
        candidate=_candidate(row), rank=row.rank, decision=_decision(row), concept=row.concept_now
    )


def _candidate(row: Row[Any]) -> Candidate:
    return Candidate(
        key=row.key,
        term=row.term,
        kind=CandidateKind(row.kind),
        score=row.score,
        count=row._mapping["count"],
        documents=row.documents,
        clusters=row.clusters,
        features=json.loads(row.features),
        variants=tuple(json.loads(row.variants)),
        short_forms=tuple(json.loads(row.short_forms)),
        members={document: tuple(names) for document, names in json.loads(row.members).items()},
    )


def _decided(row: Row[Any]) -> DecidedKey:
    state = CandidateState(row.state)
    decision = Decision(state=state, who=row.who, when=row.when, reason=row.reason, concept=row.concept_id)
    return DecidedKey(key=row.key, decision=decision)


def _decision(row: Row[Any]) -> Decision | None:
    if row.state == CandidateState.NEW:
        return None
    return Decision(
        state=CandidateState(row.state),
        who=row.who,
        when=row.when,
        reason=row.reason,
        concept=row.concept_id,
    )
