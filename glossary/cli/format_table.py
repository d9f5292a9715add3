"""The list of formats as a table; imports little, since the command begins with it where that is asked."""

import json
from typing import Any

from glossary.formats.listing import list_formats
from glossary.report.tables import format_table

HEADER = ("name", "way", "what it is, and what it cannot carry")


def tell_formats_in_json() -> str:
    """Return what `formats --json` prints."""
    return json.dumps({"formats": list_formats()}, ensure_ascii=False, indent=1) + "\n"


def tell_formats(*, columns: int) -> str:
    """Return a row a format, ``columns`` wide."""
    rows = ((one["name"], _way(one), _explain(one)) for one in list_formats())
    return format_table(HEADER, rows, columns=columns, wrapped=True)


def _way(described: dict[str, Any]) -> str:
    return "out and in" if described["reads"] else "out"


def _explain(described: dict[str, Any]) -> str:
    carries = ["Names the snapshot that it was exported from."] if described["snapshot"] else []
    return " ".join([f"{described['title']}.", *carries, *described["loses"]])
