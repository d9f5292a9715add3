"""One term section of TBX as a term or a rendering."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.xml import Element
from glossary.formats.concepts import Dropped
from glossary.formats.fields import EVIDENCE_FIELDS, parse_field, parse_fields
from glossary.formats.notation import read_details
from glossary.formats.tbx.elements import NO_PLACE_IN_TERM, Steps, drop, text_of
from glossary.formats.tbx.names import (
    INEXACT_VALUES,
    STATUS_OF_VALUE,
    TERM_NOTE_FIELDS,
    TYPE_OF_VALUE,
    read_label,
)
from glossary.model import Evidence, Rendering, Status, Term

EVIDENCE = "evidence"
RENDERING_ALONE = ("serves", "instead")
MOST_SOURCES = 8_192
STATUS_NOTES: Mapping[str, Status] = {"forbidden": Status.FORBIDDEN, "proposed": Status.PROPOSED}


Fields = dict[str, Any]
"""What a term section has said so far, by the name of the field; ``evidence`` is a list."""


def read_rendering(section: Element, language: str, dropped: list[Dropped]) -> Rendering:
    """Return the rendering of a section; raises InvalidInput where there is none."""
    said = read_fields(section, language, dropped)
    evidence = tuple(said.pop(EVIDENCE, ()))
    return Rendering(**said, evidence=evidence)


def read_term(section: Element, language: str, dropped: list[Dropped]) -> Term:
    """Return the Chinese term of a section; it keeps no source and names no other term."""
    said = read_fields(section, language, dropped)
    for name in RENDERING_ALONE:
        if said.pop(name, ""):
            drop(section, dropped, f"a Chinese term has no {name!r}")
    if said.pop(EVIDENCE, ()):
        drop(section, dropped, "a Chinese term keeps no source")
    return Term(**said)


def read_fields(section: Element, language: str, dropped: list[Dropped]) -> Fields:
    """Return what a section says."""
    said: Fields = {"text": "", "language": language}
    TERM_STEPS.take(section, said, dropped)
    return said


def drop_unknown(element: Element, _: Fields, dropped: list[Dropped]) -> None:
    """Drop what a term has no place for."""
    drop(element, dropped, NO_PLACE_IN_TERM)


def read_text(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the term itself."""
    said["text"] = text_of(element, dropped)


def read_part_of_speech(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the part of speech."""
    said["part_of_speech"] = text_of(element, dropped)


def read_status(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the status, unless a note has said it more exactly."""
    read_listed(element, "status", STATUS_OF_VALUE, said, dropped)


def read_term_type(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the type of the term."""
    read_listed(element, "term_type", TYPE_OF_VALUE, said, dropped)


def read_listed(
    element: Element, name: str, values: Mapping[str, Any], said: Fields, dropped: list[Dropped]
) -> None:
    """Take a value of a list, telling where ours is not quite the same."""
    text = text_of(element, dropped)
    if text not in values:
        drop(element, dropped, f"{name} {text!r} is none that the base knows")
        return
    said.setdefault(name, values[text])
    if text in INEXACT_VALUES:
        drop(element, dropped, f"read as {name} {values[text]}")


def read_note(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take a note, or the field that it holds; several plain notes become one."""
    name, text = read_label(text_of(element, dropped), TERM_NOTE_FIELDS)
    if name in STATUS_NOTES:
        said["status"] = STATUS_NOTES[name]
    elif name == "note":
        said["note"] = "\n".join(filter(None, [said.get("note", ""), text]))
    else:
        take_labelled(element, name, text, said, dropped)


def take_labelled(element: Element, name: str, text: str, said: Fields, dropped: list[Dropped]) -> None:
    """Take the field that a note holds."""
    try:
        said[name] = parse_field(name, text)
    except InvalidInput as error:
        drop(element, dropped, str(error))


def read_source(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take a fact of evidence; a source in other words than ours becomes its title."""
    text = text_of(element, dropped)
    if not text:
        return
    fact = parse_source(text)
    if fact is None:
        why = "kept as a title; who used the rendering is not known, so the tier is composed"
        drop(element, dropped, why)
    said.setdefault(EVIDENCE, []).append(fact or Evidence(title=text))


@lru_cache(maxsize=MOST_SOURCES)
def parse_source(text: str) -> Evidence | None:
    """Return the fact that a source in our own words states, None for other words; many are said often."""
    try:
        return Evidence(**parse_fields(read_details(text), EVIDENCE_FIELDS, "evidence"))
    except InvalidInput:
        return None


@lru_cache(maxsize=MOST_SOURCES)
def with_address(fact: Evidence, address: str) -> Evidence:
    """Return a fact with its address; raises InvalidInput where that is none of the web."""
    return replace(fact, url=address)


def read_address(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the address of the source before it, or a fact of which the address alone is known."""
    target, text = element.get("target", ""), text_of(element, dropped)
    if not target:
        drop(element, dropped, "it has no target")
        return
    evidence = said.setdefault(EVIDENCE, [])
    fact = evidence.pop() if evidence and not evidence[-1].url else None
    try:
        evidence.append(with_address(fact, target) if fact else Evidence(title=text, url=target))
    except InvalidInput as error:
        evidence += [fact] if fact else []
        drop(element, dropped, str(error))
        return
    if fact and text != fact.title and text not in (fact.title.strip(), fact.publisher.strip(), target, ""):
        drop(element, dropped, "the source before it has a title already; its address is kept")


TERM_STEPS = Steps(
    {
        "term": read_text,
        "partOfSpeech": read_part_of_speech,
        "administrativeStatus": read_status,
        "usageStatus": read_status,
        "termStatus": read_status,
        "termType": read_term_type,
        "note": read_note,
        "source": read_source,
        "externalCrossReference": read_address,
    },
    unknown=drop_unknown,
)
