"""The text of Word files: body, tables, text boxes, footnotes and endnotes; no headers, footers, comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.office import (
    attribute,
    find_parts,
    is_on,
    main_part,
    read_part,
    read_properties,
    read_relations,
)
from glossary.files.archive import Archive
from glossary.files.xml import Element, local_name

TEXT_OF = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = frozenset({"del", "moveFrom", "rt", "oMath", "Fallback", "pPr", "rPr", "p"})
"""Deleted or moved away, readings above characters, formulae, and what stands in a paragraph of its own."""
ROW_DELETED = "./{*}trPr/{*}del"
PLACEHOLDER = "./{*}sdtPr/{*}showingPlcHdr"
TABLE_OF_CONTENTS = re.compile(r"toc \d|table of figures", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of styles whose text is hidden, and of those of a table of contents, which repeats headings."""

    hidden: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()


def read_word(archive: Archive) -> Extracted:
    """Return the text of a .docx file. Raises InvalidInput where it is damaged."""
    main = main_part(archive)
    relations = read_relations(archive, main)
    styles = read_styles(archive, find_parts(archive, relations, "styles"))
    parts = [main, *find_parts(archive, relations, "footnotes"), *find_parts(archive, relations, "endnotes")]
    lines = [line for part in parts for line in _read_lines(archive, part, styles)]
    said = read_properties(archive)
    return Extracted(
        kind=DocumentKind.DOCX,
        text="\n".join(lines),
        title=said.title,
        publisher=said.publisher,
        date=said.date,
    )


def read_styles(archive: Archive, parts: list[str]) -> Styles:
    """Return which styles of a Word file hide their text or repeat headings; ``parts`` declare them."""
    hidden, contents = set(), set()
    for part in parts:
        for style in read_part(archive, part, {"style"}):
            id_ = attribute(style, "styleId")
            name = style.find("./{*}name")
            if is_on(style.find("./{*}rPr/{*}vanish")):
                hidden.add(id_)
            if name is not None and TABLE_OF_CONTENTS.fullmatch(attribute(name, "val")):
                contents.add(id_)
    return Styles(frozenset(hidden), frozenset(contents))


def _read_lines(archive: Archive, part: str, styles: Styles) -> Iterator[str]:
    """One line a paragraph; that of a text box comes before the paragraph that it is fastened to."""
    for paragraph in read_part(archive, part, {"p", "tr"}):
        if local_name(paragraph) == "tr" or not _is_shown(paragraph, styles):
            continue
        text = "".join(text_parts(paragraph, styles))
        yield from (line for line in map(str.strip, text.splitlines()) if line)


def _is_shown(paragraph: Element, styles: Styles) -> bool:
    if _style(paragraph, "p") in styles.hidden | styles.contents:
        return False
    return not any(_hides_all(element) for element in paragraph.iterancestors())


def _hides_all(element: Element) -> bool:
    """Whether everything inside is not to be read: a second rendering, a deleted row, a placeholder."""
    name = local_name(element)
    if name == "tr":
        return element.find(ROW_DELETED) is not None
    if name == "sdt":
        return element.find(PLACEHOLDER) is not None
    return name in ("Fallback", "moveFrom", "del")


def _style(element: Element, kind: str) -> str:
    found = element.find(f"./{{*}}{kind}Pr/{{*}}{kind}Style")
    return "" if found is None else attribute(found, "val")


def text_parts(element: Element, styles: Styles) -> Iterator[str]:
    """Yield the shown texts inside an element, in order, those of paragraphs in it left out."""
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in TEXT_OF:
            yield TEXT_OF[name]
        elif name == "sdt" and _hides_all(child):
            continue
        elif name not in LEFT_OUT and not (name == "r" and _is_hidden(child, styles)):
            yield from text_parts(child, styles)


def _is_hidden(run: Element, styles: Styles) -> bool:
    return is_on(run.find("./{*}rPr/{*}vanish")) or _style(run, "r") in styles.hidden
