"""Results on stdout, notes and progress on stderr."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from glossary.cli.terminal import terminal_columns
from glossary.report.tables import format_table


def print_json(payload: Any) -> None:
    """Print a payload as JSON, Chinese as it is; half a surrogate pair becomes an escape."""
    sys.stdout.write(as_json(payload))


def as_json(payload: Any) -> str:
    """Return what ``print_json`` prints."""
    text = json.dumps(payload, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def print_note(text: str) -> None:
    """Print a note for the user, if there is one, beside the results."""
    if text:
        sys.stderr.write(text + "\n")


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, wrapped: bool = False) -> None:
    """Print rows as a table as wide as the terminal."""
    sys.stdout.write(format_table(header, rows, columns=terminal_columns(), wrapped=wrapped))
