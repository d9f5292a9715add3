"""Looking up."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, NoLogOption, reading, refuse_without
from glossary.cli.output import print_json
from glossary.cli.search import NO_TERMINAL, search
from glossary.cli.terminal import can_be_filled, terminal_columns, wants_colour
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.report.hits import format_answer, format_heading, printable
from glossary.report.payloads import describe_answer
from glossary.report.rows import arrange_hits
from glossary.services.defaults import DEFAULT_LIMIT, MOST_HITS

if TYPE_CHECKING:
    from glossary.model import Answer
    from glossary.services.bases.choosing import Base

LONG_FOR_A_TERM_CHARS = 6


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("lookup")(lookup)


def lookup(
    query: Annotated[
        str | None,
        typer.Argument(
            help="Chinese in either script, pinyin, initials, or English; none: a screen answers as you type."
        ),
    ] = None,
    no_log: NoLogOption = False,
    document: Annotated[
        str,
        typer.Option(help="The text you translate, a file or a document's id: its sense comes first."),
    ] = "",
    exact: Annotated[
        bool, typer.Option("--exact", "--no-fuzzy", help="Leave out what only sounds or is spelled alike.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, max=MOST_HITS, help=f"The most hits to show; else {DEFAULT_LIMIT}.")
    ] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Say what to write for a term: renderings with status, who used each when, and a context."""
    from glossary.services.lookup.answers import look_up
    from glossary.services.lookup.requests import wants_log

    logs = not no_log and wants_log(os.environ)
    if query is None:
        if json or not can_be_filled():
            raise InvalidInput(NO_TERMINAL)
        refuse_without("a query", exact=exact, limit=limit)
        raise typer.Exit(search(db, document=document, logs=logs))
    with reading(db) as base:
        beside = _read_beside(base, document) if document else ""
        answer = look_up(base, query, limit=limit or DEFAULT_LIMIT, fuzzy=not exact, beside=beside)
        address = base.place.address
    if json:
        print_json(describe_answer(answer))
    else:
        _print_answer(answer)
    if logs and answer.in_vain:
        _log(address, answer.in_vain)
    if not answer.hits:
        raise typer.Exit(EXIT_FINDINGS)


def _log(address: str, terms: Iterable[str]) -> None:
    """Write down what was not found, after the answer."""
    from glossary.services.lookup.requests import log_request

    sys.stdout.flush()
    for term in terms:
        log_request(address, term)


def _read_beside(base: "Base", document: str) -> str:
    # With it come all readers of documents, and numpy.
    from glossary.services.mining.documents import read_text

    return read_text(base, document)


def _print_answer(answer: "Answer") -> None:
    """Print what was found; of a list each term below its name, without what to see also."""
    columns, colour = terminal_columns(), wants_colour()
    for number, part in enumerate(answer.each):
        in_full, see_also = arrange_hits(part.hits, part.documents)
        if answer.parts:
            sys.stdout.write(("\n" if number else "") + format_heading(part.query, colour=colour))
            see_also = ()
        if part.hits:
            sys.stdout.write(format_answer(in_full, see_also, columns=columns, colour=colour))
        else:
            _print_nothing(part)


def _print_nothing(answer: "Answer") -> None:
    from glossary.text.folding import has_han

    print(f"nothing found for {printable(answer.query)}")
    for entry in answer.candidates:
        term, count = entry.candidate.term, entry.candidate.count
        print(f"mined {count} times, not yet a term: `glossary why {term}`, `glossary accept {term} ENGLISH`")
    if not answer.candidates and len(answer.query) >= LONG_FOR_A_TERM_CHARS and has_han(answer.query):
        print("`glossary annotate -` marks the known terms in a longer text")
