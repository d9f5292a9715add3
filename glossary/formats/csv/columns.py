"""The columns of the curator's spreadsheet, in their order, and what each one holds."""

import re
from collections.abc import Mapping

from glossary.formats.cells.fields import TERM_FIELDS

CONCEPT_COLUMNS = ("subject_field", "scope", "note", "definitions", "other_zh", "zh_details", "relations")
RENDERING_COLUMNS = ("status", "instead", "serves", "term_type", "rendering_note", "en_details")
SAID_ONCE_COLUMNS = frozenset(CONCEPT_COLUMNS + RENDERING_COLUMNS)
EVIDENCE_COLUMNS = (
    "publisher",
    "title",
    "date",
    "url",
    "tier",
    "basis",
    "mirror_of",
    "evidence_note",
)
RARE_RENDERING_FIELDS = ("part_of_speech", "reading", "case_sensitive", "do_not_translate")
COLUMNS = (
    "id",
    "zh",
    "en",
    "status",
    "instead",
    "publisher",
    "title",
    "date",
    "url",
    "tier",
    "basis",
    "mirror_of",
    "evidence_note",
    "rendering_note",
    "subject_field",
    "scope",
    "definitions",
    "note",
    "other_zh",
    "serves",
    "term_type",
    "language",
    "zh_details",
    "en_details",
    "relations",
)
REQUIRED_COLUMNS = ("zh", "en")
# The state of the base stands in a header cell over an empty column: sorting, filtering and deleting rows
# leave it alone, and a spreadsheet program shows it without making anything of it.
SNAPSHOT_COLUMN = re.compile(r"snapshot[ _:]+(?P<id>s[a-z2-7]{10})", re.IGNORECASE)
ALIASES: Mapping[str, str] = {
    "zh-cn": "zh",
    "zh-hans": "zh",
    "chinese": "zh",
    "en-us": "en",
    "en-gb": "en",
    "english": "en",
}
COLUMN_FIELDS: Mapping[str, tuple[str, ...]] = {
    "status": ("rendering.status",),
    "instead": ("rendering.instead",),
    "serves": ("rendering.serves",),
    "term_type": ("rendering.term_type",),
    "rendering_note": ("rendering.note",),
    "en_details": tuple(f"rendering.{name}" for name in RARE_RENDERING_FIELDS),
    "language": ("rendering.language",),
    "other_zh": ("terms",),
    "zh_details": tuple(f"term.{name}" for name in TERM_FIELDS),
} | {name: (f"evidence.{name.removeprefix('evidence_')}",) for name in EVIDENCE_COLUMNS}
EVIDENCE_FIELD_OF: Mapping[str, str] = {name: name.removeprefix("evidence_") for name in EVIDENCE_COLUMNS}


def name_column(header: str) -> str:
    """Return the column that a header cell names: blanks and case do not count, ``zh-CN`` is ``zh``."""
    plain = header.strip().lower().replace(" ", "_")
    return ALIASES.get(plain, plain)


def absent_fields(present: frozenset[str]) -> tuple[str, ...]:
    """Return the fields that a table without some columns says nothing of."""
    missing = (name for name in COLUMNS if name not in present | {"id"})
    return (*(field for name in missing for field in COLUMN_FIELDS.get(name, (name,))), "redirects")


def name_snapshot_column(snapshot: str) -> str:
    """Return the header cell that names the state of the base."""
    return f"snapshot {snapshot}"


def read_snapshot_column(header: str) -> str:
    """Return the state of the base that a header cell names, or nothing."""
    found = SNAPSHOT_COLUMN.fullmatch(header.strip())
    return found["id"].lower() if found else ""
