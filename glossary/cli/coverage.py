"""How far the base covers a text, for the terminal and for programs."""

import json as json_text
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from glossary.cli.terminal import terminal_columns
from glossary.report.coverage import Coverage, Readiness, RecurringTerm, Share, describe_coverage
from glossary.report.tables import format_table

SHOWN = 25
SIDE_CHARS = 10
MARKS = {
    Readiness.MISSING: "missing: the base has nothing for them",
    Readiness.GAP: "without evidence: composed, or no rendering",
    Readiness.NO_PREFERRED: "without a preferred rendering",
}
FULL_PERCENT = 100


def write_coverage(
    coverage: Coverage, form: str, *, names: Sequence[str], matches: Iterable[dict[str, Any]]
) -> Iterator[str]:
    """Yield the coverage as a table, as JSON with the matches, or as a page."""
    if form == "json":
        yield from write_matches(matches, lambda: describe_coverage(coverage))
    elif form == "html":
        from glossary.report.coverage_page import write_coverage_page

        shown = [Path(name).name or name for name in names]
        yield write_coverage_page(coverage, title=" · ".join(shown[:2]), names=shown)
    else:
        yield from _write_table(coverage)


def write_matches(matches: Iterable[dict[str, Any]], describe: Callable[[], dict[str, Any]]) -> Iterator[str]:
    """Yield the JSON of an annotation, match by match; ``describe`` gives its coverage after the last."""
    yield '{"matches": ['
    separator = "\n "
    encode = json_text.JSONEncoder(ensure_ascii=False).encode
    for match in matches:
        yield separator + encode(match)
        separator = ",\n "
    yield f'\n],\n"coverage": {encode(describe())}}}\n'


def _write_table(coverage: Coverage) -> Iterator[str]:
    columns = terminal_columns()
    head = ("recurring", "all", "ready", "unfinished", "missing", "known")
    rows = [
        _share_row("terms", coverage.of_terms),
        _share_row("their places", coverage.of_occurrences),
    ]
    yield format_table(head, rows, columns=columns)
    for readiness, said in MARKS.items():
        some = coverage.that_are(readiness)
        if some:
            more = f"; the first {SHOWN} of {len(some)}" if len(some) > SHOWN else ""
            yield f"\n{said}{more}\n"
            yield format_table(
                ("term", "places", "rendering", "in the text"), map(_row, some[:SHOWN]), columns=columns
            )


def _share_row(what: str, share: Share) -> tuple[object, ...]:
    known = f"{round(share.known * FULL_PERCENT)} %"
    return what, share.total, share.ready, share.unfinished, share.missing, known


def _row(one: RecurringTerm) -> tuple[object, ...]:
    return (
        one.term,
        one.count,
        one.rendering,
        f"{one.left[-SIDE_CHARS:]}【{one.keyword}】{one.right[:SIDE_CHARS]}",
    )
