"""Contexts of concepts for files: sentences of real documents, with where they stand."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.formats.declaration import Quotation
from glossary.model import Concept, Context, DocumentRecord
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Connection
from glossary.store.rows import batches
from glossary.text.folding import folded_key

CONCEPTS_A_TIME = 500


class Quotations:
    """The contexts of the concepts that pass, fetched for some hundred of them at a time.

    Homographs have none, since nobody knows which of them a text means, and invented sample articles are
    never quoted.
    """

    def __init__(self, connection: Connection, *, limit: int) -> None:
        self._connection = connection
        self._limit = limit
        self._known: dict[str, tuple[Quotation, ...]] = {}

    def of(self, concept: Concept) -> Sequence[Quotation]:
        """Return the contexts of a concept that has just passed."""
        return self._known.get(concept.id, ())

    def passing(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        """Yield the concepts as they come, and know the contexts of each when it is yielded."""
        for batch in batches(concepts, CONCEPTS_A_TIME):
            self._known = self._fetch(batch)
            yield from batch

    def _fetch(self, concepts: Sequence[Concept]) -> dict[str, tuple[Quotation, ...]]:
        keys = {one.id: list(dict.fromkeys(folded_key(term.text) for term in one.terms)) for one in concepts}
        wanted = {key for own in keys.values() for key in own}
        plain = sorted(wanted - concept_rows.find_homographs(self._connection, sorted(wanted)))
        found = context_rows.contexts_of(self._connection, plain, limit=self._limit)
        real = {key: [one for one in contexts if not one.sample] for key, contexts in found.items()}
        documents = self._documents_of(one for contexts in real.values() for one in contexts)
        return {id: self._quote(own, real, documents) for id, own in keys.items()}

    def _documents_of(self, contexts: Iterable[Context]) -> dict[str, DocumentRecord]:
        ids = sorted({one.document for one in contexts})
        return {one.id: one for one in document_rows.list_documents(self._connection, ids)} if ids else {}

    def _quote(
        self, keys: Sequence[str], contexts: dict[str, list[Context]], documents: dict[str, DocumentRecord]
    ) -> tuple[Quotation, ...]:
        found = [one for key in keys for one in contexts.get(key, ())][: self._limit]
        return tuple(make_quotation(one, documents[one.document]) for one in found)


def make_quotation(context: Context, document: DocumentRecord) -> Quotation:
    """Return a context as a sentence, and its document by title, publisher and date."""
    text = "".join([context.left, context.keyword, context.right]).strip()
    source = ", ".join(filter(None, [document.title, document.publisher, document.date]))
    return Quotation(" ".join(text.split()), source or document.id)
