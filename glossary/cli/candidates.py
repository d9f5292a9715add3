"""What was mined: listed, and explained one by one."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from glossary.cli.options import CandidateArgument, CsvOption, DbOption, JsonOption, choose_one, reading
from glossary.cli.output import print_csv, print_json, print_table
from glossary.model import CandidateKind, CandidateState, Concept, Context, RankedCandidate, parse_name
from glossary.report.candidate_rows import CANDIDATE_COLUMNS, quote_context, row_of_candidate
from glossary.report.hits import SAMPLE_MARK
from glossary.report.payloads import describe_candidate
from glossary.report.records import shorten_thing
from glossary.services.defaults import DEFAULT_TOP, MOST_TOP

CONTEXT_SIDE_CHARS = 20
FACTORS = ("salience", "specificity", "independence", "shape", "marking", "length", "nesting")
TopOption = Annotated[
    int, typer.Option(min=1, max=MOST_TOP, help="The most candidates to print and keep contexts of.")
]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("candidates")(candidates)
    app.command("why")(why)


def candidates(
    state: Annotated[str | None, typer.Option(help="Only those new, accepted, rejected or deferred.")] = None,
    top: TopOption = DEFAULT_TOP,
    json: JsonOption = False,
    csv: CsvOption = False,
    db: DbOption = None,
) -> None:
    """List what was mined, best first, with what was decided."""
    from glossary.services.mining.candidates import concepts_of, list_candidates

    choose_one(json=json, csv=csv)
    wanted = parse_name(CandidateState, state, "state") if state else None
    with reading(db) as base:
        found = list_candidates(base, state=wanted, top=top)
        concepts = concepts_of(base, found) if csv else {}
    if json:
        print_json({"candidates": [describe_candidate(entry) for entry in found]})
    elif csv:
        print_csv(CANDIDATE_COLUMNS, (_row_of(entry, concepts) for entry in found))
    else:
        rows = ((*candidate_row(entry), entry.state.value, entry.concept or "") for entry in found)
        print_table(("", "term", "score", "count", "state", "concept"), rows)


def _row_of(entry: RankedCandidate, concepts: Mapping[str, Concept]) -> list[str]:
    concept = concepts.get(entry.concept or "")
    return row_of_candidate(entry, concept.recommended if concept else None)


def why(term: CandidateArgument, json: JsonOption = False, db: DbOption = None) -> None:
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
        print(f"members in {shorten_thing(document)}: {'、'.join(members)}")
    hood = {name: value for name, value in candidate.features.items() if name in FACTORS}
    print_table(("the score is the product of", ""), hood.items())
    figures = ((name, value) for name, value in candidate.features.items() if name not in FACTORS)
    print_table(("made from the figures", ""), figures)
    snippets = [
        (quote_context(context, left=CONTEXT_SIDE_CHARS, right=CONTEXT_SIDE_CHARS),)
        for context in candidate.contexts
    ]
    print_table((mark_head("contexts", candidate.contexts),), snippets)


def candidate_row(entry: RankedCandidate) -> tuple[object, ...]:
    """Return what is told of every candidate: rank, term with its kind, score, count."""
    candidate = entry.candidate
    kind = "" if candidate.kind is CandidateKind.TERM else f" ({candidate.kind.value})"
    return entry.rank, candidate.term + kind, f"{candidate.score:.2f}", candidate.count


def mark_head(head: str, contexts: Sequence[Context]) -> str:
    """Return the head of a column of contexts, marked where all of them are of sample texts."""
    return f"{head} {SAMPLE_MARK}" if contexts and all(one.sample for one in contexts) else head
