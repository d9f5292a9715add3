"""Folders of files that take the place of the old ones when all of them are written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.errors import UnreadableFile


def replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into ``folder``, which is made where it is missing; a failure leaves what was there."""
    with writing_into(folder), TemporaryDirectory(prefix=".export-", dir=folder) as written:
        for name, content in files.items():
            Path(written, name).write_bytes(content)
        for name in files:
            Path(written, name).replace(folder / name)


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Make a folder where it is missing; raises UnreadableFile where it or what goes into it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except FileExistsError:
        raise UnreadableFile(folder, "is a file, and this format is a folder; name another place") from None
    except OSError as error:
        raise UnreadableFile(
            error.filename or folder, f"cannot be written ({error.strerror}); name another place"
        ) from None
