"""The text of EPUB books: chapters in the order in which they are read, and what the package says of them."""

import posixpath
from urllib.parse import unquote

from glossary.documents.decoding import decode
from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.provenance import normalise_date
from glossary.documents.webpage import read_visible
from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.xml import Element, local_name, parse_part

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
DOCTYPES = ("package", "container")
PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


def read_book(archive: Archive) -> Extracted:
    """Return the text of an EPUB book, all of every chapter but the table of contents.

    A chapter that cannot be read is among ``unread``. Raises InvalidInput where none can, and where the
    book is damaged.
    """
    package_part = _find_package(archive)
    package = parse_part(archive.read_named(package_part), doctypes=DOCTYPES)
    locked = _list_locked(archive)
    texts, unread = [], []
    for part in _list_chapters(package, posixpath.dirname(package_part)):
        try:
            texts.append(_read_chapter(archive, part, locked))
        except InvalidInput as error:
            unread.append(f"{part}: {error}")
    if unread and not any(texts):
        raise InvalidInput(f"no chapter could be read; the first: {unread[0]}")
    said = {local_name(one): " ".join((one.text or "").split()) for one in reversed(_metadata(package))}
    return Extracted(
        kind=DocumentKind.EPUB,
        text="\n".join(filter(None, texts)),
        title=said.get("title", ""),
        publisher=said.get("publisher", ""),
        date=normalise_date(said.get("date", "")),
        unread=tuple(unread),
    )


def _find_package(archive: Archive) -> str:
    """The name of the package file, by the container or, where that is missing, by its ending."""
    if CONTAINER in archive:
        for one in parse_part(archive.read_named(CONTAINER), doctypes=DOCTYPES).iter("{*}rootfile"):
            if one.get("full-path") in archive:
                return str(one.get("full-path"))
    found = [member.name for member in archive.members if member.name.endswith(".opf")]
    if not found:
        raise InvalidInput("a damaged EPUB: the file that lists its chapters is missing")
    return found[0]


def _list_chapters(package: Element, folder: str) -> list[str]:
    """The names of the pages in the order of the spine, without the navigation."""
    items = {one.get("id"): one for one in package.iter("{*}item")}
    spine = [items.get(one.get("idref")) for one in package.iter("{*}itemref")]
    return [
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in spine
        if item is not None
        and item.get("media-type", "") in PAGE_TYPES
        and "nav" not in item.get("properties", "").split()
    ]


def _metadata(package: Element) -> list[Element]:
    found = next(package.iter("{*}metadata"), None)
    return [] if found is None else list(found.iter("{*}title", "{*}publisher", "{*}date"))


def _list_locked(archive: Archive) -> frozenset[str]:
    """The names of what digital rights management has encrypted; fonts are often so, pages seldom."""
    if ENCRYPTION not in archive:
        return frozenset()
    root = parse_part(archive.read_named(ENCRYPTION))
    return frozenset(unquote(one.get("URI", "")) for one in root.iter("{*}CipherReference"))


def _read_chapter(archive: Archive, part: str, locked: frozenset[str]) -> str:
    if part in locked:
        raise InvalidInput("locked by digital rights management")
    return read_visible(decode(archive.read_named(part)).text)
