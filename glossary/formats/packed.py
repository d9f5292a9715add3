"""Archives of several files that are equal where their contents are."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


@contextmanager
def packing(out: BinaryIO) -> Iterator[BinaryIO]:
    """Give a temporary file to pack an archive in, which is copied to ``out`` when it is whole.

    Who packs seeks back and forth, which a pipe cannot, and a half archive on a full disk is closed twice.
    """
    with TemporaryFile() as scratch:
        yield scratch
        scratch.seek(0)
        shutil.copyfileobj(scratch, out)


def add_member(archive: ZipFile, name: str, content: bytes) -> None:
    """Add a file without the hour at which it was written."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    archive.writestr(member, content)
