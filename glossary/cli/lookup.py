"""Looking up."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, NoLogOption, reading, refuse_without
from glossary.cli.output import print_json
from glossary.cli.search import NO_TERMINAL, search
from glossary.cli.terminal import can_be_filled, terminal_columns, wants_colour
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.report.hits import HELD, format_answer, format_heading, printable
from glossary.report.payloads import describe_answer
from glossary.report.rows import also_row, arrange_hits
from glossary.services.defaults import DEFAULT_LIMIT, MOST_HITS

if TYPE_CHECKING:
    from glossary.model import Answer
    from glossary.services.bases.choosing import Base


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("lookup")(lookup)


def lookup(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY",
            help="Chinese in either script, pinyin, initials, or English; none: answered as you type.",
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
    if words is None:
        if json or not can_be_filled():
            raise InvalidInput(NO_TERMINAL)
        refuse_without("a query", exact=exact, limit=limit)
        raise typer.Exit(search(db, document=document, logs=logs))
    with reading(db) as base:
        beside = _read_beside(base, document) if document else ""
        answer = look_up(base, " ".join(words), limit=limit or DEFAULT_LIMIT, fuzzy=not exact, beside=beside)
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
    shown = [_tell(part, is_listed=bool(answer.parts)) for part in answer.each]
    sys.stdout.write("\n".join(shown))


def _tell(answer: "Answer", *, is_listed: bool) -> str:
    columns, colour = terminal_columns(), wants_colour()
    heading = format_heading(answer.query, colour=colour) if is_listed else ""
    if answer.hits:
        in_full, see_also = arrange_hits(answer.hits, answer.documents)
        also = () if is_listed else see_also
        return heading + format_answer(in_full, also, columns=columns, colour=colour)
    held = tuple(map(also_row, answer.held))
    terms = format_answer((), held, columns=columns, colour=colour, above=HELD) if held else ""
    return heading + "\n".join([*_tell_nothing(answer), terms])


def _tell_nothing(answer: "Answer") -> Iterator[str]:
    from glossary.model import LONGEST_PHRASE_CHARS

    yield f"nothing found for {printable(answer.query)}"
    for entry in answer.candidates:
        term, count = entry.candidate.term, entry.candidate.count
        yield f"mined {count} times, not yet a term: `glossary why {term}`, `glossary accept {term} ENGLISH`"
    if len(answer.query) > LONGEST_PHRASE_CHARS:
        yield "`glossary annotate -` marks the known terms in a text"
