r"""Several facts in one cell: ``社管平台 | term_type=short-form | note=in speech``, one item a line.

``\|`` is a bar, ``\\`` a backslash, ``\n`` a line break, ``\s`` a blank at an end.
"""

import re
from collections.abc import Mapping

from glossary.errors import InvalidInput

SEPARATOR = " | "
BLANKS = " \t"
ESCAPES = str.maketrans({"\\": r"\\", "|": r"\|", "\n": r"\n", "\t": r"\t"})
NEEDS_ESCAPE = re.compile(r"[\\|\n\t]|\A | \Z")
UNESCAPED = {r"\\": "\\", r"\|": "|", r"\n": "\n", r"\t": "\t", r"\s": " "}
ESCAPE = re.compile(r"\\[\\|nts]")
BAR_OR_ESCAPE = re.compile(r"\\.|\|", re.DOTALL)


def escape_part(text: str) -> str:
    """Return ``text`` as one part of an item; most texts have nothing to escape."""
    if not NEEDS_ESCAPE.search(text):
        return text
    blanks_before = len(text) - len(text.lstrip(" "))
    core = text.strip(" ")
    blanks_after = len(text) - blanks_before - len(core)
    return r"\s" * blanks_before + core.translate(ESCAPES) + r"\s" * blanks_after


def unescape_part(part: str) -> str:
    """Return the text that ``escape_part`` turned into ``part``; an unknown escape stands for itself."""
    return ESCAPE.sub(lambda found: UNESCAPED[found[0]], part) if "\\" in part else part


def split_parts(item: str) -> list[str]:
    """Return the parts of an item, still escaped, without the blanks around the bars."""
    if "\\" not in item:
        return [part.strip(BLANKS) for part in item.split("|")]
    bars = [found.start() for found in BAR_OR_ESCAPE.finditer(item) if found[0] == "|"]
    starts, ends = [0, *(bar + 1 for bar in bars)], [*bars, len(item)]
    return [item[start:end].strip(BLANKS) for start, end in zip(starts, ends, strict=True)]


def write_details(details: Mapping[str, str]) -> str:
    """Return ``name=value`` parts in one line."""
    return SEPARATOR.join(f"{name}={escape_part(value)}" for name, value in details.items())


def write_item(text: str, details: Mapping[str, str]) -> str:
    """Return a text with its details in one line."""
    return SEPARATOR.join(filter(None, [escape_part(text), write_details(details)]))


def read_details(cell: str) -> dict[str, str]:
    """Return what ``write_details`` was given; raises InvalidInput for a part without ``=``."""
    return parse_details(split_parts(cell)) if cell.strip(BLANKS) else {}


def read_item(item: str) -> tuple[str, dict[str, str]]:
    """Return the text and its details; raises InvalidInput for a later part without ``=``."""
    text, *details = split_parts(item)
    return unescape_part(text), parse_details(details)


def parse_details(parts: list[str]) -> dict[str, str]:
    """Return the parts as names and values."""
    details: dict[str, str] = {}
    for part in parts:
        before, equals, value = part.partition("=")
        name = before.rstrip(BLANKS)
        if not equals:
            raise InvalidInput(rf"{part!r} is no detail; write name=value, or \| for a bar in a text")
        if name in details:
            raise InvalidInput(f"{name!r} is given twice")
        details[name] = unescape_part(value.lstrip(BLANKS))
    return details


def read_lines(cell: str) -> list[str]:
    """Return the items of a cell, one a line, without empty ones."""
    return [line.strip(BLANKS) for line in cell.split("\n") if line.strip(BLANKS)]
