"""What a person is shown of a candidate, to decide on it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from glossary.curation.proposals import Proposals
from glossary.lookup.keys import key_term
from glossary.model import Concept, Context, DocumentRecord, RankedCandidate, Term
from glossary.services.concepts.resembling import Similar, find_similar
from glossary.services.mining.candidates import contexts_to_show, require_candidate
from glossary.store import concepts as concept_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection

MOST_CONTEXTS = 20

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
