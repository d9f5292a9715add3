"""The whole base as a file to download, written to a temporary file first and then sent in pieces."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fastapi.responses import StreamingResponse

from glossary.formats.declaration import ExportOptions, Format
from glossary.services.bases import Base
from glossary.services.exchange import export_to_path, export_to_stream

PIECE_BYTES = 65_536
ZIP_MEDIA_TYPE = "application/zip"
NAME = "glossary"


def download(base: Base, format: Format, *, options: ExportOptions) -> StreamingResponse:
    """Return all concepts in ``format``; what goes wrong does so before the first byte is sent."""
    spool = TemporaryFile()  # noqa: SIM115 (closed when the last piece is sent)
    if format.is_folder:
        _write_zip(base, format, spool, options)
    else:
        export_to_stream(base, format, spool, options=options)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(format)}"',
        "Content-Length": str(spool.tell()),
    }
    media_type = ZIP_MEDIA_TYPE if format.is_folder else format.media_type
    return StreamingResponse(_send(spool), media_type=media_type, headers=headers)


def file_name(format: Format) -> str:
    """Return the name under which a browser keeps the download."""
    return f"{NAME}-{format.name}.zip" if format.is_folder else NAME + format.extensions[0]


def _send(spool: BinaryIO) -> Iterator[bytes]:
    with spool:
        spool.seek(0)
        yield from iter(partial(spool.read, PIECE_BYTES), b"")


def _write_zip(base: Base, format: Format, out: BinaryIO, options: ExportOptions) -> None:
    with TemporaryDirectory(prefix="glossary-") as scratch, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        folder = Path(scratch, NAME)
        export_to_path(base, format, folder, options=options)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _add_member(archive, path.relative_to(scratch), path.read_bytes())


def _add_member(archive: ZipFile, name: Path, content: bytes) -> None:
    """Add a file without the hour at which it was written, so that equal bases give equal archives."""
    member = ZipInfo(name.as_posix())
    member.compress_type = ZIP_DEFLATED
    archive.writestr(member, content)
