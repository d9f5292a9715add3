"""Where a text to work through comes from: a file of any kind, or standard input."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

from glossary.documents.passages import WHOLE_UP_TO_BYTES, Passages, read_passages
from glossary.documents.walking import explain, printable
from glossary.errors import InvalidInput, UnreadableFile

STDIN = "-"
STDIN_NAME = "stdin"
MISSING = "there is no such file; check the path, or give a text on stdin, named -"


@contextmanager
def open_text(name: str) -> Iterator[tuple[str, Passages]]:
    """Give the printable name of a file, or of standard input for ``-``, and its passages.

    Raises UnreadableFile where it cannot be read or holds no text.
    """
    shown = STDIN_NAME if name == STDIN else printable(Path(name))
    with _open_binary(name) as file:
        size = file.seek(0, 2)
        file.seek(0)
        try:
            passages = read_passages(file, shown, size=size)
        except InvalidInput as error:
            raise UnreadableFile(shown, str(error)) from None
        yield shown, passages


@contextmanager
def named_paths(names: Sequence[str]) -> Iterator[dict[str, str]]:
    """Give the paths of files, each with the name to show; standard input, ``-``, is a file for so long."""
    if STDIN not in names:
        yield {name: name for name in names}
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, STDIN_NAME)
        with kept.open("wb") as file:
            copyfileobj(sys.stdin.buffer, file)
        yield dict((str(kept), STDIN_NAME) if name == STDIN else (name, name) for name in names)


@contextmanager
def _open_binary(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        with _seekable(sys.stdin.buffer) as whole:
            yield whole
        return
    path = Path(name)
    try:
        if path.is_dir():
            raise UnreadableFile(printable(path), "a folder; name a file in it, or see `coverage`")
        file = path.open("rb")
    except OSError as error:
        missing = isinstance(error, FileNotFoundError) and not path.is_symlink()
        reason = (
            "there is no such file; check the path, or give a text on stdin, named -"
            if missing
            else explain(path, error)
        )
        raise UnreadableFile(printable(path), reason) from None
    with file, _seekable(file) as whole:
        yield whole


@contextmanager
def _seekable(file: BinaryIO) -> Iterator[BinaryIO]:
    """Give a file that can be read again: what comes through a pipe is kept first."""
    if file.seekable():
        yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=WHOLE_UP_TO_BYTES) as kept:
        copyfileobj(file, kept)
        yield cast(BinaryIO, kept)
