"""From files to documents, one at a time; what cannot be read is said and passed over."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path

from glossary.documents.decoding import decode
from glossary.documents.front_matter import FrontMatter, read_front_matter
from glossary.documents.kinds import DocumentKind, tell_kind
from glossary.documents.provenance import Provenance, normalise_date, read_provenance
from glossary.documents.walking import explain, find_files, printable, unread
from glossary.documents.webpage import read_page
from glossary.errors import InvalidInput, UnreadableFile
from glossary.model import Document, Unread

MAX_FILE_BYTES = 1 << 30
# The chapters of a novel have 10,000; mining a line that repeats itself takes a minute at this length.
LONGEST_LINE_CHARS = 500_000
GONE = -1
NOT_BLANK = re.compile("[^\\s\0\u200b\ufeff]")
TRUE_WORDS = frozenset({"true", "yes", "1"})


def read_documents(paths: Iterable[Path | str]) -> Iterator[Document | Unread]:
    """Yield a Document for every distinct content at ``paths``, and an Unread for every file without one.

    Files of the same bytes are one Document with several paths. Raises UnreadableFile at once where one of
    ``paths`` does not exist.
    """
    return _read_each(find_files(paths))


def _read_each(found: Iterable[Path | Unread]) -> Iterator[Document | Unread]:
    files: list[Path] = []
    for one in found:
        if isinstance(one, Unread):
            yield one
        else:
            files.append(one)
    for copies in _group_copies(files):
        yield from _read_or_explain(copies)


def _read_or_explain(copies: Sequence[Path]) -> Iterator[Document | Unread]:
    """Read the first copy that can be read; each before it is said with its own reason."""
    for at, path in enumerate(copies):
        try:
            yield read_document(path, copies=copies[at + 1 :])
        except UnreadableFile as error:
            yield unread(path, error.reason)
        else:
            return


def read_document(path: Path, *, copies: Iterable[Path] = ()) -> Document:
    """Return the document in the file at ``path``; ``copies`` are other paths of the same bytes.

    Raises UnreadableFile with the reason where the file cannot be read or holds no text.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InvalidInput(f"more than {MAX_FILE_BYTES >> 20} MB; split it and try again")
        document = parse_document(path.read_bytes(), [printable(one) for one in (path, *copies)])
        _refuse_endless_line(document.text)
        return document
    except OSError as error:
        raise UnreadableFile(printable(path), explain(path, error)) from None
    except InvalidInput as error:
        raise UnreadableFile(printable(path), str(error)) from None


def _refuse_endless_line(text: str) -> None:
    longest = max(map(len, text.splitlines()), default=0)  # a page may have no text at all
    if longest > LONGEST_LINE_CHARS:
        raise InvalidInput(f"a line of {longest:,} characters; break it into paragraphs and try again")


def parse_document(data: bytes, paths: Iterable[str]) -> Document:
    """Return the document that the bytes of a file hold. Raises InvalidInput where they hold no text."""
    names = tuple(paths)
    decoded = decode(data)
    if not NOT_BLANK.search(decoded.text):
        raise InvalidInput("empty: there is no text in it")
    front = read_front_matter(decoded.text)
    kind = tell_kind(decoded.text, names[0], start=front.end)
    text, found = _read_as(kind, decoded.text, front)
    said = _prefer_front_matter(front, found)
    return Document(
        id=sha256(data).hexdigest(),
        paths=names,
        text=text,
        kind=kind.value,
        encoding=decoded.encoding,
        offsets="extracted" if kind is DocumentKind.HTML else "file",
        title=said.title,
        publisher=said.publisher,
        date=said.date,
        sample=front.fields.get("sample", "").lower() in TRUE_WORDS,
        repairs={"lost-bytes": decoded.lost} if decoded.lost else {},
    )


def _read_as(kind: DocumentKind, text: str, front: FrontMatter) -> tuple[str, Provenance]:
    """The extracted text, which of plain text and Markdown is the whole file, and what it says of itself."""
    own = text[front.end :] if front.end else text
    if kind is DocumentKind.HTML:
        return read_page(own)
    return text, read_provenance(own, kind=kind)


def _prefer_front_matter(front: FrontMatter, found: Provenance) -> Provenance:
    return Provenance(
        title=front.fields.get("title") or found.title,
        publisher=front.fields.get("publisher") or found.publisher,
        date=normalise_date(front.fields.get("date", "")) or found.date,
    )


def _group_copies(files: Sequence[Path]) -> list[list[Path]]:
    """Put files of the same bytes together, in the order of the first; only equal sizes are looked into."""
    sizes = [_size_of(path) for path in files]
    repeated = {size for size, times in Counter(sizes).items() if times > 1}
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for path, size in zip(files, sizes, strict=True):
        groups[_digest_of(path) if size in repeated else str(path)].append(path)
    return list(groups.values())


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
