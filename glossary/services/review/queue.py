"""The queue of a sitting: which candidates to review, in which order, and finding one of them."""

from collections.abc import Collection, Iterable

from glossary.lookup.keys import key_term
from glossary.model import NAME_KINDS, CandidateKind, CandidateState, KeyKind, RankedCandidate, Term
from glossary.services.defaults import DEFAULT_TOP
from glossary.store import candidates as candidate_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key

REVIEWED_KINDS = tuple(kind for kind in CandidateKind if kind not in NAME_KINDS)


def list_queue(
    base: Base,
    *,
    state: CandidateState | None = None,
    kinds: Collection[CandidateKind] = REVIEWED_KINDS,
    top: int = DEFAULT_TOP,
    new_only: bool = False,
) -> tuple[RankedCandidate, ...]:
    """Return the candidates of one sitting, without contexts: by rank, those that were put off last.

    Without a ``state`` these are the best ``top``, decided ones too, so that the work done shows; where all
    of them are decided, the best 2 × ``top``, and so on. With one, the best ``top`` of that state.
    ``new_only`` leaves out those that are terms of the base and that nobody decided on.
    """
    with base.reading() as connection:
        if state is not None:
            return tuple(candidate_rows.list_candidates(connection, state=state, kinds=kinds, top=top))
        return _put_deferred_last(_find_sitting(connection, kinds, top, new_only=new_only))


def _find_sitting(
    connection: Connection, kinds: Collection[CandidateKind], top: int, *, new_only: bool
) -> list[RankedCandidate]:
    """Read no more of the list than the sitting needs: a large corpus has a hundred thousand candidates."""
    size = top
    while True:
        read = list(candidate_rows.list_candidates(connection, kinds=kinds, top=size))
        kept = [one for one in read if one.decision or not (new_only and one.concept)]
        first_open = next((at for at, one in enumerate(kept) if one.state is CandidateState.NEW), len(kept))
        wanted = top * (first_open // top + 1)
        if len(kept) >= wanted or len(read) < size:
            return kept[:wanted]
        size *= 2


def _put_deferred_last(entries: Iterable[RankedCandidate]) -> tuple[RankedCandidate, ...]:
    return tuple(sorted(entries, key=lambda one: one.state is CandidateState.DEFERRED))


def matches_query(entry: RankedCandidate, query: str) -> bool:
    """Whether a candidate's term holds a query: in either script, by its pinyin, initials or state."""
    candidate = entry.candidate
    asked = folded_key(query).replace(" ", "")
    if not asked or asked in candidate.key or asked == entry.state.value:
        return True
    kinds = (KeyKind.PINYIN, KeyKind.INITIALS)
    keys = key_term(Term(text=candidate.term)).keys
    return any(one.key.startswith(asked) for one in keys if one.kind in kinds)
