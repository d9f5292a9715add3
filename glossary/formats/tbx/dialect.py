"""How one edition and style of TBX writes each thing: tags that are made once, for all concepts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from glossary.formats.tbx.names import PARTS_OF_SPEECH, STATUS_VALUES, TYPE_VALUES, V3_NAMES, ElementNames
from glossary.model import Status, TermType

ELEMENTS: Mapping[str, str] = {
    "subjectField": "descrip",
    "definition": "descrip",
    "context": "descrip",
    "source": "admin",
    "crossReference": "ref",
    "externalCrossReference": "xref",
    "administrativeStatus": "termNote",
    "usageStatus": "termNote",
    "partOfSpeech": "termNote",
    "termType": "termNote",
}
MODULES: Mapping[str, str] = {
    "subjectField": "min",
    "administrativeStatus": "min",
    "partOfSpeech": "min",
    "definition": "basic",
    "context": "basic",
    "source": "basic",
    "crossReference": "basic",
    "externalCrossReference": "basic",
    "termType": "basic",
}
USAGE_VALUES: Mapping[Status, str] = {
    Status.PREFERRED: "preferred",
    Status.ADMITTED: "admitted",
    Status.DEPRECATED: "deprecated",
    Status.FORBIDDEN: "deprecated",
}
TERM_INDENT = " " * 6
Named = TypeVar("Named", bound=str)


@dataclass(frozen=True, slots=True)
class Tag:
    """The start of a start tag, without its bracket, and the end tag."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way to write entries: tags by data category, and whole lines where a closed list allows."""

    names: ElementNames
    tags: Mapping[str, Tag]
    statuses: Mapping[Status, str]
    types: Mapping[TermType, str]
    parts: Mapping[str, str]

    def show(self, category: str, content: str, attributes: str = "") -> str:
        """Return a data category with its content, which is markup already."""
        tag = self.tags[category]
        return f"{tag.start}{attributes}>{content}{tag.end}"


def make_dialect(
    *, names: ElementNames = V3_NAMES, is_dct: bool = False, status: str = "administrativeStatus"
) -> Dialect:
    """Return the dialect of an edition, in DCA style (``termNote type=…``) or DCT style (``min:…``)."""
    tags = {category: tag_of(category, is_dct=is_dct) for category in ELEMENTS}
    values = USAGE_VALUES if status == "usageStatus" else STATUS_VALUES
    return Dialect(
        names=names,
        tags=tags,
        statuses=lines_of(tags[status], values),
        types=lines_of(tags["termType"], {**TYPE_VALUES}) | {TermType.FULL_FORM: ""},
        parts=lines_of(tags["partOfSpeech"], {name: name for name in PARTS_OF_SPEECH}),
    )


def lines_of(tag: Tag, values: Mapping[Named, str]) -> dict[Named, str]:
    """Return a closed list as whole lines of a term's section."""
    return {name: f"{TERM_INDENT}{tag.start}>{value}{tag.end}\n" for name, value in values.items()}


def tag_of(category: str, *, is_dct: bool) -> Tag:
    """Return how a data category is written."""
    if is_dct and category in MODULES:
        name = f"{MODULES[category]}:{category}"
        return Tag(f"<{name}", f"</{name}>")
    name = ELEMENTS[category]
    return Tag(f'<{name} type="{category}"', f"</{name}>")
