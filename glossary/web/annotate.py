"""Known terms in a text: for programs, and on a page where one pastes a text."""

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse

from glossary.report.annotation_json import Tally, describe_marks
from glossary.report.annotation_page import Layout, lay_out
from glossary.services.bases.choosing import Base
from glossary.services.recognition.annotating import Annotator
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import open_lexicon
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
    tally = Tally()
    with open_lexicon(base, shelf_of(request)) as lexicon:
        passages = tally.counting(Annotator(lexicon, nested=body.nested).annotate([body.text]))
        matches = [match for passage in passages for match in describe_marks(passage)]
    return JSONResponse({"matches": matches, "coverage": tally.describe()})


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
    with open_lexicon(base, shelf) as lexicon:
        return lay_out(Annotator(lexicon).annotate([text]))
