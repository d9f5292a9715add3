"""Folders of files that take the place of the old ones when all of them are written."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.errors import UnreadableFile


def replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into ``folder``, which is made where it is missing; a failure leaves what was there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".export-", dir=folder) as written:
            for name, content in files.items():
                Path(written, name).write_bytes(content)
            for name in files:
                Path(written, name).replace(folder / name)
    except OSError as error:
        raise UnreadableFile(
            error.filename or folder, f"cannot be written ({error.strerror}); name another place"
        ) from None
