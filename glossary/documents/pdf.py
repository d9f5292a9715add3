"""The text of PDF files; what is no running text is left out by its place."""

import re
from collections.abc import Iterator, Sequence

from glossary.documents.compatibility import unify
from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.pdf_lines import PageLine, drop_furniture, join_paragraphs
from glossary.documents.pdf_pages import Page, read_pages
from glossary.documents.provenance import normalise_date
from glossary.documents.titles import clean_title
from glossary.errors import InvalidInput

MAX_PICTURE_SHARE = 0.1
MAX_UNREADABLE_SHARE = 0.5
UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
SCANNED = "a scanned PDF: its pages are pictures without text; run OCR on it and try again"
NO_CHARACTERS = "a PDF whose fonts do not say which characters they draw; run OCR on it and try again"
DAMAGED = "a damaged PDF; open it in a reader, save or print it as a new PDF and try again"


def read_pdf(data: bytes) -> Extracted:
    """Return the text of a PDF, one paragraph a line, without page numbers and running headers and footers.

    Raises InvalidInput where it is damaged or protected by a password, or has no text.
    """
    pages, said = _open(data)
    lines = drop_furniture([page.lines for page in pages])
    if not any(lines):
        raise InvalidInput(_explain_nothing(pages))
    text, repairs = unify("\n".join(join_paragraphs(lines)))
    if len(UNREADABLE.findall(text)) > MAX_UNREADABLE_SHARE * len(text):
        raise InvalidInput(NO_CHARACTERS)
    return Extracted(
        kind=DocumentKind.PDF,
        text=text,
        title=clean_title(said["Title"]),
        date=_read_date(said["CreationDate"]) or _read_date(said["ModDate"]),
        repairs=repairs,
        unread=tuple(_explain_unread(pages, lines)),
    )


def _open(data: bytes) -> tuple[list[Page], dict[str, str]]:
    """The pages of a PDF and what its properties say."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return list(read_pages(pdf)), pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise InvalidInput(_explain(str(error).lower())) from None


def _explain(message: str) -> str:
    if "password" in message:
        return "a PDF with a password; save it without one and try again"
    if "security" in message:
        return "a PDF that is encrypted in an unknown way; print it to a new PDF and try again"
    return DAMAGED


def _explain_nothing(pages: Sequence[Page]) -> str:
    if any(page.is_picture for page in pages):
        return SCANNED
    return DAMAGED if any(page.is_broken for page in pages) else "a PDF without text"


def _explain_unread(pages: Sequence[Page], lines: Sequence[Sequence[PageLine]]) -> Iterator[str]:
    """Say which pages were not read. A cover is often a picture, and so is now and then a page of a book."""
    broken = sum(page.is_broken for page in pages)
    pictures = sum(page.is_picture and not own for page, own in zip(pages, lines, strict=True))
    if broken:
        yield f"{broken} of its {len(pages)} pages are damaged; save it as a new PDF to read them too"
    covers = max(int(pages[0].is_picture), MAX_PICTURE_SHARE * len(pages))
    if pictures > covers:
        yield f"{pictures} of its {len(pages)} pages are pictures without text; run OCR to read them too"


def _read_date(text: str) -> str:
    """The day of a date as PDF writes it: ``D:20220506120000+08'00'``."""
    digits = text.removeprefix("D:")[:8]
    return normalise_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
