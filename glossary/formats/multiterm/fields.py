"""What the descriptions of a MultiTerm entry are called: whoever made the termbase named them."""

from collections.abc import Mapping

from glossary.formats.cells.fields import RENDERING_FIELDS
from glossary.formats.csv.headers import known_column

ID, RELATION, SOURCE, DEFINITION, LANGUAGE = "concept_id", "relation", "source", "definition", "language"
SUBJECT, SCOPE, NOTE, STATUS = "subject_field", "scope", "note", "status"
OWN = (ID, RELATION, SOURCE, DEFINITION, SUBJECT, SCOPE, *RENDERING_FIELDS)
FIELD_OF_PLAIN: Mapping[str, str] = {name.replace("_", ""): name for name in OWN} | {
    "usagenote": NOTE,
    "usage": NOTE,
    "wordclass": "part_of_speech",
    "type": "term_type",
}
FIELD_OF_COLUMN: Mapping[str, str] = {"definitions": DEFINITION, "subject_field": SUBJECT}


def name_field(kind: str) -> str:
    """Return the field that a description of this type holds, else nothing: Term Type is term_type."""
    plain = "".join(filter(str.isalnum, kind)).lower()
    column = known_column(kind)
    return FIELD_OF_PLAIN.get(plain) or FIELD_OF_COLUMN.get(column, column if column in OWN else "")


def show_kind(field: str) -> str:
    """Return how a field is called in a file: Part of speech."""
    return field.replace("_", " ").capitalize()
