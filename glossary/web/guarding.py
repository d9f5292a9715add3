"""Who may write: only into a base that may be written, only as JSON or a file, and no page from elsewhere.

A browser sends a form to any address, but JSON to another origin only if that allows it, which we never do.
What it calls a file's own type it treats as JSON.
"""

from email.message import Message
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from glossary.services.bases.choosing import Base
from glossary.web.problems import NOT_JSON, Problem, Refused
from glossary.web.served import served_base

JSON_TYPES = frozenset({"application/json", "application/merge-patch+json"})
FORM_TYPES = frozenset({"", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"})
"""What a page may send to any address."""
USUAL_PORTS = {"http": 80, "https": 443}
NOT_A_FILE = "send the file itself as the body, with the header Content-Type: application/octet-stream"
READ_ONLY = "this base can only be read here; nothing was changed"
ELSEWHERE = "a page of another origin may not write here; nothing was changed"


def base_to_write(request: Request) -> Base:
    """Return the base that is served, once it is sure that this request may write JSON to it."""
    base = _writable_base(request)
    if media_type(request.headers.get("Content-Type", "")) not in JSON_TYPES:
        raise Refused(Problem(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail=NOT_JSON))
    return base


def base_to_import(request: Request) -> Base:
    """Return the base that is served, once it is sure that this request may send it a file."""
    base = _writable_base(request)
    if media_type(request.headers.get("Content-Type", "")) in FORM_TYPES:
        raise Refused(Problem(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail=NOT_A_FILE))
    return base


def _writable_base(request: Request) -> Base:
    base = served_base(request)
    if not base.can_write:
        raise Refused(Problem(status=HTTPStatus.FORBIDDEN, detail=READ_ONLY))
    if not is_from_here(request):
        raise Refused(Problem(status=HTTPStatus.FORBIDDEN, detail=ELSEWHERE))
    return base


def is_from_here(request: Request) -> bool:
    """Whether no browser sent it, or a page of this very server did."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
    place = place_of(origin)
    return place is not None and place == place_of(f"//{request.headers.get('Host', '')}")


def place_of(origin: str) -> tuple[str, int | None] | None:
    """Return host and port of an origin; None where it has none (``null``, or what cannot be read).

    The scheme is left out: behind a proxy that speaks HTTPS we are asked by HTTP.
    """
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname:
        return None
    return parts.hostname, None if port in USUAL_PORTS.values() else port


def media_type(header: str) -> str:
    """Return the media type of a Content-Type header without its parameters; empty where there is none."""
    if not header:
        return ""
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type()


WritableBase = Annotated[Base, Depends(base_to_write)]
BaseToImport = Annotated[Base, Depends(base_to_import)]
