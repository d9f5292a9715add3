"""Candidates as the rows of a spreadsheet, to be read and marked by whoever has no terminal."""

from glossary.model import Context, RankedCandidate, Rendering
from glossary.report.hits import SAMPLE_MARK
from glossary.report.records import as_cell

CANDIDATE_COLUMNS = (
    "rank",
    "term",
    "rendering",
    "status",
    "kind",
    "count",
    "documents",
    "score",
    "state",
    "reason",
    "concept",
    "variants",
    "short_forms",
    "context",
)
BETWEEN = "、"


def row_of_candidate(entry: RankedCandidate, rendering: Rendering | None) -> list[str]:
    """Return a candidate as the cells of CANDIDATE_COLUMNS; ``rendering`` is what its concept recommends."""
    candidate, decision = entry.candidate, entry.decision
    cells = (
        entry.rank,
        candidate.term,
        rendering.text if rendering else "",
        rendering.status.value if rendering else "",
        candidate.kind.value,
        candidate.count,
        candidate.documents,
        f"{candidate.score:.2f}",
        entry.state.value,
        decision.reason if decision else "",
        entry.concept or "",
        BETWEEN.join(candidate.variants),
        BETWEEN.join(candidate.short_forms),
        _quote(candidate.contexts[0]) if candidate.contexts else "",
    )
    return [as_cell(cell) for cell in cells]


def _quote(context: Context) -> str:
    return (f"{SAMPLE_MARK} " if context.sample else "") + quote_context(context)


def quote_context(context: Context, *, left: int | None = None, right: int | None = None) -> str:
    """Return a context with its keyword marked, so many characters ``left`` and ``right`` of it, or all."""
    before = context.left if left is None else context.left[-left:]
    return f"{before}【{context.keyword}】{context.right[:right]}"
