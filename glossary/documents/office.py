"""What Word, PowerPoint and Excel files share: parts that point to parts, and properties (ISO/IEC 29500).

The parts are read with lxml straight from the bounded archive: libraries for one of these kinds hold whole
documents as trees, unpack without limits, and pass over tracked insertions, text boxes and footnotes.
"""

import io
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from glossary.documents.provenance import normalise_date
from glossary.documents.titles import clean_company, clean_title
from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.xml import Element, local_name, parse_part, read_elements

ROOT_PART = ""
TEMPLATE_DAYS = frozenset({"2013-12-23", "2013-01-27"})
"""When the templates of python-docx and python-pptx were made, which thousands of programs hand on."""
RELATION_ID = re.compile(r"\{[^}]*/relationships\}id")


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from one part to another: what for, and the name of the part that it leads to."""

    id: str
    purpose: str
    part: str


@dataclass(frozen=True, slots=True)
class Properties:
    """What the properties of a file say; empty where they are silent or only what a program fills in."""

    title: str = ""
    publisher: str = ""
    date: str = ""


def read_relations(archive: Archive, part: str = ROOT_PART) -> list[Relation]:
    """Return the relations of a part to others in the archive, or of the package itself."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive:
        return []
    return [
        Relation(
            one.get("Id", ""),
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in parse_part(archive.read_named(path))
        if one.get("TargetMode") != "External"
    ]


def find_parts(archive: Archive, relations: Collection[Relation], purpose: str) -> list[str]:
    """Return the names of the parts with this purpose that are there."""
    return [one.part for one in relations if one.purpose == purpose and one.part in archive]


def main_part(archive: Archive) -> str:
    """Return the name of the part that the document begins with; raises InvalidInput where it is missing."""
    found = find_parts(archive, read_relations(archive), "officeDocument")
    if not found:
        raise InvalidInput("a damaged Office file: its main part is missing; save it again in Office")
    return found[0]


def read_part(archive: Archive, part: str, names: Collection[str]) -> Iterator[Element]:
    """Yield the elements with these local names in a part, each emptied before the next is read."""
    return read_elements(io.BytesIO(archive.read_named(part)), names, roots=())


def relation_id(element: Element) -> str:
    """Return the id of the relation that an element refers to, whichever edition of the standard it is in."""
    return next((value for name, value in element.attrib.items() if RELATION_ID.fullmatch(name)), "")


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name, or an empty text."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def is_on(element: Element | None) -> bool:
    """Return whether a switch such as ``<w:vanish/>`` is there and not set to off."""
    return element is not None and attribute(element, "val").lower() not in ("0", "false", "off", "none")


def read_properties(archive: Archive) -> Properties:
    """Return title, company and day of creation (else of the last change) from the properties of a file."""
    relations = read_relations(archive)
    core = _read_values(archive, find_parts(archive, relations, "core-properties"))
    app = _read_values(archive, find_parts(archive, relations, "extended-properties"))
    created = normalise_date(core.get("created", ""))
    return Properties(
        title=clean_title(core.get("title", "")),
        publisher=clean_company(app.get("Company", "")),
        date="" if created in TEMPLATE_DAYS else created or normalise_date(core.get("modified", "")),
    )


def _read_values(archive: Archive, parts: Collection[str]) -> dict[str, str]:
    """The texts of a part of properties by their local names; a broken one says nothing."""
    try:
        return {
            local_name(one): one.text or "" for part in parts for one in parse_part(archive.read_named(part))
        }
    except InvalidInput:
        return {}
