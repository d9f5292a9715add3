"""Known terms in a text: for programs, and on a page where one pastes a text."""

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse

from glossary.report.annotation_page import Layout, lay_out
from glossary.services.bases.choosing import Base
from glossary.services.recognition.annotating import Annotator, annotate_text
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import Lexicon
from glossary.web import examples
from glossary.web.bodies import AnnotateBody
from glossary.web.served import PREFIX, ServedBase, read_form, shelf_of
from glossary.web.templating import render

FIELD = "text"


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoint for programs."""
    app.post(f"{PREFIX}/annotate", tags=["lookup"], responses=examples.ANNOTATED)(annotate)


def add_pages(app: FastAPI) -> None:
    """Add the page."""
    app.get("/annotate", include_in_schema=False)(show_form)
    app.post("/annotate", include_in_schema=False)(show_marked)


def annotate(request: Request, base: ServedBase, body: AnnotateBody) -> Response:
    """Find the known terms of a text: where each stands, what it names, and what to write for it."""
    return JSONResponse(annotate_text(base, body.text, nested=body.nested, shelf=shelf_of(request)))


def show_form(request: Request) -> HTMLResponse:
    """Return the page on which a text is pasted."""
    return HTMLResponse(render(request, "annotate.html", text="", layout=None))


async def show_marked(request: Request, base: ServedBase) -> HTMLResponse:
    """Return the page with the text that was pasted, its known terms marked."""
    (pasted,) = await read_form(request, FIELD)
    text = pasted.replace("\r\n", "\n")
    layout = await run_in_threadpool(_lay_out, base, shelf_of(request), text)
    return HTMLResponse(render(request, "annotate.html", text=text, layout=layout))


def _lay_out(base: Base, shelf: Shelf, text: str) -> Layout:
    return lay_out(Annotator(Lexicon(base, shelf)).annotate([text]))
