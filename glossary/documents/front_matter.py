"""The block of ``key: value`` lines between two lines of ``---`` that may open a document."""

import re
from dataclasses import dataclass

MAX_LINES = 100
BREAK = r"(?:\r\n|\n|\r)"
BLOCK = re.compile(rf"\ufeff?---[ \t]*{BREAK}((?:[^\r\n]*{BREAK}){{0,{MAX_LINES}}}?)---[ \t]*(?:{BREAK}|\Z)")
FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*")
CONTINUATION = re.compile(r"[ \t]+\S.*|-[ \t].*|#.*|[ \t]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of the block, and where the document proper begins (0 where there is no block)."""

    fields: dict[str, str]
    end: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter that opens ``text``; a rule of ``---`` above ordinary lines is none."""
    block = BLOCK.match(text)
    if not block:
        return FrontMatter({})
    fields: dict[str, str] = {}
    for line in re.split(BREAK, block.group(1)):
        field = FIELD.fullmatch(line)
        if field:
            fields.setdefault(field.group(1).lower(), _unquote(field.group(2)))
        elif not CONTINUATION.fullmatch(line):
            return FrontMatter({})
    return FrontMatter(fields, block.end()) if fields else FrontMatter({})


def _unquote(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value
