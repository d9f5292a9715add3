"""The base, or what is asked for of it, as a file to download.

It is written to a temporary file first and then sent in pieces.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fastapi.responses import StreamingResponse

from glossary.formats.declaration import DEFAULT_STEM, ExportOptions, ExportReport, Format
from glossary.formats.selection import Selection
from glossary.services.bases.choosing import Base
from glossary.services.exporting.files import export_to_path, export_to_stream

PIECE_BYTES = 65_536
ZIP_MEDIA_TYPE = "application/zip"


def download(
    base: Base, format: Format, *, options: ExportOptions, selection: Selection
) -> StreamingResponse:
    """Return what is selected in ``format``; what goes wrong does so before the first byte is sent."""
    spool = TemporaryFile()  # noqa: SIM115 (closed when the last piece is sent)
    report = _write(base, format, spool, options=options, selection=selection)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(format)}"',
        "Content-Length": str(spool.tell()),
        "Glossary-Concepts": str(report.concepts),
        "Glossary-Renderings": str(report.renderings),
        "Glossary-Left-Out": str(len(report.left_out)),
    }
    media_type = ZIP_MEDIA_TYPE if format.is_folder else format.media_type
    return StreamingResponse(_send(spool), media_type=media_type, headers=headers)


def report_on(
    base: Base, format: Format, *, options: ExportOptions, selection: Selection
) -> dict[str, object]:
    """Return what the file would hold and what would be left out of it."""
    with TemporaryFile() as spool:
        report = _write(base, format, spool, options=options, selection=selection)
    return {"format": format.name, **report.as_plain()}


def file_name(format: Format) -> str:
    """Return the name under which a browser keeps the download."""
    return f"{DEFAULT_STEM}-{format.name}.zip" if format.is_folder else format.file_name


def _write(
    base: Base, format: Format, out: BinaryIO, *, options: ExportOptions, selection: Selection
) -> ExportReport:
    if format.is_folder:
        return _write_zip(base, format, out, options=options, selection=selection)
    return export_to_stream(base, format, out, options=options, selection=selection)


def _send(spool: BinaryIO) -> Iterator[bytes]:
    with spool:
        spool.seek(0)
        yield from iter(partial(spool.read, PIECE_BYTES), b"")


def _write_zip(
    base: Base, format: Format, out: BinaryIO, *, options: ExportOptions, selection: Selection
) -> ExportReport:
    with TemporaryDirectory(prefix="glossary-") as scratch, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        folder = Path(scratch, DEFAULT_STEM)
        report = export_to_path(base, format, folder, options=options, selection=selection)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _add_member(archive, path.relative_to(scratch), path.read_bytes())
    return report


def _add_member(archive: ZipFile, name: Path, content: bytes) -> None:
    """Add a file without the hour at which it was written, so that equal bases give equal archives."""
    member = ZipInfo(name.as_posix())
    member.compress_type = ZIP_DEFLATED
    archive.writestr(member, content)
