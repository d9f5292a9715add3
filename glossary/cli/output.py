"""Results on stdout, notes and progress on stderr."""

import csv
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

from glossary.cli.terminal import terminal_columns
from glossary.report.tables import format_table

STDOUT = Path("-")
"""What names stdout where a file could be named."""
BYTE_ORDER_MARK = "\ufeff"
HELD_BYTES = 8_000_000
CHUNK_CHARS = 65_536
NAMED = re.compile(r"`([a-z]+(?:_[a-z]+)*)`")
"""What to give, as every room below names it: `only_approved`; a command such as `glossary add` is none."""


def print_json(payload: Any) -> None:
    """Print a payload as JSON, Chinese as it is; half a surrogate pair becomes an escape."""
    text = json.dumps(payload, ensure_ascii=False, indent=1)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode() + "\n")


def print_long_json(payload: Mapping[str, Any]) -> None:
    """Print an object likewise, those of its members that are iterators element by element, as lists."""
    print_pieces(_pieces_of(payload), None)


def _pieces_of(payload: Mapping[str, Any]) -> Iterator[str]:
    opening = "{"
    for name, member in payload.items():
        yield f"{opening}\n {json.dumps(name)}: "
        yield from _pieces_of_list(member) if isinstance(member, Iterator) else [_indented(member, 1)]
        opening = ","
    yield "\n}\n"


def _pieces_of_list(elements: Iterator[Any]) -> Iterator[str]:
    opening, closing = "[", "[]"
    for element in elements:
        yield f"{opening}\n  {_indented(element, 2)}"
        opening, closing = ",", "\n ]"
    yield closing


def _indented(payload: Any, depth: int) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def print_pieces(pieces: Iterable[str], target: Path | None) -> None:
    """Write a long answer to stdout or to a file, all of it or, where it fails half-way, nothing.

    Beyond some megabytes it lies on the disk meanwhile, so that an answer of any length needs little memory.
    """
    with SpooledTemporaryFile(HELD_BYTES, "w+", encoding="utf-8", errors="backslashreplace") as gathered:
        for piece in pieces:
            gathered.write(piece)
        gathered.seek(0)
        if target is None or target == STDOUT:
            shutil.copyfileobj(gathered, sys.stdout)
            return
        from glossary.services.drafts import replacing

        with replacing(target) as out:
            out.writelines(chunk.encode() for chunk in iter(lambda: gathered.read(CHUNK_CHARS), ""))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV for a spreadsheet: with the byte order mark without which Excel garbles Chinese."""
    print_pieces(chain([BYTE_ORDER_MARK], map(_as_line_of_csv, chain([columns], rows))), None)


def _as_line_of_csv(cells: Sequence[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def save_or_print(pieces: Iterable[str], output: Path, *, is_file: bool) -> None:
    """Write a text piece by piece to a file or to stdout; what ``is_file`` declares its encoding, UTF-8."""
    if output != STDOUT:
        from glossary.services.drafts import save_pieces

        save_pieces(pieces, output)
        print_note(f"wrote {output}")
        return
    for piece in pieces:
        encoded = piece.encode("utf-8", "backslashreplace")
        if is_file:
            sys.stdout.buffer.write(encoded)
        else:
            sys.stdout.write(encoded.decode())


def with_options(advice: str) -> str:
    """Return advice on what to give as it is typed here: `only_approved` is --only-approved."""
    return NAMED.sub(lambda named: "--" + named[1].replace("_", "-"), advice)


def print_note(text: str) -> None:
    """Print a note for the user, if there is one, beside the results."""
    if text:
        sys.stderr.write(text + "\n")


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, wrapped: bool = False) -> None:
    """Print rows as a table as wide as the terminal."""
    sys.stdout.write(format_table(header, rows, columns=terminal_columns(), wrapped=wrapped))
