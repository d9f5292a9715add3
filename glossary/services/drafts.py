"""Files written whole or not at all: a draft beside the old file takes its place when it is done."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from glossary.errors import UnreadableFile

DRAFT_NAME_BYTES = 4


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a draft beside ``target`` that takes its place when the block ends well. Raises UnreadableFile.

    What is no regular file, such as a pipe or /dev/null, is written as it is; a link stays a link.
    """
    try:
        if target.is_dir():
            raise UnreadableFile(target, "is a folder; name a file")
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                yield out
        else:
            with draft_of(Path(os.path.realpath(target))) as out:
                yield out
    except OSError as error:
        raise UnreadableFile(target, f"cannot be written ({error.strerror}); name another place") from None


@contextmanager
def draft_of(target: Path) -> Iterator[BinaryIO]:
    """Give the same for a regular file; where it cannot be written, the OSError goes on."""
    draft = target.with_name(f".{target.name}.{token_hex(DRAFT_NAME_BYTES)}.tmp")
    try:
        with draft.open("wb") as out:
            yield out
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def save_pieces(pieces: Iterable[str], target: Path) -> None:
    """Write a text piece by piece in the place of a file; half a surrogate pair becomes an escape."""
    with replacing(target) as out:
        out.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
