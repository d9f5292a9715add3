"""The text of PowerPoint files: slides in order with tables, groups and diagrams, then what notes say."""

from collections.abc import Iterator

from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.office import (
    Relation,
    find_parts,
    main_part,
    read_part,
    read_properties,
    read_relations,
    relation_id,
)
from glossary.files.archive import Archive
from glossary.files.xml import Element, local_name

FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})
"""Placeholders that hold the same on every slide: number, date, footer, header."""
TURNED_OFF = ("0", "false")


def read_slides(archive: Archive) -> Extracted:
    """Return the text of a .pptx file; slides that are not shown are left out.

    Raises InvalidInput where it is damaged.
    """
    main = main_part(archive)
    targets = {one.id: one.part for one in read_relations(archive, main)}
    ids = [relation_id(one) for one in read_part(archive, main, {"sldId"})]
    slides = [targets[id_] for id_ in ids if targets.get(id_, "") in archive]
    lines = [line for slide in slides for line in _read_slide(archive, slide)]
    said = read_properties(archive)
    return Extracted(
        kind=DocumentKind.PPTX,
        text="\n".join(lines),
        title=said.title,
        publisher=said.publisher,
        date=said.date,
    )


def _read_slide(archive: Archive, slide: str) -> list[str]:
    """The lines of a slide, of its diagrams and of its notes; none where the slide is hidden."""
    lines: list[str] = []
    for element in read_part(archive, slide, {"p", "sld"}):
        if local_name(element) == "p":
            lines.extend(_read_paragraph(element))
        elif element.get("show", "").lower() in TURNED_OFF:
            return []
    others = _others(archive, read_relations(archive, slide))
    return lines + [
        line for part in others for one in read_part(archive, part, {"p"}) for line in _read_paragraph(one)
    ]


def _others(archive: Archive, relations: list[Relation]) -> list[str]:
    return [*find_parts(archive, relations, "diagramData"), *find_parts(archive, relations, "notesSlide")]


def _read_paragraph(paragraph: Element) -> list[str]:
    above = list(paragraph.iterancestors())
    if any(local_name(one) == "Fallback" or _is_furniture(one) for one in above):
        return []
    text = "".join(_text_parts(paragraph))
    return [line for line in map(str.strip, text.splitlines()) if line]


def _is_furniture(shape: Element) -> bool:
    place = shape.find("./{*}nvSpPr/{*}nvPr/{*}ph") if local_name(shape) == "sp" else None
    return place is not None and place.get("type") in FURNITURE


def _text_parts(paragraph: Element) -> Iterator[str]:
    """The runs of a paragraph and the line breaks between them; a field such as the date is no run."""
    for child in paragraph:
        name = local_name(child)
        if name == "r":
            yield from (one.text or "" for one in child.iterfind("./{*}t"))
        elif name == "br":
            yield "\n"
