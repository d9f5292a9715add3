"""One concept as a text to read, edit and give back."""

import re
import tomllib

from glossary.errors import InvalidInput
from glossary.formats.toml.reading import build_concept
from glossary.formats.toml.writing import show_file
from glossary.model import Concept

VERSION_LINE = re.compile(r"^# version: (v[a-z2-7]+)$", re.MULTILINE)


def show_concept(concept: Concept, *, version: str) -> str:
    """Return the concept as TOML; the first line names the version that is shown."""
    return f"# version: {version}\n{show_file([concept])}"


def read_concept(text: str) -> tuple[Concept, str]:
    """Return the concept that the text holds, and the version it was made from (empty if it says none)."""
    try:
        tables = tomllib.loads(text).get("concept")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidInput(f"no valid TOML: {error}") from None
    if not isinstance(tables, list) or len(tables) != 1 or not isinstance(tables[0], dict):
        raise InvalidInput("write exactly one [[concept]]")
    version = VERSION_LINE.search(text)
    return build_concept(tables[0]), version[1] if version else ""
