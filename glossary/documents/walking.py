"""From the paths that a user names to the files that can be read, in a fixed order."""

import errno
import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from glossary.errors import UnreadableFile
from glossary.model import Unread

SPECIAL_FILES = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}

# Many of these can be decoded, but none is a text that somebody wrote to be read.
NO_DOCUMENT_NAMES = frozenset(
    f".{ending}"
    for ending in (
        "json jsonl ndjson toml yaml yml ini cfg conf lock log csv tsv db sqlite sqlite3 sql parquet npy pkl "
        "xml tbx rng xsd utf8 css svg py pyc js ts c h cpp java go rs rb php sh"
    ).split()
)
NO_DOCUMENT = "not a document by its name; name the file itself to mine it"

Identity = tuple[int, int]
ADDRESSES = ("http:/", "https:/")
STANDARD_INPUT = "-"


def find_files(paths: Iterable[Path | str]) -> Iterator[Path | Unread]:
    """Yield the files at ``paths`` and in the folders there, each once; sorted within a folder.

    Names in a folder that start with a dot are passed over; one that ends as data and code do is yielded as
    Unread, unless the file itself is among ``paths``. What is no file (a pipe, a link that leads
    nowhere or back) is yielded as Unread. Raises UnreadableFile at once where one of ``paths`` is missing.
    """
    given = list(paths)
    if "" in given:
        raise UnreadableFile('""', "an empty path names nothing; write . for the working folder")
    named = [Path(path) for path in given]
    for path in named:
        if not os.path.lexists(path):
            raise UnreadableFile(printable(path), _explain_absent(str(path)))
    return _walk(named)


def _explain_absent(path: str) -> str:
    """Say what to do where nothing is at a path; of an address Path makes https:/example.org/page."""
    if path.startswith(ADDRESSES):
        return "that is an address; save the page and name its file"
    if path == STANDARD_INPUT:
        return "only files are read; save the text and name its file"
    return "there is no such file or folder; check the path"


def _walk(named: Iterable[Path]) -> Iterator[Path | Unread]:
    """Go through files and folders first, then through links to folders, so that a file has its own path."""
    waiting, links = list(named)[::-1], deque[Path]()
    seen_files: set[Path] = set()
    asked_for = frozenset(waiting)
    seen_folders: set[Identity] = set()
    while waiting or links:
        is_later = not waiting
        path = waiting.pop() if waiting else links.popleft()
        found = _look_at(path)
        if isinstance(found, Unread):
            yield found
        elif stat.S_ISDIR(found.st_mode) and path.is_symlink() and not is_later:
            links.append(path)
        elif stat.S_ISDIR(found.st_mode):
            inside = _enter_folder(path, (found.st_dev, found.st_ino), seen_folders)
            yield from (one for one in inside if isinstance(one, Unread))
            waiting.extend(one for one in reversed(inside) if isinstance(one, Path))
        elif path not in seen_files:
            seen_files.add(path)
            is_document = path in asked_for or may_be_document(path)
            yield path if is_document else unread(path, NO_DOCUMENT)


def may_be_document(path: PurePath) -> bool:
    """Return whether a file that nobody named is worth a look, by its name."""
    return path.suffix.lower() not in NO_DOCUMENT_NAMES


def _enter_folder(folder: Path, identity: Identity, seen: set[Identity]) -> Sequence[Path | Unread]:
    """What is in the folder, each folder once: a link may lead back up, or two ways to the same place."""
    if identity in seen:
        again = unread(folder, "a link to a folder that is read already")
        return [again] if folder.is_symlink() else []
    seen.add(identity)
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        return [unread(folder, explain(folder, error))]
    return [path for path in inside if not path.name.startswith(".")]


def _look_at(path: Path) -> os.stat_result | Unread:
    """The file's status, or why it cannot be read."""
    try:
        found = path.stat()
    except OSError as error:
        return unread(path, explain(path, error))
    special = SPECIAL_FILES.get(stat.S_IFMT(found.st_mode))
    return unread(path, f"{special}, which is not read") if special else found


def unread(path: Path, reason: str) -> Unread:
    """Return an Unread for ``path``."""
    return Unread(path=printable(path), reason=reason)


def printable(path: Path) -> str:
    """Return the path as text that can be printed and stored, whatever bytes are in its name."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def explain(path: Path, error: OSError) -> str:
    """Return why the system refused to open ``path``, as a reason for the user."""
    if isinstance(error, FileNotFoundError):
        return "a link that leads nowhere" if path.is_symlink() else "vanished before it was read"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if error.errno == errno.ELOOP:
        return "a link that leads back to itself"
    return (error.strerror or str(error)).lower()
