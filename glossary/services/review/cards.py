"""Reviewing candidates one by one: the queue, what to show of each, and what was done last."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from glossary.curation.proposals import Proposals
from glossary.lookup.keys import key_term
from glossary.model import (
    NAME_KINDS,
    CandidateKind,
    CandidateState,
    Change,
    Concept,
    Context,
    DocumentRecord,
    KeyKind,
    RankedCandidate,
    Term,
)
from glossary.services.concepts.resembling import Similar, find_similar
from glossary.services.defaults import DEFAULT_TOP
from glossary.services.mining.candidates import contexts_to_show, require_candidate
from glossary.services.review.proposing import learn_base, propose_renderings
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key

MOST_CONTEXTS = 20
LEARN_AGAIN_AFTER = 10
LEARN_AGAIN_GROWTH = 0.05
DEEDS = frozenset({"accept", "reject", "defer", "reopen", "merge", "add", "edit", "split"})
REVIEWED_KINDS = tuple(kind for kind in CandidateKind if kind not in NAME_KINDS)

Propose = Callable[[str], Proposals]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A context and the document that it is from."""

    context: Context
    document: DocumentRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that a person needs to decide on one candidate.

    ``known`` are the concepts that have this very term already, homographs in their order; ``similar`` are
    others, the most alike first.
    """

    entry: RankedCandidate
    reading: str = ""
    quotes: tuple[Quote, ...] = ()
    known: tuple[Concept, ...] = ()
    similar: tuple[Similar, ...] = ()
    proposals: Proposals = field(default_factory=Proposals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One operation of one person: its number, verb and moment, the things changed, and what it was about."""

    number: int
    verb: str
    who: str
    when: str
    term: str
    things: tuple[str, ...]


class Proposer:
    """Proposes renderings, term after term, from what the base teaches; learns again as the base grows."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._learn()

    def __call__(self, text: str) -> Proposals:
        """Return what to propose for a Chinese term."""
        return propose_renderings(self._base, text, heads=self._heads)

    def note_growth(self) -> None:
        """Take notice of one more rendering in the base."""
        self._news += 1
        if self._news >= max(LEARN_AGAIN_AFTER, LEARN_AGAIN_GROWTH * self._concepts):
            self._learn()

    def _learn(self) -> None:
        self._heads = learn_base(self._base)
        with self._base.reading() as connection:
            self._concepts = concept_rows.count_concepts(connection)
        self._news = 0


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


def make_card(base: Base, id: str, *, propose: Propose) -> Card:
    """Return what there is to know about the candidate of this id; raises NotFound."""
    with base.reading() as connection:
        entry = require_candidate(connection, id)
    proposals = propose(entry.candidate.term)
    with base.reading() as connection:
        key = entry.candidate.key
        keyed = key_term(Term(text=entry.candidate.term))
        known = concept_rows.find_concepts(connection, concept_rows.concepts_with_folded(connection, key))
        return Card(
            entry=entry,
            reading=keyed.reading,
            quotes=_find_quotes(connection, key),
            known=tuple(known),
            similar=find_similar(connection, entry.candidate.term, [one.text for one in proposals.proposals]),
            proposals=proposals,
        )


def _find_quotes(connection: Connection, key: str) -> tuple[Quote, ...]:
    contexts = contexts_to_show(connection, [key], limit=MOST_CONTEXTS).get(key, ())
    wanted = sorted({context.document for context in contexts})
    documents = {record.id: record for record in document_rows.list_documents(connection, wanted)}
    return tuple(Quote(context=one, document=documents[one.document]) for one in contexts)


def find_last_deed(base: Base, *, who: str) -> Deed | None:
    """Return the last thing that this person did to concepts and candidates and that still stands."""
    with base.reading() as connection:
        operations = change_rows.newest_operations(connection, who=who)
        return _first_standing(connection, operations)


def find_deed_about(base: Base, id: str) -> Deed | None:
    """Return the last thing that anybody did to a candidate or concept and that still stands."""
    with base.reading() as connection:
        changes = [*change_rows.list_changes(connection, thing=id)]
        return _first_standing(connection, (one.operation for one in reversed(changes) if not one.undoes))


def last_number(base: Base) -> int:
    """Return the number of the last change, 0 where there is none: what has a higher one came later."""
    with base.reading() as connection:
        return change_rows.last_change(connection)


def _first_standing(connection: Connection, operations: Iterable[int]) -> Deed | None:
    """Look at the verb of each alone: an import, which is no deed, may be of ten thousand changes."""
    undone = change_rows.undone_operations(connection)
    deeds = (one for one in operations if change_rows.verb_of(connection, one) in DEEDS)
    standing = next((one for one in deeds if one not in undone), None)
    return _describe_deed(connection, standing) if standing else None


def _describe_deed(connection: Connection, operation: int) -> Deed:
    changes = change_rows.changes_of_operation(connection, operation)
    terms = (_term_of(connection, one) for one in reversed(changes))
    return Deed(
        number=operation,
        verb=changes[0].verb,
        who=changes[0].who,
        when=changes[0].when,
        term=next(filter(None, terms), changes[0].thing),
        things=tuple(one.thing for one in changes),
    )


def _term_of(connection: Connection, change: Change) -> str:
    """Return the term that a change is about; the candidate's, where it is about one."""
    candidate = candidate_rows.find_candidate(connection, change.thing)
    if candidate:
        return candidate.candidate.term
    concept = concept_rows.find_concept(connection, concept_rows.current_id(connection, change.thing))
    return concept.head.text if concept else ""


def matches_query(entry: RankedCandidate, query: str) -> bool:
    """Whether a candidate's term holds a query: in either script, by its pinyin, initials or state."""
    candidate = entry.candidate
    asked = folded_key(query).replace(" ", "")
    if not asked or asked in candidate.key or asked == entry.state.value:
        return True
    kinds = (KeyKind.PINYIN, KeyKind.INITIALS)
    keys = key_term(Term(text=candidate.term)).keys
    return any(one.key.startswith(asked) for one in keys if one.kind in kinds)
