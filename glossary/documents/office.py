"""What Word, PowerPoint and Excel files share: parts that point to parts, and properties (ISO/IEC 29500)."""

from collections.abc import Collection
from dataclasses import dataclass

from glossary.documents.provenance import normalise_date
from glossary.documents.titles import clean_company, clean_title
from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.package import Relation as Relation
from glossary.files.package import attribute as attribute
from glossary.files.package import find_parts as find_parts
from glossary.files.package import main_part as main_part
from glossary.files.package import read_part as read_part
from glossary.files.package import read_relations as read_relations
from glossary.files.package import relation_id as relation_id
from glossary.files.xml import Element, local_name, parse_part

TEMPLATE_DAYS = frozenset({"2013-12-23", "2013-01-27"})
"""When the templates of python-docx and python-pptx were made, which thousands of programs hand on."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the properties of a file say; empty where they are silent or only what a program fills in."""

    title: str = ""
    publisher: str = ""
    date: str = ""


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
