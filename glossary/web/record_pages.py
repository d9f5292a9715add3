"""The pages of what the base remembers: what was done, and what was looked up in vain."""

from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse

from glossary.report.records import describe_request
from glossary.services.history.log import describe_told, tell_base
from glossary.services.lookup.requests import list_requests
from glossary.web.memory import MOST_CHANGES
from glossary.web.served import ServedBase
from glossary.web.templating import render

SHOWN_CHANGES = 100
MORE_FACTOR = 5


def add_pages(app: FastAPI) -> None:
    """Add the pages."""
    app.get("/history", include_in_schema=False)(history)
    app.get("/requests", include_in_schema=False)(requests)


def history(
    request: Request,
    base: ServedBase,
    who: Annotated[str, Query()] = "",
    since: Annotated[str, Query()] = "",
    newest: Annotated[int, Query(ge=1, le=MOST_CHANGES)] = SHOWN_CHANGES,
) -> HTMLResponse:
    """Return the page with the last changes, the newest first."""
    told = tell_base(base, newest=newest, who=who, since=since)
    page = render(
        request,
        "history.html",
        changes=[describe_told(one) for one in reversed(told)],
        who=who,
        since=since,
        # Where the page is full there may be more.
        more=min(newest * MORE_FACTOR, MOST_CHANGES) if len(told) == newest < MOST_CHANGES else None,
    )
    return HTMLResponse(page)


def requests(request: Request, base: ServedBase) -> HTMLResponse:
    """Return the page with the lookups that found nothing: those open, then those answered since."""
    described = [describe_request(one) for one in list_requests(base, is_open=None)]
    still_open = [one for one in described if not one["concept"]]
    answered = [one for one in described if one["concept"]]
    return HTMLResponse(render(request, "requests.html", still_open=still_open, answered=answered))
