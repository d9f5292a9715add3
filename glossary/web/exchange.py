"""The endpoints of files: which formats there are, and an export in one of them."""

from typing import Annotated, Literal

from fastapi import FastAPI, Path, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from glossary.errors import NotFound, UnknownName
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.registry import describe_formats, find_format
from glossary.formats.selection import Selection
from glossary.model import RECOMMENDED, Status
from glossary.services import wording
from glossary.services.bases.serving import text_beside
from glossary.web.caching import unless_known
from glossary.web.downloads import download, report_on
from glossary.web.served import PREFIX, ServedBase

MOST_CONTEXTS = 100


class ExportWish(BaseModel):
    """What of the base a file shall hold, and how it shall be written."""

    model_config = ConfigDict(extra="forbid")

    source_lang: str = Field("zh-CN", description=wording.SOURCE_LANG)
    target_lang: str = Field("en", description=wording.TARGET_LANG)
    subject_field: list[str] = Field([], description="Only concepts of these subject fields.")
    status: list[Status] = Field([], description="Only renderings of these statuses.")
    only_approved: bool = Field(False, description=wording.ONLY_APPROVED)
    one_rendering: bool = Field(False, description=wording.ONE_RENDERING)
    document: str = Field("", description="Only what occurs in this document of the base, by its id.")
    contexts: int | None = Field(None, ge=0, le=MOST_CONTEXTS, description="How many contexts are quoted.")
    bom: bool | None = Field(None, description=wording.BYTE_ORDER_MARK)
    answer: Literal["file", "report"] = Field(
        "file", description="The file, or the report on it: what it holds and everything left out of it."
    )

    def options(self) -> ExportOptions:
        """Return how the file is written."""
        return ExportOptions(source_lang=self.source_lang, target_lang=self.target_lang, bom=self.bom)

    def selection(self, passage: str | None) -> Selection:
        """Return what it holds."""
        return Selection(
            subject_fields=tuple(self.subject_field),
            statuses=(*self.status, *(RECOMMENDED if self.only_approved else ())),
            passage=passage,
            one_rendering=self.one_rendering,
            contexts=self.contexts,
        )


class PassageWish(ExportWish):
    """The same, with the text whose terms are wanted."""

    text: str | None = Field(None, description="Only what occurs in this text.")


FormatName = Annotated[str, Path(description="A name that /api/v1/formats lists.")]


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoints of files."""
    path = f"{PREFIX}/export/{{format}}"
    app.get(path, tags=["exchange"], response_class=StreamingResponse)(export)
    app.post(path, tags=["exchange"], response_class=StreamingResponse)(export_for_text)
    app.get(f"{PREFIX}/formats", tags=["exchange"])(formats)


def export(
    request: Request, base: ServedBase, format: FormatName, wish: Annotated[ExportWish, Query()]
) -> Response:
    """Download the base, or what is asked for of it, in a format; one of several files comes as a zip.

    The headers count what is in the file and what was left out; ``answer=report`` lists the latter.
    """
    found = _require_format(format)
    return unless_known(request, base, lambda: _answer(base, found, wish, text=None))


def export_for_text(base: ServedBase, format: FormatName, wish: PassageWish) -> Response:
    """Download what occurs in a text that is sent along: as for a prompt, or a glossary of one job."""
    return _answer(base, _require_format(format), wish, text=wish.text)


def _answer(base: ServedBase, format: Format, wish: ExportWish, *, text: str | None) -> Response:
    passage = text if text is not None else text_beside(base, wish.document) if wish.document else None
    options, selection = wish.options(), wish.selection(passage)
    if wish.answer == "report":
        return JSONResponse(report_on(base, format, options=options, selection=selection))
    return download(base, format, options=options, selection=selection)


def _require_format(name: str) -> Format:
    try:
        return find_format(name)
    except UnknownName as error:
        raise NotFound(str(error)) from None


def formats() -> dict[str, list[dict[str, object]]]:
    """List the exchange formats, and what each of them cannot carry."""
    return {"formats": describe_formats()}
