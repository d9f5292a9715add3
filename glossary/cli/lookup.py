"""Looking up."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from glossary.cli.options import DbOption, JsonOption, NoLogOption, reading
from glossary.cli.output import print_json
from glossary.cli.search import NO_TERMINAL, search
from glossary.cli.terminal import can_be_filled, terminal_columns, wants_colour
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.report.hits import format_answer
from glossary.report.payloads import describe_answer
from glossary.report.rows import arrange_hits
from glossary.services.defaults import DEFAULT_LIMIT, MOST_HITS

if TYPE_CHECKING:
    from glossary.services.bases.choosing import Base
    from glossary.services.lookup.answers import Answer


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
    limit: Annotated[int, typer.Option(min=1, max=MOST_HITS, help="The most hits to show.")] = DEFAULT_LIMIT,
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
        raise typer.Exit(search(db, document=document, logs=logs))
    with reading(db) as base:
        beside = _read_beside(base, document) if document else ""
        answer = look_up(base, query, limit=limit, fuzzy=not exact, beside=beside)
        address = base.place.address
    if json:
        print_json(describe_answer(answer.query, answer.hits, answer.candidates, answer.documents))
    else:
        _print_answer(answer)
    if not answer.hits:
        _end_in_vain(answer, address if logs else None)


def _end_in_vain(answer: "Answer", address: str | None) -> NoReturn:
    """End with 1, and write down in the base at ``address``, if any, that nothing was found."""
    from glossary.services.lookup.requests import log_request

    sys.stdout.flush()
    if address:
        log_request(address, answer.query)
    raise typer.Exit(EXIT_FINDINGS)


def _read_beside(base: "Base", document: str) -> str:
    # With it come all readers of documents, and numpy.
    from glossary.services.mining.documents import read_text

    return read_text(base, document)


def _print_answer(answer: "Answer") -> None:
    if answer.hits:
        arranged = arrange_hits(answer.hits, answer.documents)
        sys.stdout.write(format_answer(*arranged, columns=terminal_columns(), colour=wants_colour()))
        return
    print(f"nothing found for {answer.query}")
    for entry in answer.candidates:
        term, count = entry.candidate.term, entry.candidate.count
        print(f"mined {count} times, not yet a term: `glossary why {term}`, `glossary accept {term} ENGLISH`")
