"""Office packages (ISO/IEC 29500-2): a zip archive of parts that point to parts.

The parts are read with lxml straight from the bounded archive: libraries for one of these kinds hold whole
documents as trees, unpack without limits, and pass over tracked insertions, text boxes and footnotes.
"""

import io
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.xml import Element, parse_part, read_elements

ROOT_PART = ""
RELATION_ID = re.compile(r"\{[^}]*/relationships\}id")


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from one part to another: what for, and the name of the part that it leads to."""

    id: str
    purpose: str
    part: str


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
