"""Which termbase a command works on: named, from the environment, in the working folder, or shipped."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import glossary
from glossary.errors import BaseError, UnreadableFile
from glossary.store.database import Base as Base
from glossary.store.database import create_base, open_base

LOCAL_NAME = "terms.db"
ENVIRONMENT_NAME = "GLOSSARY_DB"


@dataclass(frozen=True, slots=True)
class Choice:
    """The base that was asked for: ``location``, and whether somebody named it or it is the default."""

    location: str
    named: bool


def choose_base(option: str | None, environment: Mapping[str, str], folder: Path) -> Choice:
    """Return where the base is: the option, else GLOSSARY_DB, else ``terms.db`` in ``folder``."""
    named = option or environment.get(ENVIRONMENT_NAME)
    return Choice(named, named=True) if named else Choice(str(folder / LOCAL_NAME), named=False)


def shipped_base() -> Path:
    """Return the base that comes with the program: beside the package in a clone, inside it in a wheel."""
    package = Path(glossary.__file__).parent
    inside = package / LOCAL_NAME
    return inside if inside.exists() else package.parent / LOCAL_NAME


@contextmanager
def base_to_read(choice: Choice) -> Iterator[Base]:
    """Open the chosen base, or the shipped one where none was named and none is here."""
    unnamed_and_absent = not choice.named and not Path(choice.location).exists()
    location = str(shipped_base()) if unnamed_and_absent else choice.location
    with open_base(location, write=False) as base:
        yield base


@contextmanager
def base_to_write(choice: Choice) -> Iterator[tuple[Base, str]]:
    """Open the chosen base to write, with a note for the user where it had to be made.

    A named one is made empty; the default one is a copy of the shipped base. Where nothing comes to be
    written to it, because the command fails, it goes again.
    """
    path = Path(choice.location)
    note = ""
    if "://" not in choice.location and not os.path.lexists(path):
        note = _make_empty(choice.location) if choice.named else _copy_shipped(path)
    with _taken_back_unused(path) if note else nullcontext(), open_base(choice.location, write=True) as base:
        yield base, note


@contextmanager
def _taken_back_unused(made: Path) -> Iterator[None]:
    before = made.read_bytes()
    try:
        yield
    except BaseException:
        if made.read_bytes() == before:
            made.unlink()
        raise


def _make_empty(location: str) -> str:
    create_base(location).close()
    return f"made an empty termbase: {location}"


def _copy_shipped(target: Path) -> str:
    source = shipped_base()
    if not source.exists():
        raise BaseError(f"{source}: the shipped termbase is missing; name a base with --db")
    draft = target.with_name(f".{target.name}.copy")
    try:
        shutil.copyfile(source, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UnreadableFile(target, f"cannot be written ({error.strerror}); name a base with --db") from None
    return f"made {target} from the termbase that comes with glossary"
