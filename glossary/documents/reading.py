"""From files to documents, one at a time; what cannot be read is said and passed over."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import file_digest
from pathlib import Path

from glossary.documents.contents import (
    LONGEST_LINE_CHARS,
    join_copies,
    parse_document,
    read_content,
    refuse_endless_line,
)
from glossary.documents.kinds import is_zip
from glossary.documents.walking import explain, find_files, printable
from glossary.errors import InvalidInput, UnreadableFile
from glossary.model import Document, Unread

__all__ = [
    "LONGEST_LINE_CHARS",
    "group_copies",
    "join_copies",
    "parse_document",
    "read_document",
    "read_documents",
    "read_file",
]

MAX_FILE_BYTES = 1 << 30
SIGNATURE_BYTES = 4
GONE = -1


def read_documents(paths: Iterable[Path | str]) -> Iterator[Document | Unread]:
    """Yield a Document for every distinct content at ``paths``, and an Unread for every file without one.

    Files of the same bytes are one Document with several paths, also where they lie in archives: where there
    are any, all is read before the first is yielded. Raises UnreadableFile at once where one of ``paths``
    does not exist.
    """
    return _read_each(find_files(paths))


def _read_each(found: Iterable[Path | Unread]) -> Iterator[Document | Unread]:
    files: list[Path] = []
    for one in found:
        if isinstance(one, Unread):
            yield one
        else:
            files.append(one)
    groups = group_copies(files)
    read = (one for copies in groups for one in read_file(copies))
    yield from join_copies(read) if any(_may_hold_files(copies[0]) for copies in groups) else read


def _may_hold_files(path: Path) -> bool:
    """Whether a file begins as a zip does; Office files and books do too."""
    try:
        with path.open("rb") as file:
            return is_zip(file.read(SIGNATURE_BYTES))
    except OSError:
        return False


def read_file(paths: Sequence[Path]) -> list[Document | Unread]:
    """Return everything that the file at the first of ``paths`` holds; an archive holds many documents.

    The other paths are copies of the same bytes: each is tried in turn where the ones before it cannot be
    read, and named in every Document. Nothing is raised for what a file holds: it becomes an Unread.
    """
    failed: list[Document | Unread] = []
    for at, path in enumerate(paths):
        try:
            data = _load(path)
        except UnreadableFile as error:
            failed.append(Unread(path=printable(path), reason=error.reason))
        else:
            return failed + read_content(data, [printable(one) for one in paths[at:]])
    return failed


def _load(path: Path) -> bytes:
    """The bytes of a file; raises UnreadableFile where it cannot be opened or is too large."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableFile(
                printable(path), f"more than {MAX_FILE_BYTES >> 20} MB; split it and try again"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(printable(path), explain(path, error)) from None


def read_document(path: Path, *, copies: Iterable[Path] = ()) -> Document:
    """Return the document in the file at ``path``; ``copies`` are other paths of the same bytes.

    Raises UnreadableFile with the reason where the file cannot be read, holds no text or is an archive.
    """
    data = _load(path)
    try:
        document = parse_document(data, [printable(one) for one in (path, *copies)])
        refuse_endless_line(document.text)
    except InvalidInput as error:
        raise UnreadableFile(printable(path), str(error)) from None
    return document


def group_copies(found: Iterable[Path | Unread]) -> list[tuple[Path, ...]]:
    """Put files of the same bytes together, in the order of the first; an Unread among them is passed over.

    Only files of equal size are looked into. Each group is what read_file takes.
    """
    paths = [one for one in found if isinstance(one, Path)]
    sizes = [_size_of(path) for path in paths]
    repeated = {size for size, times in Counter(sizes).items() if times > 1}
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for path, size in zip(paths, sizes, strict=True):
        groups[_digest_of(path) if size in repeated else str(path)].append(path)
    return [tuple(group) for group in groups.values()]


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return GONE


def _digest_of(path: Path) -> str:
    """The digest of the file's bytes, or its own path where it cannot be read, which the reader will say."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return str(path)
