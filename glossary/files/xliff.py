"""XLIFF 1.0 to 1.2 and 2.x, and what tools make of them (sdlxliff, mxliff, mqxliff): unit by unit."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.inline import own_language, plain_text
from glossary.files.units import Unit
from glossary.files.xml import Element, local_name, read_elements

ROOTS = frozenset({"xliff"})
UNIT, UNIT_2, SEGMENT_2 = "trans-unit", "unit", "segment"
# The others are named only to be freed once read: a header may hold a whole file, a text a million groups.
READ = frozenset({UNIT, UNIT_2, "group", "header", "file"})
DOCTYPES = ("xliff",)


def read_xliff(source: BinaryIO) -> Iterator[Unit]:
    """Yield the units of an XLIFF file, one for each segment where a unit is cut into segments.

    Proposals (alt-trans) and notes are left out. Ids begin anew in each file of several: the names of those
    after the first stand before theirs. Raises InvalidInput, with the line, for broken XML.
    """
    elements = read_elements(source, READ, roots=ROOTS, doctypes=DOCTYPES, huge=True)
    number, first = 0, None
    for element in elements:
        name = local_name(element)
        if name in (UNIT, UNIT_2):
            number += 1
            file = _file_name(element)
            first = file if first is None else first
            where = ("" if file == first else f"{file}/") + (element.get("id") or str(number))
            languages = _languages(element)
            yield from (_read_unit if name == UNIT else _read_unit_2)(element, where, *languages)


def _file_name(element: Element) -> str:
    """What the file that a unit is in calls itself, without folders; empty for none."""
    file = next((one for one in element.iterancestors() if local_name(one) == "file"), None)
    named = "" if file is None else file.get("original") or file.get("id") or ""
    return named.replace("\\", "/").rsplit("/", 1)[-1]


def _languages(element: Element) -> tuple[str, str]:
    """The languages that the nearest element above names: of the file in 1.2, of the whole in 2.x."""
    sources, targets = ("source-language", "srcLang"), ("target-language", "trgLang")
    above = list(element.iterancestors())
    return _first_attribute(above, sources), _first_attribute(above, targets)


def _first_attribute(elements: list[Element], names: tuple[str, str]) -> str:
    values = (element.get(name) for element in elements for name in names)
    return next((value for value in values if value), "")


def _read_unit(element: Element, where: str, source_language: str, target_language: str) -> Iterator[Unit]:
    """A unit of 1.2: segments are marked inside seg-source and target by ``<mrk mtype="seg">``."""
    source, target = _child(element, "source"), _child(element, "target")
    sources = _marked(_child(element, "seg-source"))
    targets = _marked(target)
    if not sources or not targets:
        sources, targets = {"": plain_text(source)}, {"": plain_text(target)}
    for mid in [*sources, *(mid for mid in targets if mid not in sources)]:
        yield Unit(
            where=f"{where}/{mid}" if mid else where,
            source=sources.get(mid, ""),
            target=targets.get(mid, ""),
            source_language=own_language(source) or source_language,
            target_language=own_language(target) or target_language,
        )


def _read_unit_2(element: Element, where: str, source_language: str, target_language: str) -> Iterator[Unit]:
    segments = [child for child in element if local_name(child) == SEGMENT_2]
    for number, segment in enumerate(segments, 1):
        mark = segment.get("id") or str(number)
        yield Unit(
            where=f"{where}/{mark}" if len(segments) > 1 else where,
            source=plain_text(_child(segment, "source")),
            target=plain_text(_child(segment, "target")),
            source_language=source_language,
            target_language=target_language,
        )


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _marked(element: Element | None) -> dict[str, str]:
    """The texts of the segments marked in an element, by their number."""
    marks = [] if element is None else [one for one in element.iter("{*}mrk") if one.get("mtype") == "seg"]
    return {mark.get("mid") or str(number): plain_text(mark) for number, mark in enumerate(marks, 1)}
