"""What a zip file is: an Office file, a book, or an archive of files. Told by what is in it."""

from glossary.documents.kinds import DocumentKind
from glossary.errors import InvalidInput
from glossary.files.archive import Archive

CONTENT_TYPES, MIMETYPE, CONTAINER = "[Content_Types].xml", "mimetype", "META-INF/container.xml"
EPUB = b"application/epub+zip"
OPEN_DOCUMENT = (b"application/vnd.oasis.opendocument", b"application/vnd.sun.xml")
MAX_MIMETYPE_BYTES = 200
FOLDERS = {"word/": DocumentKind.DOCX, "ppt/": DocumentKind.PPTX, "xl/": DocumentKind.XLSX}
APPLE = ("Index/Document.iwa", "Index.zip", "index.apxl")


def tell_package(archive: Archive) -> DocumentKind | None:
    """Return the kind of document that an archive is, or None where it is an archive of files.

    Raises InvalidInput, saying what to do, for packages of other kinds.
    """
    if CONTENT_TYPES in archive:
        return _tell_office(archive)
    mimetype = _read_mimetype(archive)
    if mimetype.startswith(EPUB) or CONTAINER in archive:
        return DocumentKind.EPUB
    if mimetype.startswith(OPEN_DOCUMENT):
        raise InvalidInput("an OpenDocument file; save it as .docx, .xlsx or .pptx and try again")
    if any(name in archive for name in APPLE):
        raise InvalidInput("a file of Pages, Numbers or Keynote; export it as .docx, .xlsx, .pptx or PDF")
    return None


def _tell_office(archive: Archive) -> DocumentKind:
    for folder, kind in FOLDERS.items():
        if any(member.name.startswith(folder) for member in archive.members):
            return kind
    raise InvalidInput("a file of Office, but not of Word, Excel or PowerPoint; save it as .docx or PDF")


def _read_mimetype(archive: Archive) -> bytes:
    """The first bytes of the member that says the kind; it is not packed, and always short."""
    found = [member for member in archive.members if member.name == MIMETYPE]
    is_short = bool(found) and found[0].info.file_size <= MAX_MIMETYPE_BYTES
    return archive.read(found[0]).strip() if is_short else b""
