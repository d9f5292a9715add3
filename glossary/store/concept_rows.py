"""Concepts as rows; no statement here. A row holds its values in the order of the table's columns."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table

from glossary.model import Concept, KeyedConcept, KeyedTerm, KeyKind, Rendering, Term
from glossary.store.tables import definition, evidence, redirect, relation, term, term_key

AnyRow = tuple[object, ...]
KeyRow = tuple[str, str, int, int]


def concept_row(value: Concept) -> AnyRow:
    """Return the row of the concept itself."""
    return (value.id, value.subject_field, value.scope, value.note)


def child_rows(concepts: Iterable[KeyedConcept], *, first_term_id: int) -> dict[Table, list[AnyRow]]:
    """Return the rows of everything that hangs on the concepts, by table, parents first.

    Terms are numbered from ``first_term_id``. Keys are sorted: in the order of their index they go in faster.
    """
    rows: dict[Table, list[AnyRow]] = {
        table: [] for table in (definition, term, evidence, relation, redirect)
    }
    keys: list[KeyRow] = []
    term_id = first_term_id
    for keyed_concept in concepts:
        value = keyed_concept.concept
        rows[definition] += _definition_rows(value)
        rows[relation] += _relation_rows(value)
        rows[redirect] += ((old, value.id, position) for position, old in enumerate(value.redirects))
        designations = (*enumerate(value.terms), *enumerate(value.renderings))
        for (position, designation), keyed in zip(designations, keyed_concept.keyed, strict=True):
            rows[term].append((term_id, value.id, *_term_values(position, designation, keyed)))
            rows[evidence] += _evidence_rows(term_id, designation)
            keys += key_rows(term_id, designation, keyed)
            term_id += 1
    return {**rows, term_key: [*sorted(keys)]}


def _definition_rows(value: Concept) -> Iterator[AnyRow]:
    for position, wording in enumerate(value.definitions):
        yield (value.id, position, wording.language, wording.text, wording.source)


def _relation_rows(value: Concept) -> Iterator[AnyRow]:
    for position, arrow in enumerate(value.relations):
        yield (value.id, position, arrow.kind.value, arrow.concept)


def _term_values(position: int, value: Term, keyed: KeyedTerm) -> AnyRow:
    serves, instead = (value.serves, value.instead) if isinstance(value, Rendering) else ("", "")
    return (
        value.language,
        value.text,
        isinstance(value, Rendering),
        position,
        keyed.folded,
        value.reading,
        keyed.reading,
        value.status.value,
        value.part_of_speech,
        value.term_type.value,
        value.case_sensitive,
        value.do_not_translate,
        value.note,
        serves,
        instead,
    )


def _evidence_rows(term_id: int, value: Term) -> Iterator[AnyRow]:
    facts = value.evidence if isinstance(value, Rendering) else ()
    for position, fact in enumerate(facts):
        basis = fact.basis.value if fact.basis else ""
        source = (fact.publisher, fact.title, fact.date, fact.url, fact.mirror_of)
        yield (term_id, position, *source, fact.tier.value, basis, fact.note)


def key_rows(term_id: int, value: Term, keyed: KeyedTerm) -> set[KeyRow]:
    """Return the rows of a term's keys; the folded spelling is always one of them."""
    rank = rank_of(value, keyed)
    keys = {(key.kind.value, key.key, rank, term_id) for key in keyed.keys}
    return {*keys, (KeyKind.FOLDED.value, keyed.folded, rank, term_id)}


def rank_of(value: Term, keyed: KeyedTerm) -> int:
    """Return how far behind a term stands among those of one key: its characters, a rendering's words."""
    return len(keyed.folded.split()) if isinstance(value, Rendering) else len(value.text)
