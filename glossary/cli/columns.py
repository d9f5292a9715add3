"""The columns of a table from elsewhere: shown, and confirmed where somebody sits at the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from glossary.cli.output import print_note
from glossary.errors import EXIT_FINDINGS

if TYPE_CHECKING:
    from glossary.formats.concepts import FileHead

QUIT = "q"


def settle_columns(file: Path, format_name: str | None, told: str, *, asks: bool) -> tuple[str, ...]:
    """Return the columns as told on the command line or at the terminal; none at all leaves it to the guess.

    A guess is shown before anything is imported.
    """
    from glossary.services.importing.reading import choose_format, read_head, split_columns

    if told:
        return split_columns(told)
    head = read_head(choose_format(file, format_name), file)
    if not head.is_guessed:
        return ()
    print_note(describe_columns(head))
    return split_columns(_ask()) if asks else ()


def describe_columns(head: "FileHead") -> str:
    """Return in one line which column is read as what, and how to say otherwise."""
    read = [
        f"{column.header!r} as {column.name}" if column.header else f"column {number} as {column.name}"
        for number, column in enumerate(head.columns, start=1)
        if column.name
    ]
    names = ",".join(column.name for column in head.columns)
    return f"columns: {', '.join(read)} (the same is said by --columns {names})"


def _ask() -> str:
    sys.stderr.write("Enter to read them so; or name all columns in order, such as zh,en,,note; q to stop: ")
    sys.stderr.flush()
    answer = sys.stdin.readline().strip()
    if answer.lower() == QUIT:
        sys.stderr.write("nothing was imported\n")
        raise typer.Exit(EXIT_FINDINGS)
    return answer
