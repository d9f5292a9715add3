"""Which termbase a command works on: named, from the environment, in the working folder, or shipped."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import glossary
from glossary.errors import BaseError
from glossary.services.bases.renewing import open_to_write
from glossary.services.progress import Progress, no_progress
from glossary.store.building import claim_name
from glossary.store.database import Base as Base
from glossary.store.database import create_base, open_base, remove_unchanged
from glossary.store.places import find_place, names_server
from glossary.store.schema import FIRST_REVISION

DRAFT_NAME_BYTES = 4
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


def shown(location: str) -> str:
    """Return a location as it may be printed: a path as it was given, a URL without its password."""
    return find_place(location).location if names_server(location) else location


def holds_nothing(location: str) -> bool:
    """Whether there is nothing at a location yet: no file, an empty one, a database without tables."""
    if names_server(location):
        return find_place(location).is_missing()
    path = Path(location)
    return not path.exists() or (path.is_file() and not path.stat().st_size)


def shipped_base() -> Path:
    """Return the base that comes with the program: beside the package in a clone, inside it in a wheel."""
    package = Path(glossary.__file__).parent
    inside = package / LOCAL_NAME
    return inside if inside.exists() else package.parent / LOCAL_NAME


def is_shipped(address: str) -> bool:
    """Whether an address is the base that comes with the program."""
    shipped, location = shipped_base(), Path(address)
    return shipped.exists() and location.exists() and location.samefile(shipped)


@dataclass(frozen=True, slots=True)
class _Made:
    """A base that was made just now: the note for the user, and its revision."""

    note: str
    revision: int


@contextmanager
def base_to_read(choice: Choice) -> Iterator[Base]:
    """Open the chosen base, or the shipped one where none was named and none is here."""
    unnamed_and_absent = not choice.named and not Path(choice.location).exists()
    location = str(shipped_base()) if unnamed_and_absent else choice.location
    with open_base(location, write=False) as base:
        yield base


@contextmanager
def base_to_export(choice: Choice) -> Iterator[Base]:
    """Open the chosen base so that an export can write its state down; where it cannot, to read."""
    with ExitStack() as stack:
        try:
            is_missing = find_place(choice.location).is_missing()
            base = None if is_missing else open_to_write(choice.location)
        except BaseError:
            base = None
        yield stack.enter_context(base or base_to_read(choice))


@contextmanager
def base_to_write(choice: Choice, *, progress: Progress = no_progress) -> Iterator[tuple[Base, str]]:
    """Open the chosen base to write, with a note for the user where it had to be made.

    A named one is made empty; the default one is a copy of the shipped base. Where nothing comes to be
    written to it, because the command fails, it goes again.
    """
    made = _make(choice) if find_place(choice.location).is_missing() else None
    with (
        _taken_back_unused(choice.location, made),
        open_to_write(choice.location, progress=progress) as base,
    ):
        yield base, made.note if made else ""


@contextmanager
def _taken_back_unused(location: str, made: _Made | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if made:
            remove_unchanged(location, revision=made.revision)
        raise


def _make(choice: Choice) -> _Made | None:
    """Make the chosen base; None where another command has made it meanwhile, which then is opened."""
    try:
        return _make_empty(choice.location) if choice.named else _copy_shipped(Path(choice.location))
    except BaseError:
        if find_place(choice.location).is_missing():
            raise
        return None


def _make_empty(location: str) -> _Made:
    create_base(location).close()
    return _Made(f"made an empty termbase: {shown(location)}", FIRST_REVISION)


def _copy_shipped(target: Path) -> _Made:
    source = shipped_base()
    if not source.exists():
        raise BaseError(f"{source}: the shipped termbase is missing; name a base with --db")
    draft = target.with_name(f".{target.name}.{token_hex(DRAFT_NAME_BYTES)}.tmp")
    try:
        shutil.copyfile(source, draft)
        with open_base(str(draft), write=False) as copy:
            revision = copy.revision
        claim_name(draft, target)
    except OSError as error:
        raise BaseError(f"{target}: cannot be written ({error.strerror}); name a base with --db") from None
    finally:
        draft.unlink(missing_ok=True)
    return _Made(f"made {target} from the termbase that comes with glossary", revision)
