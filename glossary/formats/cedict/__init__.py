"""The format of CC-CEDICT, which most Chinese dictionaries for learners load."""

import re

from glossary.files.encodings import tell_by_mark
from glossary.formats.cedict.reading import COMMENT_MARK, ENTRY, read_cedict
from glossary.formats.cedict.writing import write_cedict
from glossary.formats.declaration import Format, Purpose

OPENING_REMARK = re.compile(r"#\s*(?:CC-)?CEDICT", re.IGNORECASE)


def recognise_cedict(head: bytes) -> bool:
    """Return whether the first line that is no remark is an entry."""
    text = head.decode(tell_by_mark(head) or "utf-8", errors="ignore")
    lines = [line for line in text.splitlines() if line.strip()]
    entries = [line for line in lines if not line.startswith(COMMENT_MARK)]
    return bool(entries and ENTRY.fullmatch(entries[0])) or bool(lines and OPENING_REMARK.match(lines[0]))


FORMAT = Format(
    name="cedict",
    title="Dictionary in the format of CC-CEDICT",
    purpose=Purpose.DICTIONARIES,
    extensions=(".u8",),
    media_type="text/plain; charset=utf-8",
    loses=(
        "Deprecated, forbidden and proposed renderings are left out.",
        "A term with a blank in it, or with # before it; a slash or semicolon in a rendering is respelled.",
        "Status, sources, definitions, notes, relations and ids.",
    ),
    write=write_cedict,
    read=read_cedict,
    recognises=recognise_cedict,
)
