"""TMX 1.1 to 1.4: translation memories, unit by unit."""

from collections.abc import Iterator
from itertools import product
from typing import BinaryIO

from glossary.files.inline import own_language, plain_text
from glossary.files.units import Remark, Unit
from glossary.files.xml import Element, local_name, read_elements

ROOTS = frozenset({"tmx"})
ANY_LANGUAGE = "*all*"
REMARKS = ("note", "prop")
Variant = tuple[str, str]


def read_tmx(source: BinaryIO) -> Iterator[Unit]:
    """Yield the units of a translation memory: the source text with each of its translations.

    The source language is what the unit names, else the header; where neither does, it is that of the unit's
    first text. A unit with the source in two varieties (``en-US``, ``en-GB``) has pairs of both. Remarks are
    its notes, and its properties by their types. Raises InvalidInput, with the line, for broken XML.
    """
    header_language = ""
    number = 0
    for element in read_elements(source, {"header", "tu"}, roots=ROOTS, doctypes=("tmx",), huge=True):
        if local_name(element) == "header":
            header_language = element.get("srclang") or ""
        else:
            number += 1
            yield from _read_unit(element, element.get("tuid") or str(number), header_language)


def _read_unit(element: Element, where: str, header_language: str) -> Iterator[Unit]:
    variants = [_read_variant(child) for child in element if local_name(child) == "tuv"]
    if not variants:
        return
    source = _find_source(variants, element.get("srclang") or header_language)
    language = _main_part(source[0])
    kin = [source, *(one for one in variants if one is not source and _main_part(one[0]) == language)]
    others = [one for one in variants if _main_part(one[0]) != language]
    remarks = tuple(_read_remarks(element))
    for one, other in product(kin, others) if others else product([source], kin[1:] or [("", "")]):
        yield Unit(
            where=where,
            source=one[1],
            target=other[1],
            source_language=one[0],
            target_language=other[0],
            remarks=remarks,
        )


def _read_remarks(element: Element) -> Iterator[Remark]:
    for child in element:
        if local_name(child) in REMARKS and (text := "".join(child.itertext()).strip()):
            yield child.get("type") or "", text


def _read_variant(element: Element) -> Variant:
    segment = next((child for child in element if local_name(child) == "seg"), None)
    return own_language(element), plain_text(segment)


def _find_source(variants: list[Variant], wanted: str) -> Variant:
    """The text in the wanted language, or in a kind of it (``zh`` and ``zh-CN``), else the first."""
    wanted = wanted.lower()
    exact = (variant for variant in variants if variant[0].lower() == wanted != ANY_LANGUAGE)
    alike = (variant for variant in variants if _main_part(variant[0]) == _main_part(wanted))
    return next(exact, None) or next(alike, None) or variants[0]


def _main_part(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
