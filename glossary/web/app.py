"""The web application over one termbase: JSON under /api/v1 and pages for people."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from glossary.services.bases.choosing import Choice
from glossary.services.bases.serving import PATIENCE_SECONDS, base_to_serve
from glossary.services.recognition.automata import Shelf
from glossary.services.version import program_version
from glossary.web import (
    annotate,
    api,
    candidates,
    check_page,
    checking,
    concept_page,
    concepts,
    exchange,
    memory,
    pages,
    record_pages,
    uploads,
)
from glossary.web.moved import Moved, answer_moved
from glossary.web.parameters import refuse_unknown_parameters
from glossary.web.problems import PROBLEM_RESPONSE, add_handlers
from glossary.web.protection import Protection
from glossary.web.served import Rules
from glossary.web.templating import make_environment

STATIC_FOLDER = Path(__file__).parent / "static"
NOBODY = "unknown"
SUMMARY = (
    "A Chinese-to-English termbase: what to write for a term, who wrote it when, and where the term stands."
)


def make_app(
    choice: Choice,
    *,
    hosts: Collection[str] = (),
    read_only: bool = False,
    logs: bool = True,
    user: str = NOBODY,
    patience_seconds: float = PATIENCE_SECONDS,
) -> FastAPI:
    """Return the application; it opens the chosen base when it starts and closes it when it stops.

    ``hosts`` are the names under which it may be called, any where there are none: a server that only this
    machine reaches refuses other names, lest a page elsewhere point its own name here and read the base.
    Nothing is written where it is ``read_only``; failed lookups are not where it does not log. ``user``
    writes where a client does not say who it is; a write waits ``patience_seconds`` for another one.
    """
    app = FastAPI(
        title="glossary",
        version=program_version(),
        summary=SUMMARY,
        lifespan=holding_open(choice, read_only=read_only, patience_seconds=patience_seconds),
        dependencies=[Depends(refuse_unknown_parameters)],
        docs_url=None,
        redoc_url=None,
        responses={"default": PROBLEM_RESPONSE},
    )
    app.state.environment = make_environment()
    app.state.shelf = Shelf()
    app.state.rules = Rules(user=user, logs=logs)
    app.add_middleware(Protection, hosts=frozenset(hosts))
    add_handlers(app)
    app.add_exception_handler(Moved, answer_moved)
    for family in (api, annotate, concepts, candidates, checking, exchange, uploads, memory):
        family.add_endpoints(app)
    for pages_of in (pages, annotate, check_page, concept_page, record_pages):
        pages_of.add_pages(app)
    app.mount("/static", StaticFiles(directory=STATIC_FOLDER), name="static")
    return app


def holding_open(
    choice: Choice, *, read_only: bool, patience_seconds: float
) -> Callable[[FastAPI], AbstractAsyncContextManager[dict[str, Any]]]:
    """Return what opens the chosen base as the application starts, and closes it as it stops."""

    @asynccontextmanager
    async def hold(_app: FastAPI) -> AsyncIterator[dict[str, Any]]:
        with base_to_serve(choice, read_only=read_only, patience_seconds=patience_seconds) as base:
            yield {"base": base}

    return hold
