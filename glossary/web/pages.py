"""The pages for people: the search, and the list of the endpoints."""

from http import HTTPStatus
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse

from glossary.errors import InvalidInput
from glossary.formats.registry import formats_by_purpose
from glossary.model import Answer, BaseCounts
from glossary.services.bases.choosing import Base
from glossary.services.bases.counting import count_base
from glossary.services.lookup.answers import look_up
from glossary.web.endpoints import list_endpoints
from glossary.web.requests import LogChoice, Typing, log_afterwards
from glossary.web.search_view import SearchView, arrange_answer
from glossary.web.served import PREFIX, ServedBase
from glossary.web.templating import render

SHOWN_QUERY_CHARS = 200


def add_pages(app: FastAPI) -> None:
    """Add the pages."""
    app.get("/", include_in_schema=False)(search)
    app.get("/docs", include_in_schema=False)(docs)


def search(
    request: Request,
    base: ServedBase,
    q: Annotated[str, Query()] = "",
    log: LogChoice = "1",
    typing: Typing = False,
    fuzzy: bool = True,
) -> HTMLResponse:
    """Return the search page, with the answer to ``q`` where something is asked."""
    answer, trouble = _ask(base, q, fuzzy=fuzzy)
    view = (
        arrange_answer(answer) if answer else SearchView(query=q[:SHOWN_QUERY_CHARS].strip(), trouble=trouble)
    )
    task = log_afterwards(request, base, answer, log=log, typing=typing) if answer else None
    page = render(
        request,
        "search.html",
        view=view,
        counts=_list_counts(count_base(base)),
        formats=formats_by_purpose(),
        export=f"{PREFIX}/export/",
    )
    status = HTTPStatus.BAD_REQUEST if view.trouble else HTTPStatus.OK
    return HTMLResponse(page, status, background=task)


def _ask(base: Base, query: str, *, fuzzy: bool) -> tuple[Answer | None, str]:
    """Return the answer, or what is wrong with the query; neither where nothing is asked."""
    if not query.strip():
        return None, ""
    try:
        return look_up(base, query, fuzzy=fuzzy), ""
    except InvalidInput as error:
        return None, str(error)


def _list_counts(counts: BaseCounts) -> list[tuple[int, str]]:
    counted = [
        (counts.concepts, "concept", "concepts"),
        (counts.terms, "Chinese term", "Chinese terms"),
        (sum(counts.renderings.values()), "rendering", "renderings"),
        (sum(counts.evidence.values()), "piece of evidence", "pieces of evidence"),
        (counts.gaps, "gap", "gaps"),
        (counts.documents, "document", "documents"),
    ]
    return [(number, one if number == 1 else many) for number, one, many in counted]


def docs(request: Request) -> HTMLResponse:
    """Return the list of endpoints, made from /openapi.json; it loads nothing from elsewhere."""
    endpoints = list_endpoints(request.app.openapi())
    return HTMLResponse(render(request, "docs.html", endpoints=endpoints, version=request.app.version))
