"""An answer as the services give it, for what becomes of it afterwards."""

from small_base import CONCEPTS

from glossary.model import (
    Candidate,
    Concept,
    Context,
    Document,
    DocumentRecord,
    Hit,
    MatchKind,
    RankedCandidate,
)

GREENWAY, CHIEF, RAFT, *FOURS = CONCEPTS
DOCUMENT = Document(
    id="d" * 64, paths=("news/a.txt", "b.txt"), text="沿着绿道走", kind="text", encoding="gb18030"
)
RECORD = DocumentRecord(
    id=DOCUMENT.id,
    paths=DOCUMENT.paths,
    kind="text",
    encoding="gb18030",
    offsets="file",
    title="湖边的绿道",
    publisher="Lakeside Post",
    date="2024-03-01",
    sample=True,
    cluster="dddd",
    characters=5,
    kept_characters=4,
    repairs={"width": 2, "reading": 1},
)
CONTEXT = Context(
    document=DOCUMENT.id, start=2, end=4, left="沿着", keyword="绿道", right="走", original="綠道"
)
RECORDS = {RECORD.id: RECORD}
RANKED = RankedCandidate(
    candidate=Candidate(
        key="绿道网",
        term="绿道网",
        score=1.5,
        count=4,
        documents=2,
        clusters=1,
        features={"contrast": 0.5},
        variants=("綠道網",),
        short_forms=("道网",),
        contexts=(CONTEXT,),
    ),
    rank=3,
    concept=GREENWAY.id,
)


def a_hit(concept: Concept = GREENWAY, match: MatchKind = MatchKind.EXACT, *contexts: Context) -> Hit:
    found = concept.terms[0]
    return Hit(
        concept=concept,
        term=found,
        reading="lǜ dào",
        match=match,
        key=found.text,
        renderings=concept.renderings,
        contexts=contexts,
    )
