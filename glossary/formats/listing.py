"""What each format says of itself, without the modules that write and read it.

formats.json holds what the registry describes; a format was changed: `make lists`. A test compares the two.
"""

import json
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("formats.json")


def list_formats() -> list[dict[str, Any]]:
    """Return each format as `glossary formats --json` has it."""
    formats: list[dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))
    return formats


def write_list() -> None:
    """Write the list anew from the registry."""
    from glossary.formats.registry import describe_formats

    LIST.write_text(json.dumps(describe_formats(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_list()
