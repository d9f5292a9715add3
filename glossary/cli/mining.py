"""Mining documents, and looking at what was mined."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import (
    CandidateArgument,
    DbOption,
    DocumentArgument,
    JsonOption,
    NewOnlyOption,
    current_user,
    reading,
    writing,
)
from glossary.cli.output import print_json, print_note, print_table
from glossary.cli.progress import show_progress
from glossary.errors import UnknownName
from glossary.model import (
    NAME_KINDS,
    CandidateKind,
    CandidateState,
    Concept,
    Context,
    RankedCandidate,
    parse_name,
)
from glossary.report.hits import SAMPLE_MARK
from glossary.report.payloads import describe_candidate, describe_document, describe_unread
from glossary.services.defaults import DEFAULT_MIN_COUNT, DEFAULT_TOP, MOST_TOP

if TYPE_CHECKING:
    from glossary.services.mining.paths import MiningReport

SHOWN_IN_TERMINAL = 40
SNIPPET_SIDE_CHARS = 8
CONTEXT_SIDE_CHARS = 20
FACTORS = ("salience", "specificity", "independence", "shape", "marking", "length", "nesting")
SHORT_ID_CHARS = 12
TopOption = Annotated[
    int, typer.Option(min=1, max=MOST_TOP, help="The most candidates to print and keep contexts of.")
]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("mine")(mine)
    app.command("candidates")(candidates)
    app.command("why")(why)
    documents = typer.Typer(help="The documents that the base was mined from.", no_args_is_help=True)
    documents.command("list")(documents_list)
    documents.command("text")(documents_text)
    documents.command("remove")(documents_remove)
    app.add_typer(documents, name="documents")


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
    from glossary.services.mining.paths import mine_paths
    from glossary.services.mining.settings import Settings, read_background, read_terms

    settings = Settings(
        min_count=min_count,
        top=top,
        watched=read_terms(watch) if watch else {},
        stopped=read_terms(stop) if stop else {},
        background=read_background(background) if background else None,
        new_only=new_only,
        kinds=frozenset(_parse_kind(name) for name in kind or []),
    )
    with writing(db) as (base, note), show_progress() as progress:
        report = mine_paths(base, paths, settings, progress=progress, who=current_user())
    for line in (note, *_tell_missing(report)):
        print_note(line)
    if json:
        print_json(_describe_report(report))
    else:
        _print_report(report)


def _tell_missing(report: "MiningReport") -> Iterator[str]:
    yield from (f"watched, but found nowhere: {term}" for term in report.missing)
    yield from (f"not read: {entry.path}: {entry.reason}" for entry in report.unread)


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
    head = _mark_head("context", contexts)
    rows = [
        (
            *_candidate_row(entry),
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


def _candidate_row(entry: RankedCandidate) -> tuple[object, ...]:
    candidate = entry.candidate
    kind = "" if candidate.kind is CandidateKind.TERM else f" ({candidate.kind.value})"
    return entry.rank, candidate.term + kind, f"{candidate.score:.2f}", candidate.count


def _recommended(concept: Concept | None) -> str:
    best = concept.recommended if concept else None
    return best.text if best else ""


def _snippet(entry: RankedCandidate, *, is_marked: bool) -> str:
    """Return the best context; one of a sample text ``is_marked`` where the head of the column is not."""
    if not entry.candidate.contexts:
        return ""
    best = entry.candidate.contexts[0]
    mark = f"{SAMPLE_MARK} " if is_marked and best.sample else ""
    return mark + _snippet_of(best, SNIPPET_SIDE_CHARS)


def _snippet_of(context: Context, side: int) -> str:
    return f"{context.left[-side:]}【{context.keyword}】{context.right[:side]}"


def _mark_head(head: str, contexts: Sequence[Context]) -> str:
    """Return the head of a column of contexts, marked where all of them are of sample texts."""
    return f"{head} {SAMPLE_MARK}" if contexts and all(one.sample for one in contexts) else head


def candidates(
    state: Annotated[str | None, typer.Option(help="Only those new, accepted, rejected or deferred.")] = None,
    top: TopOption = DEFAULT_TOP,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """List what was mined, best first, with what was decided."""
    from glossary.services.mining.candidates import list_candidates

    wanted = parse_name(CandidateState, state, "state") if state else None
    with reading(db) as base:
        found = list_candidates(base, state=wanted, top=top)
    if json:
        print_json({"candidates": [describe_candidate(entry) for entry in found]})
    else:
        rows = ((*_candidate_row(entry), entry.state.value, entry.concept or "") for entry in found)
        print_table(("", "term", "score", "count", "state", "concept"), rows)


def why(
    term: CandidateArgument,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Explain a candidate: the features that its score is the product of, contexts, proposed renderings."""
    from glossary.cli.proposing import print_proposals
    from glossary.curation.proposals import describe_proposals
    from glossary.services.mining.candidates import find_candidate
    from glossary.services.review.proposing import propose_renderings

    with reading(db) as base:
        entry = find_candidate(base, term)
        proposals = propose_renderings(base, entry.candidate.term)
    if json:
        print_json(describe_candidate(entry) | describe_proposals(proposals))
        return
    _print_reasons(entry)
    print_proposals(proposals)


def _print_reasons(entry: RankedCandidate) -> None:
    candidate = entry.candidate
    print(f"{candidate.term}: {candidate.kind.value}, rank {entry.rank}, score {candidate.score:.2f}")
    for name, forms in (("short forms", candidate.short_forms), ("also", candidate.variants)):
        if forms:
            print(f"{name}: {'、'.join(forms)}")
    for document, members in candidate.members.items():
        print(f"members in {document[:SHORT_ID_CHARS]}: {'、'.join(members)}")
    hood = {name: value for name, value in candidate.features.items() if name in FACTORS}
    print_table(("the score is the product of", ""), hood.items())
    figures = ((name, value) for name, value in candidate.features.items() if name not in FACTORS)
    print_table(("made from the figures", ""), figures)
    snippets = [(_snippet_of(context, CONTEXT_SIDE_CHARS),) for context in candidate.contexts]
    print_table((_mark_head("contexts", candidate.contexts),), snippets)


def documents_list(json: JsonOption = False, db: DbOption = None) -> None:
    """List the documents with where each comes from and what was repaired."""
    from glossary.services.mining.documents import list_documents

    with reading(db) as base:
        records = list_documents(base)
    if json:
        print_json({"documents": [describe_document(record) for record in records]})
        return
    rows = (
        (
            record.id[:SHORT_ID_CHARS],
            record.publisher,
            record.date,
            record.kept_characters,
            sum(record.repairs.values()),
            record.title or record.paths[0],
        )
        for record in records
    )
    print_table(("id", "publisher", "date", "kept", "repairs", "title"), rows)


def documents_text(
    id: DocumentArgument,
    db: DbOption = None,
) -> None:
    """Print a document's text as contexts count it: before repair."""
    from glossary.services.mining.documents import show_document

    with reading(db) as base:
        text = show_document(base, id).text
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode())


def documents_remove(
    id: DocumentArgument,
    db: DbOption = None,
) -> None:
    """Take a document out of the base; its counts and contexts go with it."""
    from glossary.services.mining.documents import remove_document

    with writing(db) as (base, note):
        removed = remove_document(base, id, who=current_user())
    print_note(note)
    print_note(f"removed {removed.id[:SHORT_ID_CHARS]} {removed.title}")
