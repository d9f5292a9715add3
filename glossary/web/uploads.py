"""The endpoint that takes a file in: what a curator changed elsewhere comes back into the base."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from glossary.curation.conflicts import parse_wishes
from glossary.errors import InvalidInput, UnreadableFile
from glossary.services.bases.choosing import Base
from glossary.services.importing.files import import_file
from glossary.services.importing.reading import split_columns
from glossary.services.importing.telling import describe_done
from glossary.web.guarding import BaseToImport
from glossary.web.protection import IMPORT_PATH
from glossary.web.served import Writer

ANY_FILE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
UNNAMED = "upload"
MOST_NAME_BYTES = 200


class ImportWish(BaseModel):
    """How a file is to be read, and whose word counts."""

    format: str = Field(
        "", description="The format, as /api/v1/formats names it; told by content where not said."
    )
    name: str = Field("", description="What the file is called; kept with the change.")
    on_conflict: list[str] = Field(
        [],
        description="Where base and file differ: keep (usual), replace or add; FIELD=POLICY for one field.",
    )
    base: str = Field(
        "", description="The snapshot that the file was exported from, where it does not say so."
    )
    columns: str = Field("", description="The columns of a table, such as zh,en,,note; else guessed.")
    dry_run: bool = Field(False, description="Only say what would happen.")

    def options(self) -> dict[str, Any]:
        """Return what importing asks for."""
        return {
            "format_name": self.format or None,
            "decide": parse_wishes(self.on_conflict).policies,
            "snapshot": self.base,
            "columns": split_columns(self.columns),
            "dry_run": self.dry_run,
        }


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoint."""
    body = {"requestBody": {"required": True, "content": ANY_FILE}}
    app.post(IMPORT_PATH, tags=["exchange"], openapi_extra=body)(import_)


async def import_(
    request: Request, base: BaseToImport, writer: Writer, wish: Annotated[ImportWish, Query()]
) -> Response:
    """Bring into the base what was changed in a file, which is the body; all of it or nothing.

    What the file cannot say stays as it is. The answer is that of ``glossary import --json``.
    """
    async with _received(request, wish.name or UNNAMED) as path:
        return JSONResponse(await run_in_threadpool(_bring, base, path, wish, writer))


@asynccontextmanager
async def _received(request: Request, name: str) -> AsyncIterator[Path]:
    """Yield where the body lies as a file of this name, until it is done with."""
    is_bare = Path(name).name == name != ".." and name.isprintable()
    if not is_bare or len(name.encode()) > MOST_NAME_BYTES:
        raise InvalidInput(f"`name` is the bare name of a file, such as terms.csv, not {name!r}")
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        with path.open("wb") as file:
            async for piece in request.stream():
                file.write(piece)
        yield path


def _bring(base: Base, path: Path, wish: ImportWish, writer: str) -> dict[str, Any]:
    try:
        done = import_file(base, path, who=writer, **wish.options())
    except UnreadableFile as error:
        raise InvalidInput(f"{wish.name or 'the file'}: {error.reason}") from None
    told = describe_done(done, dry_run=wish.dry_run)
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in told.items()}
