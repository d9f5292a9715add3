"""Reviewing candidates in a full screen; Textual is imported when the verb runs."""

import gc
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, NewOnlyOption, current_user, writing
from glossary.cli.output import print_note
from glossary.cli.terminal import can_be_filled
from glossary.errors import InvalidInput, NotFound
from glossary.model import NAME_KINDS, CandidateKind, CandidateState, parse_name
from glossary.services.defaults import DEFAULT_TOP, MOST_TOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.cli.review.deeds import ListQueue
    from glossary.model import RankedCandidate
    from glossary.services.bases.choosing import Base

NO_TERMINAL = (
    "`glossary review` needs a terminal that it can fill; list with `glossary candidates`, decide with "
    "`glossary accept`, `glossary reject` and `glossary defer`"
)


def add_verbs(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("review")(review)


def review(
    top: Annotated[int, typer.Option(min=1, max=MOST_TOP, help="How many candidates a sitting has.")] = (
        DEFAULT_TOP
    ),
    from_: Annotated[str, typer.Option("--from", help="Begin at this candidate: its term or its id.")] = "",
    kind: Annotated[str | None, typer.Option(help="Only term, formula, slogan, organisation …")] = None,
    state: Annotated[
        str | None, typer.Option(help="Only those that are new, deferred, rejected or accepted.")
    ] = None,
    new_only: NewOnlyOption = False,
    db: DbOption = None,
) -> None:
    """Decide on candidates one by one, by keys, in a full screen; goes on where it stopped."""
    kinds = [parse_name(CandidateKind, kind, "kind")] if kind else set(CandidateKind) - NAME_KINDS
    wanted = parse_name(CandidateState, state, "state") if state else None
    if not can_be_filled():
        raise InvalidInput(NO_TERMINAL)
    with writing(db) as (base, made):
        from glossary.services.review.queue import list_queue

        def queue(most: int) -> "Sequence[RankedCandidate]":
            return list_queue(base, state=wanted, kinds=kinds, top=most, new_only=new_only)

        summary, code = _run(base, queue, top, from_)
    print_note(made)
    print(summary)
    raise typer.Exit(code)


def _run(base: "Base", list_queue: "ListQueue", top: int, start: str) -> tuple[str, int]:
    """Run the screen; return what sums up the sitting, and the exit code."""
    from time import monotonic

    from glossary.cli.review.application import ReviewApp
    from glossary.cli.review.deeds import Reviewer
    from glossary.cli.review.session import Session
    from glossary.services.mining.candidates import find_candidate

    queue = list_queue(top)
    if not queue:
        raise NotFound("there is no such candidate to review; `glossary mine` finds candidates")
    first = find_candidate(base, start).candidate.id if start.strip() else ""
    session = Session(queue, start=first, moment=monotonic())
    if first and session.current.candidate.id != first:
        raise NotFound(f"{start} is not among the {len(queue)} of this sitting; ask for more with --top")
    reviewer = Reviewer(base, who=current_user(), list_queue=list_queue, step=top)
    app = ReviewApp(reviewer, session)
    gc.freeze()  # else a key now and then takes a tenth of a second longer, to walk all that was loaded
    return app.run() or session.summarize(), app.return_code or 0
