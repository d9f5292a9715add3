"""What the base remembers as JSON: what was done, taken back, asked for in vain, and cited."""

from dataclasses import asdict
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

from fastapi import FastAPI, Query, Response
from fastapi.responses import JSONResponse

from glossary.report.records import describe_request, describe_snapshot
from glossary.services import wording
from glossary.services.history.log import describe_told, tell_base
from glossary.services.history.snapshots import list_snapshots, take_snapshot
from glossary.services.history.undoing import undo as take_back
from glossary.services.lookup.requests import list_requests
from glossary.web import examples
from glossary.web.bodies import SnapshotBody, UndoBody
from glossary.web.guarding import WritableBase
from glossary.web.served import PREFIX, ServedBase, Writer

USUAL_CHANGES = 50
MOST_CHANGES = 10_000
TAG = "history"

Newest = Annotated[int, Query(ge=1, le=MOST_CHANGES, description=f"{wording.NEWEST}.")]
Who = Annotated[str, Query(description=wording.WHO)]
Since = Annotated[str, Query(description=wording.SINCE)]


class Asked(StrEnum):
    """Which requests are listed."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


IS_OPEN = {Asked.OPEN: True, Asked.CLOSED: False, Asked.ALL: None}


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoints about what was done and asked."""
    app.get(f"{PREFIX}/history", tags=[TAG], responses=examples.HISTORY)(history)
    app.post(f"{PREFIX}/undo", tags=[TAG], responses=examples.UNDONE)(undo)
    app.get(f"{PREFIX}/requests", tags=[TAG], responses=examples.REQUESTS)(requests)
    app.get(f"{PREFIX}/snapshots", tags=[TAG], responses=examples.SNAPSHOTS)(snapshots)
    app.post(f"{PREFIX}/snapshots", tags=[TAG], status_code=HTTPStatus.CREATED, responses=examples.SNAPSHOT)(
        snapshot
    )


def history(base: ServedBase, newest: Newest = USUAL_CHANGES, who: Who = "", since: Since = "") -> Response:
    """Tell what was done to the base, the oldest of the last changes first: the decision log."""
    told = tell_base(base, newest=newest, who=who, since=since)
    return JSONResponse({"changes": list(map(describe_told, told))})


def undo(base: WritableBase, who: Writer, body: UndoBody | None = None) -> Response:
    """Take back what was done, with all that was done in the same stroke; what came later stays."""
    body = body or UndoBody()
    return JSONResponse(asdict(take_back(base, body.change, who=who, why=body.reason)))


def requests(
    base: ServedBase, state: Annotated[Asked, Query(description="Those open, closed, or all.")] = Asked.OPEN
) -> Response:
    """List what was looked up and not found, the most wanted first."""
    found = list_requests(base, is_open=IS_OPEN[state])
    return JSONResponse({"requests": list(map(describe_request, found))})


def snapshots(base: ServedBase) -> Response:
    """List the states of the base that were written down to be cited, the oldest first."""
    return JSONResponse({"snapshots": list(map(describe_snapshot, list_snapshots(base)))})


def snapshot(base: WritableBase, who: Writer, body: SnapshotBody | None = None) -> Response:
    """Write down the state of the base; one that is written down already stays, and is answered with 200."""
    known = set(list_snapshots(base))
    taken = take_snapshot(base, who=who, note=body.note if body else "")
    status = HTTPStatus.OK if taken in known else HTTPStatus.CREATED
    return JSONResponse(describe_snapshot(taken), status)
