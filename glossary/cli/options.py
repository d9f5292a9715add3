"""Options that several verbs share, and what they mean."""

import getpass
import os
from pathlib import Path
from typing import Annotated

import typer

from glossary.services.bases import Choice, choose_base

DbOption = Annotated[
    str | None,
    typer.Option("--db", help="The termbase: a path. Else GLOSSARY_DB, terms.db here, or the shipped one."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the change.")]


def chosen(db: str | None) -> Choice:
    """Return the base that the option, the environment or the working folder names."""
    return choose_base(db, os.environ, Path.cwd())


def current_user() -> str:
    """Return who is working: GLOSSARY_USER, else the login name."""
    try:
        return os.environ.get("GLOSSARY_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
