"""The web application over one termbase: JSON under /api/v1 and pages for people. It changes nothing."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from glossary.services.bases import Choice, base_to_read
from glossary.web import api, pages
from glossary.web.problems import PROBLEM_RESPONSE, add_handlers
from glossary.web.protection import Protection
from glossary.web.templating import make_environment
from glossary.web.version import program_version

STATIC_FOLDER = Path(__file__).parent / "static"
SUMMARY = (
    "A Chinese-to-English termbase: what to write for a term, who wrote it when, and where the term stands."
)


def make_app(choice: Choice, *, hosts: Collection[str] = ()) -> FastAPI:
    """Return the application; it opens the chosen base when it starts and closes it when it stops.

    ``hosts`` are the names under which it may be called, any where there are none: a server that only this
    machine reaches refuses other names, lest a page elsewhere point its own name here and read the base.
    """
    app = FastAPI(
        title="glossary",
        version=program_version(),
        summary=SUMMARY,
        lifespan=_holding_open(choice),
        docs_url=None,
        redoc_url=None,
        responses={"default": PROBLEM_RESPONSE},
    )
    app.state.environment = make_environment()
    app.add_middleware(Protection, hosts=frozenset(hosts))
    add_handlers(app)
    api.add_endpoints(app)
    pages.add_pages(app)
    app.mount("/static", StaticFiles(directory=STATIC_FOLDER), name="static")
    return app


def _holding_open(choice: Choice) -> Callable[[FastAPI], AbstractAsyncContextManager[dict[str, Any]]]:
    @asynccontextmanager
    async def hold(_app: FastAPI) -> AsyncIterator[dict[str, Any]]:
        with base_to_read(choice) as base:
            yield {"base": base}

    return hold
