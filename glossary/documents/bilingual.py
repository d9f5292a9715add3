"""The Chinese side of bilingual files: XLIFF, TMX and PO."""

import io
import re
from collections.abc import Iterable, Iterator

from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.errors import InvalidInput
from glossary.files.po import read_po
from glossary.files.tmx import read_tmx
from glossary.files.units import Unit, is_chinese
from glossary.files.xliff import read_xliff
from glossary.text.folding import has_han
from glossary.text.scripts import KANA_OR_HANGUL
from glossary.text.tidying import as_one_line

ENCODING = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
HEAD_BYTES = 400
READERS = {DocumentKind.XLIFF: read_xliff, DocumentKind.TMX: read_tmx}


def read_bilingual_xml(data: bytes, kind: DocumentKind) -> Extracted:
    """Return the Chinese side of an XLIFF or TMX file, one unit a line.

    Raises InvalidInput for broken XML, and where there is no Chinese side or it is empty.
    """
    units = READERS[kind](io.BytesIO(data))
    found = ENCODING.search(data[:HEAD_BYTES])
    encoding = found[1].decode().lower() if found else "utf-8"
    return Extracted(kind=kind, text=_read_chinese(units), encoding=encoding)


def read_po_file(text: str, encoding: str) -> Extracted:
    """Return the Chinese side of a PO file; raises InvalidInput as read_bilingual_xml does."""
    return Extracted(kind=DocumentKind.PO, text=_read_chinese(read_po(text)), encoding=encoding)


def _read_chinese(units: Iterable[Unit]) -> str:
    """The lines of the Chinese side; the same one beside several translations is taken once."""
    languages: set[str] = set()
    lines: list[str] = []
    last = ("", "")
    for unit in units:
        languages |= {unit.source_language, unit.target_language}
        for text in _chinese_sides(unit):
            if text and (unit.where, text) != last:
                last = unit.where, text
                lines.append(text)
    if not lines:
        raise InvalidInput(_explain_nothing([one for one in languages if one]))
    return "\n".join(lines)


def _chinese_sides(unit: Unit) -> Iterator[str]:
    """The side that its tag calls Chinese, or one without a tag that is written so. It may be both."""
    for language, text in ((unit.source_language, unit.source), (unit.target_language, unit.target)):
        if is_chinese(language) if language else _is_written_in_chinese(text):
            yield as_one_line(text)


def _is_written_in_chinese(text: str) -> bool:
    return has_han(text) and not KANA_OR_HANGUL.search(text)


def _explain_nothing(languages: list[str]) -> str:
    if any(map(is_chinese, languages)):
        return "its Chinese side is empty; translate it first"
    if languages:
        return f"no side of it is Chinese; its languages are {', '.join(sorted(languages))}"
    return "no side of it is Chinese, and it names no languages"
