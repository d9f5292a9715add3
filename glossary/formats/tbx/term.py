"""One term section of TBX as a term or a rendering."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.xml import Element
from glossary.formats.cells.fields import parse_field
from glossary.formats.concepts import Dropped
from glossary.formats.tbx.elements import NO_PLACE_IN_TERM, Steps, drop, text_of
from glossary.formats.tbx.names import (
    INEXACT_VALUES,
    PARTS_OF_SPEECH,
    STATUS_OF_VALUE,
    TERM_NOTE_FIELDS,
    TYPE_OF_VALUE,
    USAGE_NOTES,
    read_label,
)
from glossary.formats.tbx.sources import (
    EVIDENCE,
    Fields,
    finish_source,
    read_address,
    read_source,
)
from glossary.model import Rendering, Status, Term

STATUS_CATEGORIES = ("administrativeStatus", "usageStatus", "termStatus")
NOTES = "notes"
RENDERING_ALONE = ("serves", "instead")
STATUS_NOTES: Mapping[str, Status] = {"forbidden": Status.FORBIDDEN, "proposed": Status.PROPOSED}


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
    """Return what a section says; several plain notes become one."""
    said: Fields = {"text": "", "language": language}
    TERM_STEPS.take(section, said, dropped)
    finish_source(said, dropped)
    if notes := said.pop(NOTES, ()):
        said["note"] = "\n".join(filter(None, notes))
    return said


def drop_unknown(element: Element, _: Fields, dropped: list[Dropped]) -> None:
    """Drop what a term has no place for."""
    drop(element, dropped, NO_PLACE_IN_TERM)


def read_text(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the term itself."""
    said["text"] = text_of(element, dropped)


def read_part_of_speech(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the part of speech; those of the standard in small letters, which Microsoft does not use."""
    text = text_of(element, dropped)
    said["part_of_speech"] = text.lower() if text.lower() in PARTS_OF_SPEECH else text


def read_listed(
    name: str, values: Mapping[str, Any], element: Element, said: Fields, dropped: list[Dropped]
) -> None:
    """Take a value of a list, unless a note has said more; tell where ours is not quite the same."""
    text = text_of(element, dropped)
    if text not in values:
        drop(element, dropped, f"{name} {text!r} is none that the base knows")
        return
    said.setdefault(name, values[text])
    if text in INEXACT_VALUES:
        drop(element, dropped, f"read as {name} {values[text]}")


def read_note(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take a note, or the field that it holds."""
    name, text = read_label(text_of(element, dropped), TERM_NOTE_FIELDS)
    if name in STATUS_NOTES:
        said["status"] = STATUS_NOTES[name]
    elif name == "note":
        said.setdefault(NOTES, []).append(text)
    else:
        take_labelled(element, name, text, said, dropped)


def take_labelled(element: Element, name: str, text: str, said: Fields, dropped: list[Dropped]) -> None:
    """Take the field that a note holds."""
    try:
        said[name] = parse_field(name, text)
    except InvalidInput as error:
        drop(element, dropped, str(error))


TERM_STEPS = Steps(
    {
        "term": read_text,
        "partOfSpeech": read_part_of_speech,
        **dict.fromkeys(STATUS_CATEGORIES, partial(read_listed, "status", STATUS_OF_VALUE)),
        "termType": partial(read_listed, "term_type", TYPE_OF_VALUE),
        **dict.fromkeys(("note", *USAGE_NOTES), read_note),
        "source": read_source,
        "externalCrossReference": read_address,
    },
    unknown=drop_unknown,
)
