"""A small mining run of one's own, without a base: two near-copies, another text, nested terms."""

from dataclasses import replace

from glossary.model import Candidate, Context, DocumentRecord, RankedCandidate, Status
from glossary.report.mining_values import ListedDocument, ListedRendering, ListedTerm, Mark, MiningRun

FEATURES = {
    "salience": 4.0,
    "specificity": 0.5,
    "independence": 1.0,
    "marking": 1.3,
    "quoted": 3,
    "moon_phase": 0.25,
}


def record(number: int, **changes: object) -> DocumentRecord:
    plain = DocumentRecord(
        id=f"{number:064x}",
        paths=(f"articles/{number}.txt",),
        kind="text",
        encoding="utf-8",
        offsets="file",
        title=f"第{number}篇",
        publisher="湖边日报",
        date=f"2024-03-{number:02}" if number < 28 else "",
        sample=False,
        cluster=f"{number}",
        characters=200,
        kept_characters=150,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def context(document: int = 1, **changes: object) -> Context:
    plain = Context(
        document=f"{document:064x}",
        start=4,
        end=7,
        left="清晨七点，",
        keyword="巡护员",
        right="上堤。",
        original="巡护员",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def term(text: str, rank: int, **changes: object) -> ListedTerm:
    features = {"key": text, "term": text, "score": 9.0 / rank, "count": 4, "documents": 2, "clusters": 2}
    candidate = Candidate(**(features | {"features": FEATURES} | changes))  # type: ignore[arg-type]
    return ListedTerm(entry=RankedCandidate(candidate=candidate, rank=rank))


def run(**changes: object) -> MiningRun:
    keeper = term("巡护员", 1, short_forms=("巡员",), variants=("巡護員",), contexts=(context(),))
    english = ListedRendering(
        text="dyke keeper",
        language="en",
        status=Status.PREFERRED,
        facts=2,
        publishers=("Lakeside Post",),
        is_attested=True,
    )
    marks = (Mark(1, 0.1), Mark(1, 0.6), Mark(3, 0.5, of_form=True))
    plain = MiningRun(
        documents=(
            ListedDocument(
                number=1,
                record=record(1, repairs={"bracketed-reading": 3, "moon-dust": 1}),
                set_aside=("首页 > 正文", "责任编辑"),
                lines_set_aside=7,
            ),
            ListedDocument(number=2, record=record(2, cluster="2"), copies=(3,)),
            ListedDocument(number=3, record=record(3, cluster="2"), copies=(2,)),
        ),
        terms=(
            replace(keeper, renderings=(english,), marks=marks),
            term("湖堤巡护员", 2),
            term("湖堤巡护员之家", 3),
            term("渗水点", 4),
        ),
        candidates=40,
        last_added="2024-05-06",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]
