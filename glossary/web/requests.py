"""Which lookups are written down when they find nothing: what a person asked, and meant to ask, here."""

from typing import Annotated

from fastapi import Query, Request
from starlette.background import BackgroundTask, BackgroundTasks

from glossary.model import Answer
from glossary.services.bases.choosing import Base, is_shipped
from glossary.services.lookup.requests import OFF, log_request
from glossary.web.served import rules_of

CROSS_SITE = "cross-site"
PREFETCH = "prefetch"

LogChoice = Annotated[
    str, Query(alias="log", description="0: do not write down that this lookup found nothing.")
]
Typing = Annotated[
    bool, Query(description="1 while somebody is still typing: such a lookup is never written down.")
]


def log_afterwards(
    request: Request, base: Base, answer: Answer, *, log: str, typing: bool
) -> BackgroundTask | None:
    """Return what counts each term that was not found, to be run when the answer is on its way."""
    if typing or log.lower() in OFF or not _was_meant(request):
        return None
    if not (rules_of(request).logs and base.can_write) or is_shipped(base.place.address):
        return None
    return BackgroundTasks([BackgroundTask(log_request, base.place.address, term) for term in answer.in_vain])


def _was_meant(request: Request) -> bool:
    """Whether a person asked: not a browser that fetches ahead, nor a page elsewhere that makes it ask."""
    headers = request.headers
    is_ahead = PREFETCH in headers.get("Sec-Purpose", headers.get("Purpose", ""))
    return not is_ahead and headers.get("Sec-Fetch-Site") != CROSS_SITE
