"""The fields of terms, renderings and evidence as text, and back."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any

from glossary.errors import InvalidInput, UnknownName
from glossary.model import Basis, Evidence, Rendering, Status, Term, TermType, Tier, defaults_of, parse_name

TERM_FIELDS = (
    "language",
    "status",
    "part_of_speech",
    "term_type",
    "reading",
    "case_sensitive",
    "do_not_translate",
    "note",
)
RENDERING_FIELDS = (
    "language",
    "status",
    "part_of_speech",
    "term_type",
    "reading",
    "serves",
    "instead",
    "case_sensitive",
    "do_not_translate",
    "note",
)
EVIDENCE_FIELDS = ("publisher", "title", "date", "url", "mirror_of", "tier", "basis", "note")
NAMED_FIELDS: Mapping[str, type[StrEnum]] = {
    "status": Status,
    "term_type": TermType,
    "tier": Tier,
    "basis": Basis,
}
YES_OR_NO_FIELDS = frozenset({"case_sensitive", "do_not_translate"})
VALUES_AS_WRITTEN: Mapping[str, Mapping[str, StrEnum]] = {
    name: {one.value: one for one in kind} for name, kind in NAMED_FIELDS.items()
}
PLAIN_FIELDS = {*RENDERING_FIELDS, *EVIDENCE_FIELDS} - YES_OR_NO_FIELDS - NAMED_FIELDS.keys()
YES_OR_NO: Mapping[str, bool] = {"yes": True, "no": False}


def telling_fields(value: Term | Evidence, names: Iterable[str]) -> dict[str, Any]:
    """Return those of the fields ``names`` that differ from their defaults, in this order."""
    defaults = defaults_of(type(value))
    given = ((name, getattr(value, name)) for name in names)
    return {name: content for name, content in given if content != defaults[name]}


def show_fields(value: Term | Evidence, names: Iterable[str]) -> dict[str, str]:
    """Return the telling fields as text."""
    return {name: show_field(content) for name, content in telling_fields(value, names).items()}


def show_field(content: object) -> str:
    """Return one field as text: yes and no for true and false."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    return "" if content is None else str(content)


def parse_fields(texts: Mapping[str, str], known: Collection[str], what: str) -> dict[str, Any]:
    """Return texts as fields; an empty text is left out; raises InvalidInput for an unknown name or value."""
    said = {}
    for name, text in texts.items():
        if name not in known:
            raise UnknownName(f"{what} detail", name, tuple(known))
        if text:
            said[name] = text if name in PLAIN_FIELDS else parse_field(name, text)
    return said


def parse_field(name: str, text: str) -> object:
    """Return the value of the field ``name`` that ``text`` stands for."""
    if values := VALUES_AS_WRITTEN.get(name):
        return values.get(text) or parse_name(NAMED_FIELDS[name], text, name.replace("_", " "))
    if name in YES_OR_NO_FIELDS:
        if text.lower() not in YES_OR_NO:
            raise InvalidInput(f"{name} is {text!r}; write yes or no")
        return YES_OR_NO[text.lower()]
    return text


def show_rendering(rendering: Rendering) -> dict[str, str]:
    """Return a rendering's fields as texts, without its text and evidence; its status is always said."""
    return {"status": str(rendering.status)} | show_fields(rendering, RENDERING_FIELDS)
