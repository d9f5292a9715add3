"""Small values for the tests of the store; keys are made in the simplest way that could serve."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from glossary.model import (
    Basis,
    Candidate,
    CandidateKind,
    Change,
    Concept,
    Context,
    Definition,
    Document,
    Evidence,
    KeyedConcept,
    KeyedTerm,
    KeyKind,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermKey,
    TermType,
    Tier,
)
from glossary.store.documents import insert_documents
from glossary.text.packing import pack

if TYPE_CHECKING:
    from glossary.store.database import Connection

WORKER, CENTRE, GRID = "caaaaaaa", "cbbbbbbb", "cccccccc"
MOMENT = "2024-05-01T08:00:00Z"


def keyed(concept: Concept) -> KeyedConcept:
    return KeyedConcept(concept=concept, keyed=tuple(map(key, (*concept.terms, *concept.renderings))))


def key(term: Term) -> KeyedTerm:
    folded = term.text.lower()
    parts = [
        TermKey(KeyKind.PART, folded[at : at + length])
        for length in range(2, 5)
        for at in range(len(folded) - length + 1)
    ]
    starts = [TermKey(KeyKind.START, folded[:end]) for end in range(1, min(len(folded), 5))]
    words = [TermKey(KeyKind.WORD, word) for word in folded.split()]
    is_rendering = isinstance(term, Rendering)
    return KeyedTerm(
        folded=folded,
        reading="" if is_rendering else f"reading of {term.text}",
        keys=tuple(words if is_rendering else [*starts, *parts]),
    )


def a_concept(id: str = WORKER, text: str = "网格员", *renderings: str, **fields: Any) -> Concept:
    made = tuple(Rendering(text=rendering) for rendering in renderings)
    return Concept(**{"id": id, "terms": (Term(text=text),), "renderings": made, **fields})


def full_concept() -> Concept:
    """Every field of every value filled in; its relations lead to CENTRE and GRID."""
    official = Evidence(
        publisher="Xinhua",
        title="Grids and those who work in them",
        date="2023-05",
        url="http://example.org/a",
        mirror_of="http://example.org/b",
        tier=Tier.STATE_MEDIA,
        basis=Basis.BILINGUAL,
        note="headline",
    )
    return Concept(
        id=WORKER,
        subject_field="governance",
        scope="Hainan",
        note="not a grid engineer",
        definitions=(
            Definition(text="管理一个网格的人", language="zh-Hans", source="own"),
            Definition(text="someone who looks after a grid", language="en", source="own"),
        ),
        terms=(
            Term(
                text="网格员",
                status=Status.PREFERRED,
                part_of_speech="noun",
                reading="wǎng gé yuán",
                note="n",
            ),
            Term(text="網格員", language="zh-Hant", term_type=TermType.VARIANT, case_sensitive=True),
            Term(text="格员", term_type=TermType.SHORT_FORM, do_not_translate=True),
        ),
        renderings=(
            Rendering(text="grid worker", status=Status.PREFERRED, evidence=(official, Evidence())),
            Rendering(text="gridder", status=Status.FORBIDDEN, instead="grid worker", serves="格员"),
            Rendering(text="grid worker", language="en-GB", part_of_speech="noun"),
        ),
        relations=(
            Relation(kind=RelationKind.HAS_MEMBER, concept=GRID),
            Relation(kind=RelationKind.BROADER, concept=CENTRE),
        ),
    )


def a_document(name: str = "one", **fields: Any) -> Document:
    made = {
        "id": sha256(name.encode()).hexdigest(),
        "paths": (f"{name}.txt",),
        "text": f"text of {name}",
        "kind": "text",
        "encoding": "utf-8",
    }
    return Document(**{**made, **fields})


def insert_document(connection: "Connection", document: Document) -> bool:
    """Write one document; return whether it is new."""
    return bool(insert_documents(connection, [pack(document)]))


def a_context(document: Document, start: int = 0, **fields: Any) -> Context:
    words = {"left": "左", "keyword": "网格员", "right": "右", "original": "网格员"}
    place = {"document": document.id, "start": start, "end": start + 3, "sample": document.sample}
    return Context(**{**place, **words, **fields})


def a_candidate(term: str = "网格员", **fields: Any) -> Candidate:
    return Candidate(**{"key": term, "term": term, "kind": CandidateKind.TERM, **fields})


def a_change(verb: str = "add", **fields: Any) -> Change:
    return Change(**{"who": "me", "when": MOMENT, "why": "", "verb": verb, "thing": WORKER, **fields})


def texts(found: Sequence[Any]) -> list[str]:
    return [each.text for each in found]
