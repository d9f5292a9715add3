"""A base to review: the five concepts of small_base.py, a grid, and ten candidates with two contexts each.

Each candidate asks for another decision: a new term that can be composed, one that is known, a homograph, a
short form, a variant, a fragment, one with a part that nobody knows.
"""

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from conftest import write_base
from small_base import CONCEPTS

from glossary.model import (
    Candidate,
    CandidateKind,
    Concept,
    Context,
    Document,
    Evidence,
    Rendering,
    Status,
    Term,
    Tier,
)
from glossary.store.candidates import replace_candidates
from glossary.store.contexts import replace_contexts
from glossary.store.database import Connection, open_base
from glossary.store.documents import insert_documents
from glossary.text.packing import pack

GRID, WATER = "cgridaaa", "cwateraa"
REVIEWED_CONCEPTS = (
    *CONCEPTS,
    Concept(
        id=GRID,
        subject_field="governance",
        terms=(Term(text="网格", status=Status.PREFERRED),),
        renderings=(Rendering(text="grid", status=Status.PREFERRED, evidence=(Evidence(),)),),
    ),
    Concept(
        id=WATER,
        terms=(Term(text="绿荫道", status=Status.PREFERRED),),
        renderings=(
            Rendering(
                text="shaded path",
                evidence=(Evidence(publisher="Lakeside Post", date="2020", tier=Tier.MEDIA),),
            ),
        ),
    ),
)
WORKER, KNOWN, FOUR, SHORT, VARIANT, FRAGMENT, BRIGHT, FIFTH, BODY, LAST = TERMS = (
    "网格员",
    "绿道",
    "四水同治",
    "湖长制",
    "河湖长负责制",
    "的网格",
    "雪亮工程",
    "巡河",
    "堤防管理站",
    "渗水点",
)
KINDS = {FOUR: CandidateKind.FORMULA, BODY: CandidateKind.ORGANISATION}
FEATURES = {"salience": 4.2, "specificity": 0.9, "independence": 0.35, "shape": 1.0, "marking": 1.0}
LEFT, RIGHT = "湖边的人都知道，县里今年又添了二十名", "，每天早晚各走一趟，把看到的记在本子上。"


def write_review_base(
    path: Path, *, sample_of: Collection[str] = (), also_real: Collection[str] = ()
) -> Path:
    """Write the base and return its path.

    The contexts of the terms ``sample_of`` are of sample texts; those of ``also_real`` have another besides.
    """
    write_base(path, REVIEWED_CONCEPTS)
    with open_base(str(path), write=True) as base, base.writing() as connection:
        replace_candidates(connection, map(make_candidate, TERMS))
        replace_contexts(connection, _contexts_of_terms(connection, sample_of, also_real))
    return path


def _contexts_of_terms(
    connection: Connection, sample_of: Collection[str], also_real: Collection[str]
) -> list[tuple[str, list[Context]]]:
    found = [(term, _write_contexts(connection, term, is_sample=term in sample_of)) for term in TERMS]
    others = {term: _write_contexts(connection, term, more="他们还在。")[:1] for term in also_real}
    return [(term, [*contexts, *others.get(term, ())]) for term, contexts in found]


def make_candidate(term: str) -> Candidate:
    kind = KINDS.get(term, CandidateKind.TERM)
    return Candidate(key=term, term=term, kind=kind, score=3.5, count=7, documents=2, features=FEATURES)


def _write_contexts(
    connection: Connection, term: str, *, is_sample: bool = False, more: str = ""
) -> list[Context]:
    text = LEFT + term + RIGHT + more
    id = sha256((term + more).encode()).hexdigest()
    document = Document(
        id=id,
        paths=("lake.txt",),
        kind="txt",
        encoding="utf-8",
        text=text,
        title="湖边的一天",
        publisher="湖边报",
        date="2024",
        sample=is_sample,
    )
    insert_documents(connection, [pack(document)])
    places = ((len(LEFT), LEFT), (len(LEFT), LEFT[6:]))
    return [
        Context(
            document=id,
            start=start + number,
            end=start + number + len(term),
            left=left,
            keyword=term,
            right=RIGHT,
            original=term,
        )
        for number, (start, left) in enumerate(places)
    ]
