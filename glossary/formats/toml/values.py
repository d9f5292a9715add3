"""The values of TOML: fields of tables in, lines of text out."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from glossary.errors import InvalidInput, UnknownName
from glossary.formats.cells.fields import NAMED_FIELDS, YES_OR_NO_FIELDS
from glossary.model import RelationKind, parse_name

TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f]')
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
NAMED: Mapping[str, type[StrEnum]] = {**NAMED_FIELDS, "kind": RelationKind}
Table = Mapping[str, Any]


def read_fields(
    table: Table, known: tuple[str, ...], what: str, *, needed: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return a table's fields as the values of the model; raises InvalidInput naming the key."""
    refuse_unknown_keys(table, known, what)
    for name in needed:
        if name not in table:
            raise InvalidInput(f"{what} has no {name}")
    return {name: read_field(name, value, what) for name, value in table.items()}


def read_field(name: str, value: object, what: str) -> object:
    """Return one field, of the type that it must have."""
    if name in YES_OR_NO_FIELDS:
        if not isinstance(value, bool):
            raise InvalidInput(f"{name} of {what} is {value!r}; write true or false")
        return value
    if not isinstance(value, str):
        raise InvalidInput(f"{name} of {what} is {value}; write it in quotation marks")
    return parse_name(NAMED[name], value, name.replace("_", " ")) if name in NAMED else value


def require_tables(table: Table, name: str, what: str) -> list[Table]:
    """Return the list of tables under ``name``, empty where there is none."""
    members = table.get(name, [])
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise InvalidInput(f"{name} of {what} is no list of tables")
    return members


def refuse_unknown_keys(table: Table, known: tuple[str, ...], what: str) -> None:
    """Refuse a key that nobody would read."""
    for name in table:
        if name not in known:
            raise UnknownName(f"key of {what}", name, known)


def show_list(name: str, members: Iterable[Mapping[str, Any]]) -> str:
    """Return a list of inline tables, one a line; nothing for an empty list."""
    lines = "".join(f"  {show_table(member)},\n" for member in members)
    return f"{name} = [\n{lines}]\n" if lines else ""


def show_table(member: Mapping[str, Any]) -> str:
    """Return an inline table."""
    return "{ " + ", ".join(f"{name} = {show_value(value)}" for name, value in member.items()) + " }"


def show_line(name: str, value: object) -> str:
    """Return ``name = value`` as a line."""
    return f"{name} = {show_value(value)}\n"


def show_value(value: object) -> str:
    """Return a boolean or a basic string (TOML 1.0)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{TO_ESCAPE.sub(escape_character, str(value))}"'


def escape_character(found: re.Match[str]) -> str:
    """Return a character that may not stand in a basic string as it is."""
    return SHORT_ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}")
