"""One reader a kind: from the bytes of a file to its text; each is imported when a file of its kind comes."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.documents.decoding import Decoded, decode
from glossary.documents.extracted import Extracted
from glossary.documents.front_matter import FrontMatter, read_front_matter
from glossary.documents.kinds import DocumentKind, tell_by_bytes, tell_kind
from glossary.documents.provenance import normalise_date, read_provenance
from glossary.documents.webpage import read_page
from glossary.errors import InvalidInput
from glossary.text.folding import has_han

if TYPE_CHECKING:
    from glossary.files.archive import Archive

NOT_BLANK = re.compile("[^\\s\0\u200b\ufeff]")
TRUE_WORDS = frozenset({"true", "yes", "1"})
UNORDERED = frozenset({DocumentKind.TMX, DocumentKind.PO})
"""Kinds whose first lines are no beginning of a text, and so say nothing of it."""


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a file that is no zip file. Raises InvalidInput where there is none in it."""
    kind = tell_by_bytes(data)
    if kind is DocumentKind.PDF:
        from glossary.documents.pdf import read_pdf

        return _describe(read_pdf(data))
    if kind is not None:
        from glossary.documents.bilingual import read_bilingual_xml

        return _describe(read_bilingual_xml(data, kind))
    return _extract_text(decode(data), name)


def extract_package(archive: "Archive", kind: DocumentKind) -> Extracted:
    """Return the text of an Office file or a book. Raises InvalidInput where it is damaged or empty."""
    if kind is DocumentKind.DOCX:
        from glossary.documents.word import read_word as read
    elif kind is DocumentKind.PPTX:
        from glossary.documents.slides import read_slides as read
    elif kind is DocumentKind.XLSX:
        from glossary.documents.spreadsheet import read_spreadsheet as read
    else:
        from glossary.documents.book import read_book as read
    return _describe(read(archive))


def _extract_text(decoded: Decoded, name: str) -> Extracted:
    """The whole of a text, and what is in a page or a PO file."""
    _refuse_blank(decoded.text)
    front = read_front_matter(decoded.text)
    kind = tell_kind(decoded.text, name, start=front.end)
    if kind is DocumentKind.PO:
        from glossary.documents.bilingual import read_po_file

        found = read_po_file(decoded.text, decoded.encoding)
    else:
        found = _read_prose(kind, decoded, front)
    repairs = {"lost-bytes": decoded.lost} if decoded.lost else {}
    return _prefer_front_matter(front, replace(found, repairs=repairs))


def _read_prose(kind: DocumentKind, decoded: Decoded, front: FrontMatter) -> Extracted:
    """Plain text and Markdown stay the whole file, front matter included."""
    own = decoded.text[front.end :] if front.end else decoded.text
    if kind is DocumentKind.HTML:
        text, said = read_page(own)
    else:
        text, said = decoded.text, read_provenance(own, kind=kind)
    return Extracted(
        kind=kind,
        text=text,
        encoding=decoded.encoding,
        title=said.title,
        publisher=said.publisher,
        date=said.date,
    )


def _describe(found: Extracted) -> Extracted:
    """Add what the text's own first lines say to what the file's properties do.

    In office files and PDF the lines are believed first: properties come from templates and whoever
    typed the text, and a title there may be in no readable encoding.
    """
    _refuse_blank(found.text)
    front = read_front_matter(found.text)
    if found.kind in UNORDERED:
        return found
    said = read_provenance(found.text[front.end :])
    is_book = found.kind is DocumentKind.EPUB
    has_title = is_book or has_han(found.title)
    described = replace(
        found,
        title=(found.title or said.title) if has_title else (said.title or found.title),
        publisher=(found.publisher or said.publisher) if is_book else (said.publisher or found.publisher),
        date=(found.date or said.date) if is_book else (said.date or found.date),
    )
    return _prefer_front_matter(front, described)


def _refuse_blank(text: str) -> None:
    if not NOT_BLANK.search(text):
        raise InvalidInput("empty: there is no text in it")


def _prefer_front_matter(front: FrontMatter, found: Extracted) -> Extracted:
    if not front.fields:
        return found
    return replace(
        found,
        title=front.fields.get("title") or found.title,
        publisher=front.fields.get("publisher") or found.publisher,
        date=normalise_date(front.fields.get("date", "")) or found.date,
        sample=front.fields.get("sample", "").lower() in TRUE_WORDS,
    )
