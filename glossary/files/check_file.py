"""The TOML file of a check: findings that are accepted, and options of single renderings.

[[waiver]]
term = "网格员"                  # the Chinese term
kind = "missing"                 # optional, as are found and where
where = "line 12"                # what the file calls the segment, or its number
reason = "the headline is set by the client"

[[rendering]]
text = "grid worker"
modifiers = 0                    # how many other words may stand between two of its words
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glossary.errors import InvalidInput, UnreadableFile
from glossary.model import FindingKind, Waiver, parse_name

WAIVER, RENDERING = "waiver", "rendering"
WAIVER_FIELDS = ("term", "kind", "found", "where", "reason")


@dataclass(frozen=True, slots=True)
class CheckFile:
    """What a file says: the waivers, and by rendering how many words may be inserted into it."""

    waivers: tuple[Waiver, ...] = ()
    modifiers: Mapping[str, int] = field(default_factory=dict)


def read_check_file(path: Path) -> CheckFile:
    """Read a TOML file of waivers. Raises UnreadableFile, with what is wrong where it is not one."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return _read_tables(tables)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UnreadableFile(path, "is not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, InvalidInput) as error:
        raise UnreadableFile(path, f"{error}; see docs/checking.md") from None


def _read_tables(tables: Mapping[str, Any]) -> CheckFile:
    if unknown := sorted({*tables} - {WAIVER, RENDERING}):
        raise InvalidInput(f"there is no [[{unknown[0]}]]; write [[waiver]] or [[rendering]]")
    return CheckFile(
        waivers=tuple(_read_waiver(one) for one in _tables_of(tables, WAIVER)),
        modifiers=dict(_read_modifiers(one) for one in _tables_of(tables, RENDERING)),
    )


def _tables_of(tables: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = tables.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InvalidInput(f"{name} is no list of tables; write [[{name}]]")
    return found


def _read_waiver(table: Mapping[str, Any]) -> Waiver:
    if unknown := sorted({*table} - {*WAIVER_FIELDS}):
        raise InvalidInput(f"a waiver has no {unknown[0]!r}; it has {', '.join(WAIVER_FIELDS)}")
    term, kind, found, where, reason = (str(table.get(name, "")).strip() for name in WAIVER_FIELDS)
    return make_waiver(term, kind, found=found, where=where, reason=reason)


def make_waiver(term: str, kind: str, *, found: str, where: str, reason: str) -> Waiver:
    """Return a waiver from what somebody wrote; raises InvalidInput."""
    named = parse_name(FindingKind, kind, "kind of finding") if kind else None
    return Waiver(
        term=term.strip(), kind=named, found=found.strip(), where=where.strip(), reason=reason.strip()
    )


def _read_modifiers(table: Mapping[str, Any]) -> tuple[str, int]:
    text, modifiers = table.get("text"), table.get("modifiers")
    if not isinstance(text, str) or type(modifiers) is not int or modifiers < 0:
        raise InvalidInput("a [[rendering]] needs its text and a number of modifiers, 0 or more")
    return text, modifiers
