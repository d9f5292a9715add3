"""Mining documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.candidates import TopOption, candidate_row, mark_head
from glossary.cli.options import DbOption, JsonOption, NewOnlyOption, current_user, writing
from glossary.cli.output import print_json, print_note, print_table
from glossary.cli.progress import show_progress
from glossary.errors import UnknownName
from glossary.model import NAME_KINDS, CandidateKind, Concept, RankedCandidate, Unread, parse_name
from glossary.report.candidate_rows import quote_context
from glossary.report.hits import SAMPLE_MARK
from glossary.report.payloads import describe_candidate, describe_document, describe_unread
from glossary.services.defaults import DEFAULT_MIN_COUNT, DEFAULT_TOP

if TYPE_CHECKING:
    from glossary.services.mining.paths import MiningReport

SHOWN_IN_TERMINAL = 40
SNIPPET_LEFT_CHARS = 4
"""Few, so that the term itself stands in a column that is cut short on the right."""
SNIPPET_RIGHT_CHARS = 12


def add_verbs(app: typer.Typer) -> None:
    """Add the verb of this family."""
    app.command("mine")(mine)


def mine(
    paths: Annotated[list[str], typer.Argument(help="Files, or folders that are walked.")],
    top: TopOption = DEFAULT_TOP,
    min_count: Annotated[
        int, typer.Option(min=1, help="How often a string must occur; what is marked once is listed up to 2.")
    ] = DEFAULT_MIN_COUNT,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only term, formula, slogan or organisation; may be given again.")
    ] = None,
    new_only: NewOnlyOption = False,
    watch: Annotated[Path | None, typer.Option(help="A file of terms, one a line, to look for.")] = None,
    stop: Annotated[Path | None, typer.Option(help="A file of strings, one a line, not to list.")] = None,
    background: Annotated[
        list[str] | None, typer.Option(help="Documents to contrast with, in place of general Chinese.")
    ] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Read documents and rank the terms that recur in them, with contexts."""
    from glossary.services.mining.contrast import read_contrast
    from glossary.services.mining.paths import mine_paths
    from glossary.services.mining.settings import Settings, read_terms

    settings = Settings(
        min_count=min_count,
        top=top,
        watched=read_terms(watch) if watch else {},
        stopped=read_terms(stop) if stop else {},
        new_only=new_only,
        kinds=frozenset(_parse_kind(name) for name in kind or []),
    )
    with writing(db) as (base, note), show_progress() as progress:
        contrast = read_contrast(background or [], progress=progress)
        settings = replace(settings, background=contrast.background)
        report = mine_paths(base, paths, settings, progress=progress, who=current_user())
    for line in (note, *_tell_missing(report.missing, [*contrast.unread, *report.unread])):
        print_note(line)
    if json:
        print_json(_describe_report(report))
    else:
        _print_report(report)


def _tell_missing(watched: Iterable[str], unread: Iterable[Unread]) -> Iterator[str]:
    yield from (f"watched, but found nowhere: {term}" for term in watched)
    yield from (f"not read: {entry.path}: {entry.reason}" for entry in unread)


def _parse_kind(name: str) -> CandidateKind:
    if name in {kind.value for kind in NAME_KINDS}:
        known = [kind.value for kind in CandidateKind if kind not in NAME_KINDS]
        raise UnknownName("kind of candidate", name, known)
    return parse_name(CandidateKind, name, "kind of candidate")


def _describe_report(report: "MiningReport") -> dict[str, object]:
    return {
        "documents": [describe_document(record) for record in report.documents],
        "unread": [describe_unread(entry) for entry in report.unread],
        "candidates": [describe_candidate(entry) for entry in report.candidates],
        "names": [describe_candidate(entry) for entry in report.names],
    }


def _print_report(report: "MiningReport") -> None:
    shown = report.candidates[:SHOWN_IN_TERMINAL]
    contexts = [one for entry in shown for one in entry.candidate.contexts[:1]]
    head = mark_head("context", contexts)
    rows = [
        (
            *candidate_row(entry),
            _recommended(report.concepts.get(entry.concept or "")),
            _snippet(entry, is_marked=head == "context"),
        )
        for entry in shown
    ]
    if rows:
        print_table(("", "term", "score", "count", "rendering", head), rows)
    for line in _tell_counts(report, has_samples=any(one.sample for one in contexts)):
        print_note(line)


def _tell_counts(report: "MiningReport", *, has_samples: bool) -> Iterator[str]:
    if not report.candidates:
        yield "nothing to list: no Chinese string recurs in the documents, or the options leave none"
    clusters = len({record.cluster for record in report.documents})
    repairs = sum(sum(record.repairs.values()) for record in report.documents)
    yield f"documents {len(report.documents)}, clusters {clusters}, repairs {repairs}"
    if has_samples:
        yield f"{SAMPLE_MARK}: made up for this project; quote none of it"
    if report.samples_left_out:
        yield f"the {report.samples_left_out} sample documents of the base no longer count"
    if len(report.candidates) > SHOWN_IN_TERMINAL:
        yield f"the first {SHOWN_IN_TERMINAL} of {len(report.candidates)}; `glossary candidates` lists all"
    yield "`glossary why TERM` explains one, `glossary accept TERM ENGLISH` keeps it"


def _recommended(concept: Concept | None) -> str:
    best = concept.recommended if concept else None
    return best.text if best else ""


def _snippet(entry: RankedCandidate, *, is_marked: bool) -> str:
    """Return the best context; one of a sample text ``is_marked`` where the head of the column is not."""
    if not entry.candidate.contexts:
        return ""
    best = entry.candidate.contexts[0]
    mark = f"{SAMPLE_MARK} " if is_marked and best.sample else ""
    return mark + quote_context(best, left=SNIPPET_LEFT_CHARS, right=SNIPPET_RIGHT_CHARS)
