"""Everything that the bytes of a file hold: one document, or those of an archive and of archives in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from glossary.documents.extracted import Extracted
from glossary.documents.extracting import extract, extract_package
from glossary.documents.kinds import OFFSETS_OF_FILE, is_zip
from glossary.documents.walking import may_be_document
from glossary.errors import InvalidInput
from glossary.model import Document, Unread

if TYPE_CHECKING:
    from glossary.files.archive import Allowance, Archive, Member

# The chapters of a novel have 10,000; mining a line that repeats itself takes a minute at this length.
LONGEST_LINE_CHARS = 500_000
MAX_DEPTH = 3
"""How many archives may lie inside one another."""
MAC_FOLDER = "__MACOSX"
NO_DOCUMENT = "not a document by its name; unpack it and name the file itself to mine it"
LEADS_OUT = "its name leads out of the archive, so it is not read"
TOO_DEEP = f"more than {MAX_DEPTH} archives inside one another; unpack it and name its folder"
AN_ARCHIVE = "a zip archive of files, not a document; unpack it and name a file in it"


def parse_document(data: bytes, paths: Iterable[str]) -> Document:
    """Return the document that the bytes of a file hold.

    Raises InvalidInput where they hold no text, or are an archive of files.
    """
    names = tuple(paths)
    if not is_zip(data):
        return _make_document(data, names, extract(data, names[0]))
    from glossary.documents.packages import tell_package
    from glossary.files.archive import Archive

    archive = Archive(data)
    kind = tell_package(archive)
    if kind is None:
        raise InvalidInput(AN_ARCHIVE)
    return _make_document(data, names, extract_package(archive, kind))


def read_content(data: bytes, names: Sequence[str]) -> list[Document | Unread]:
    """Return all that the bytes of a file hold that lies under these names; nothing is ever raised.

    A file in an archive is named after it: ``archive.zip/folder/name.docx``. Files of the same bytes are one
    Document. What cannot be read is an Unread for each name.
    """
    try:
        found = list(_read_zip(data, names) if is_zip(data) else _read_single(data, names))
    except InvalidInput as error:
        return _unread(names, str(error))
    return join_copies(found)


def join_copies(found: Iterable[Document | Unread]) -> list[Document | Unread]:
    """Return what was read with documents of the same bytes made one, the first, with the paths of all."""
    joined: dict[str | int, Document | Unread] = {}
    for number, one in enumerate(found):
        if isinstance(one, Unread):
            joined[number] = one
            continue
        before = joined.get(one.id)
        paths = before.paths if isinstance(before, Document) else ()
        more = tuple(path for path in one.paths if path not in paths)
        first = before if isinstance(before, Document) else one
        joined[one.id] = replace(first, paths=paths + more)
    return list(joined.values())


def _unread(names: Iterable[str], reason: str) -> list[Document | Unread]:
    return [Unread(path=name, reason=reason) for name in names]


def _read_single(data: bytes, names: Sequence[str]) -> Iterator[Document | Unread]:
    return _yield_document(data, names, extract(data, names[0]))


def _yield_document(data: bytes, names: Sequence[str], found: Extracted) -> Iterator[Document | Unread]:
    document = _make_document(data, tuple(names), found)
    refuse_endless_line(document.text)
    yield document
    for reason in found.unread:
        yield from _unread(names, reason)


def _make_document(data: bytes, names: tuple[str, ...], found: Extracted) -> Document:
    return Document(
        id=sha256(data).hexdigest(),
        paths=names,
        text=found.text,
        kind=found.kind.value,
        encoding=found.encoding,
        offsets="file" if found.kind in OFFSETS_OF_FILE else "extracted",
        title=found.title,
        publisher=found.publisher,
        date=found.date,
        sample=found.sample,
        repairs=found.repairs,
    )


def refuse_endless_line(text: str) -> None:
    """Raise InvalidInput where a text has a line that is too long to be mined in reasonable time."""
    longest = max(map(len, text.splitlines())) if len(text) > LONGEST_LINE_CHARS else 0
    if longest > LONGEST_LINE_CHARS:
        raise InvalidInput(f"a line of {longest:,} characters; break it into paragraphs and try again")


def _read_zip(
    data: bytes, names: Sequence[str], *, allowance: "Allowance | None" = None, depth: int = 1
) -> Iterator[Document | Unread]:
    from glossary.documents.packages import tell_package
    from glossary.files.archive import Allowance, Archive

    allowance = allowance or Allowance()
    archive = Archive(data, allowance=allowance)
    kind = tell_package(archive)
    if kind is not None:
        yield from _yield_document(data, names, extract_package(archive, kind))
        return
    if depth > MAX_DEPTH:
        raise InvalidInput(TOO_DEEP)
    for member in _choose_members(archive):
        yield from _read_member(archive, member, names, allowance, depth)


def _choose_members(archive: "Archive") -> list["Member"]:
    """The files of an archive in the order of their names, without hidden ones."""
    members = [one for one in archive.members if not _is_hidden(one.name)]
    if not members:
        raise InvalidInput("empty: there is no file in the archive")
    if all(member.is_encrypted for member in members):
        raise InvalidInput("a zip archive with a password; unpack it and name its folder")
    return sorted(members, key=lambda member: member.name)


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return MAC_FOLDER in parts or any(part.startswith(".") and part.strip(".") for part in parts)


def _read_member(
    archive: "Archive", member: "Member", names: Sequence[str], allowance: "Allowance", depth: int
) -> list[Document | Unread]:
    """All that one file of an archive holds; what is wrong with it is its own matter alone."""
    inner = [f"{name}/{printable_name(member.name)}" for name in names]
    if member.leads_out:
        return _unread(inner, LEADS_OUT)
    if not may_be_document(PurePosixPath(member.name)):
        return _unread(inner, NO_DOCUMENT)
    try:
        data = archive.read(member)
        if is_zip(data):
            return list(_read_zip(data, inner, allowance=allowance, depth=depth + 1))
        return list(_read_single(data, inner))
    except InvalidInput as error:
        return _unread(inner, str(error))


def printable_name(name: str) -> str:
    """Return a name from an archive as text that can be printed and stored."""
    shown = "".join(one if one.isprintable() else "\ufffd" for one in name)
    return shown.encode("utf-8", "replace").decode("utf-8")
