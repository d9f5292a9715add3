"""Asking for what was mined: candidates with their features and contexts."""

from collections.abc import Sequence
from dataclasses import replace

from glossary.errors import InvalidInput, NotFound
from glossary.model import CandidateState, Concept, Context, RankedCandidate
from glossary.model.checks import require_writable
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key, simplify

CONTEXTS_SHOWN = 5


def with_contexts(connection: Connection, ranked: Sequence[RankedCandidate]) -> tuple[RankedCandidate, ...]:
    """Return stored candidates with their contexts."""
    found = contexts_to_show(connection, [entry.candidate.key for entry in ranked], limit=CONTEXTS_SHOWN)
    return tuple(
        replace(entry, candidate=replace(entry.candidate, contexts=found.get(entry.candidate.key, ())))
        for entry in ranked
    )


def contexts_to_show(
    connection: Connection, keys: Sequence[str], *, limit: int
) -> dict[str, tuple[Context, ...]]:
    """Return the best contexts of each folded key; those of sample texts only where a key has no other."""
    found = context_rows.contexts_of(connection, keys, limit=limit)
    return {key: tuple(one for one in some if one.sample <= some[0].sample) for key, some in found.items()}


def list_candidates(
    base: Base, *, state: CandidateState | None = None, top: int | None = None
) -> tuple[RankedCandidate, ...]:
    """Return the best candidates of a state, with contexts."""
    with base.reading() as connection:
        ranked = list(candidate_rows.list_candidates(connection, state=state, top=top))
        return with_contexts(connection, ranked)


def concepts_of(base: Base, ranked: Sequence[RankedCandidate]) -> dict[str, Concept]:
    """Return by id the concepts that have these candidates for a term."""
    with base.reading() as connection:
        return find_concepts_of(connection, ranked)


def find_concepts_of(connection: Connection, ranked: Sequence[RankedCandidate]) -> dict[str, Concept]:
    """Return the same to who reads already."""
    found = concept_rows.find_concepts(connection, [one.concept for one in ranked if one.concept])
    return {concept.id: concept for concept in found}


def find_candidate(base: Base, name: str) -> RankedCandidate:
    """Return the candidate of this id or term, with its features and contexts; raises NotFound."""
    with base.reading() as connection:
        return with_contexts(connection, [require_candidate(connection, name)])[0]


def require_candidate(connection: Connection, name: str) -> RankedCandidate:
    """Return the candidate of this id, term, variant or short form; raises NotFound."""
    if not name.strip():
        raise InvalidInput("name a candidate by its id or its term")
    require_writable("the name of a candidate", name)
    found = (
        candidate_rows.find_candidate(connection, name.strip())
        or candidate_rows.find_candidate(connection, folded_key(name))
        or candidate_rows.find_candidate_of_form(connection, simplify(name.strip()))
    )
    if found is None:
        raise NotFound(f"there is no candidate {name!r}; `glossary candidates` lists them")
    return found
