"""Options that several verbs share, and what they mean.

The services are imported when a verb runs: `--help` and a wrong option wait for nothing.
"""

import getpass
import os
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.progress import show_progress
from glossary.errors import InvalidInput
from glossary.services import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.services.bases.choosing import Base, Choice

DbOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        help="The termbase: a path or a database URL. Else GLOSSARY_DB, terms.db here, or the shipped one.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
ReasonOption = Annotated[str, typer.Option("--reason", help=wording.REASON)]
NewOnlyOption = Annotated[bool, typer.Option("--new-only", help="Leave out what the base knows.")]
NoLogOption = Annotated[
    bool, typer.Option("--no-log", help="Do not write down lookups that find nothing (GLOSSARY_LOG=0).")
]
OutputOption = Annotated[Path, typer.Option("-o", "--output", help="The file to write; - is stdout.")]
CandidateArgument = Annotated[str, typer.Argument(help="A candidate: its term or its id.")]
DocumentArgument = Annotated[str, typer.Argument(help="A document's id, or its beginning.")]


def choose_one(**given: object) -> str:
    """Return the name of the option that was given, empty where none was; refuse several of them.

    ``given`` has the values under the names; what is not given is false.
    """
    names = [name for name, value in given.items() if value]
    if len(names) > 1:
        raise InvalidInput(f"choose one of {_list_options(given)}")
    return names[0] if names else ""


def refuse_without(needed: str, **given: object) -> None:
    """Refuse options that would do nothing without another one: a wish is not dropped in silence."""
    idle = [name for name, value in given.items() if value]
    if idle:
        verb = "goes" if len(idle) == 1 else "go"
        raise InvalidInput(f"{_list_options(idle)} {verb} with {needed} alone; add that, or do without")


def _list_options(names: "Iterable[str]") -> str:
    *others, last = (f"--{name.strip('_').replace('_', '-')}" for name in names)
    return f"{', '.join(others)} and {last}" if others else last


def chosen(db: str | None) -> "Choice":
    """Return the base that the option, the environment or the working folder names."""
    from glossary.services.bases.choosing import choose_base

    return choose_base(db, os.environ, Path.cwd())


def reading(db: str | None) -> "AbstractContextManager[Base]":
    """Open the chosen base to read."""
    from glossary.services.bases.choosing import base_to_read

    return base_to_read(chosen(db))


def exporting(db: str | None) -> "AbstractContextManager[Base]":
    """Open the chosen base to export from: to write down its state where that is possible."""
    from glossary.services.bases.choosing import base_to_export

    return base_to_export(chosen(db))


@contextmanager
def writing(db: str | None) -> "Iterator[tuple[Base, str]]":
    """Open the chosen base to write, with a note where it had to be made; an older one may take minutes."""
    from glossary.services.bases.choosing import base_to_write

    with ExitStack() as stack:
        with show_progress(counted="concepts") as progress:
            opened = stack.enter_context(base_to_write(chosen(db), progress=progress))
        yield opened


@contextmanager
def opening(db: str | None, *, to_write: bool) -> "Iterator[tuple[Base, str]]":
    """Open the chosen base to write, as ``writing`` does; else only to read, so that none is made."""
    if to_write:
        with writing(db) as opened:
            yield opened
    else:
        with reading(db) as base:
            yield base, ""


def current_user() -> str:
    """Return who is working: GLOSSARY_USER, else the login name."""
    try:
        return os.environ.get("GLOSSARY_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
