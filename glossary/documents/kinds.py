"""What kind of document a file is: told by what it holds, then by the file's name."""

import re
from enum import StrEnum
from pathlib import PurePath

from glossary.errors import InvalidInput

HEAD_CHARS = 20_000
HEAD_BYTES = 4096
PDF_HEAD_BYTES = 1024
"""The marker of a PDF may stand anywhere in so many bytes (ISO 32000, annex H)."""
MIN_MARKDOWN_SIGNS = 2

HTML_START = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
MIME = "MIME-Version:"
MIME_START = re.compile(rf"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){{0,99}}?{MIME}", re.ASCII)
XML_START = re.compile(r"\s*<\?xml\s")
ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
MARKDOWN_SIGNS = {
    "# ": re.compile(r"^#{1,6} \S", re.MULTILINE),
    "](": re.compile(r"\]\((?:https?://|/|#|\.)[^()\s]*\)"),
    "**": re.compile(r"\*\*[^\s*][^*\n]*\*\*"),
    "```": re.compile(r"^```", re.MULTILINE),
    "---": re.compile(r"^\|?[ :]*-{3,}[ :]*\|[ :|-]*$", re.MULTILINE),
}
"""Each with a piece of it, which is looked for first, being found sooner."""
XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")
MARK_BYTES = b"\xef\xbb\xbf\xff\xfe"
BILINGUAL_TAG = re.compile(rb"<(?:[\w.-]+:)?(?:xliff|tmx)[\s/>]")
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
PDF_MARK, PDF_END = b"%PDF-", b"%%EOF"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAME_OF_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class DocumentKind(StrEnum):
    """The kinds that there is a reader for."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    PDF = "pdf"
    EPUB = "epub"
    XLIFF = "xliff"
    TMX = "tmx"
    PO = "po"


OFFSETS_OF_FILE = frozenset({DocumentKind.TEXT, DocumentKind.MARKDOWN})
"""The kinds whose text is the whole file, so that offsets point into it."""


def is_zip(data: bytes) -> bool:
    """Return whether ``data`` begins as a zip file does, an empty one included."""
    return data.startswith(ZIP_STARTS)


def tell_by_bytes(data: bytes) -> DocumentKind | None:
    """Return the kind of what need not be decoded to be told: PDF, XLIFF, TMX; None for zip and for text.

    Raises InvalidInput for an old Office file and one with a password, which look alike.
    """
    if data.startswith(PDF_MARK) or (PDF_MARK in data[:PDF_HEAD_BYTES] and PDF_END in data[-PDF_HEAD_BYTES:]):
        return DocumentKind.PDF
    if data.startswith(OLD_OFFICE):
        raise InvalidInput(_explain_old_office(data))
    if data[:HEAD_BYTES].lstrip().startswith(XML_STARTS):
        return _tell_xml(data[:HEAD_BYTES])
    return None


def _explain_old_office(data: bytes) -> str:
    if NAME_OF_ENCRYPTED in data:
        return "an Office file with a password; save it without one and try again"
    return "an old Office file (.doc, .xls, .ppt); save it as .docx, .xlsx or .pptx and try again"


def _tell_xml(head: bytes) -> DocumentKind | None:
    narrow = head.replace(b"\0", b"").lstrip(MARK_BYTES)
    if not BILINGUAL_TAG.search(narrow):
        return None
    from glossary.files.xml import root_name

    root = root_name(narrow)
    return DocumentKind(root) if root in (DocumentKind.XLIFF, DocumentKind.TMX) else None


def tell_kind(text: str, name: str, *, start: int = 0) -> DocumentKind:
    """Return the kind of the document that begins at ``start`` of ``text``, in the file called ``name``.

    Raises InvalidInput for XML that is no page, and for mails.
    """
    head, suffix = text[start : start + HEAD_CHARS], PurePath(name).suffix.lower()
    if HTML_START.match(head) or (suffix in HTML_NAMES and ANY_TAG.search(head)):
        return DocumentKind.HTML
    if MIME in head and MIME_START.match(head):
        raise InvalidInput("a mail or a web archive (.eml, .mht); save it as .html or .txt and try again")
    if XML_START.match(head):
        raise InvalidInput("XML, which is not read; save its text as .txt, .md or .html and try again")
    if "msgid" in head and _looks_like_po(head):
        return DocumentKind.PO
    if suffix in MARKDOWN_NAMES or _looks_like_markdown(head):
        return DocumentKind.MARKDOWN
    return DocumentKind.TEXT


def _looks_like_po(head: str) -> bool:
    from glossary.files.po import looks_like_po

    return looks_like_po(head)


def _looks_like_markdown(head: str) -> bool:
    return (
        sum(piece in head and bool(sign.search(head)) for piece, sign in MARKDOWN_SIGNS.items())
        >= MIN_MARKDOWN_SIGNS
    )
