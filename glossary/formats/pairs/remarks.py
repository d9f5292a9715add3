"""What stands beside the pairs of PO and TMX files: ours by its name, that of others as a note.

``definition: …`` is the definition of the concept; what has no name that is known here is the note of the
rendering, as a comment in any list is.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from glossary.files.po import CONTEXT, FLAG, FUZZY
from glossary.files.units import Remark
from glossary.formats.concepts import Dropped
from glossary.formats.languages import guess_language
from glossary.model import TEXT_FIELDS, Definition, Status
from glossary.model.concept import CONCEPT_ID

NOTE = ""
DEFINITION, DEFINITION_SOURCE, STATUS = "definition", "definition_source", "status"
RENDERING_NOTE, DO_NOT_TRANSLATE = "rendering_note", "do_not_translate"
SERVES, CONCEPT = "serves", "concept"
SAID_ELSEWHERE = frozenset({SERVES, CONCEPT, FLAG})
"""What a pair shows by itself, of which the base decides, or what no reader of a glossary asks for."""
NOT_READ: Mapping[str, str] = {
    "source": "who used a rendering is not read from comments, here and below; csv and tbx carry it",
    "context": "contexts are those of documents and are not read back, here and below",
}
FOREIGN = "properties of this type are not read, here and below"
LABELS = frozenset(
    {*TEXT_FIELDS, DEFINITION, DEFINITION_SOURCE, STATUS, RENDERING_NOTE, DO_NOT_TRANSLATE, SERVES, *NOT_READ}
)
OWN_PROPERTIES = LABELS - {"context"} | SAID_ELSEWHERE
TAKEN = LABELS - SAID_ELSEWHERE | {NOTE}
LABEL = re.compile(r"(?P<name>[a-z_]+): (?P<text>.*)", re.DOTALL)
FLAGS: Mapping[str, Remark] = {
    "forbidden": (STATUS, Status.FORBIDDEN),
    "read-only": (DO_NOT_TRANSLATE, "yes"),
    FUZZY: (STATUS, Status.PROPOSED),
}
"""What gettext and Weblate say of a term by its flags."""


class Remarks(Struct):
    """What is said beside a pair: of the concept, of the rendering, of the term, each by its field."""

    concept: dict[str, Any] = field(default_factory=dict)
    rendering: dict[str, Any] = field(default_factory=dict)
    term: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def take(self, name: str, text: str) -> None:
        """Take one remark by our name for it."""
        definitions = self.concept.get("definitions", ())
        if name in TEXT_FIELDS:
            self.concept[name] = text
        elif name == DEFINITION:
            one = Definition(text=text, language=guess_language(text))
            self.concept["definitions"] = (*definitions, one)
        elif name == DEFINITION_SOURCE and definitions:
            self.concept["definitions"] = (*definitions[:-1], replace(definitions[-1], source=text))
        elif name == STATUS and text in set(Status):
            self.rendering["status"] = Status(text)
        elif name == DO_NOT_TRANSLATE:
            self.term[DO_NOT_TRANSLATE] = True
        else:
            self.notes.append(text if name in (NOTE, RENDERING_NOTE) else f"{name}: {text}")


class RemarkReader:
    """Reads the remarks of one file; what it does not read it tells once."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def read(self, where: str, remarks: Iterable[Remark], dropped: list[Dropped]) -> Remarks:
        """Return what is said beside a pair; what is not read of it is dropped."""
        said = Remarks()
        for name, text in map(name_remark, remarks):
            if name in NOT_READ or name not in TAKEN:
                self._tell(where, name, text, dropped)
            else:
                said.take(name, text)
        if said.notes:
            said.rendering["note"] = "\n".join(said.notes)
        return said

    def _tell(self, where: str, name: str, text: str, dropped: list[Dropped]) -> None:
        if name not in self._told | SAID_ELSEWHERE:
            self._told.add(name)
            dropped.append(Dropped(where=where, what=f"{name}: {text}", why=NOT_READ.get(name, FOREIGN)))


def name_remark(remark: Remark) -> Remark:
    """Return a remark by our name for it; a property of others keeps its own."""
    name, text = remark
    if name == FLAG:
        return FLAGS.get(text, remark)
    if name == CONTEXT:
        return (CONCEPT if CONCEPT_ID.fullmatch(text.partition(" ")[0]) else NOTE), text
    if name:
        own = name.removeprefix("x-").replace("-", "_")
        return (own if own in OWN_PROPERTIES else name), text
    found = LABEL.fullmatch(text)
    return (found["name"], found["text"].strip()) if found and found["name"] in LABELS else (NOTE, text)
