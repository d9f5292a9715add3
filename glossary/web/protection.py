"""ASGI middleware around the whole application."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glossary.web.headers import SECURITY_HEADERS
from glossary.web.problems import Problem, answer_problem
from glossary.web.served import PREFIX

# The longest concept of the shipped base takes some 20,000 bytes.
MOST_BODY_BYTES = 1_048_576
MOST_FILE_BYTES = 64 * MOST_BODY_BYTES
IMPORT_PATH = f"{PREFIX}/import"


class Protection:
    """Refuses other host names than ``hosts`` (none: takes any) and long bodies, answers HEAD as GET.

    Every answer carries the security headers.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._hosts and _host_of(scope) not in self._hosts:
            await self._refuse(Request(scope))(scope, receive, send)
        elif _announced_bytes(scope) > _most_bytes(scope):
            problem = Problem(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail=_too_large(scope))
            await answer_problem(Request(scope), problem)(scope, receive, send)
        else:
            await self._app(_as_get(scope), _counted(receive, scope), _protected(send))

    def _refuse(self, request: Request) -> Response:
        detail = f"this server answers to these host names alone: {', '.join(sorted(self._hosts))}"
        return answer_problem(request, Problem(status=HTTPStatus.MISDIRECTED_REQUEST, detail=detail))


def _host_of(scope: Scope) -> str:
    try:
        return urlsplit("//" + Headers(scope=scope).get("host", "")).hostname or ""
    except ValueError:
        return ""


def _announced_bytes(scope: Scope) -> int:
    announced = Headers(scope=scope).get("content-length", "")
    return int(announced) if announced.isdecimal() else 0


def _most_bytes(scope: Scope) -> int:
    """Return how long a body may be; files go to the disk, and are longer."""
    return MOST_FILE_BYTES if scope["path"] == IMPORT_PATH else MOST_BODY_BYTES


def _too_large(scope: Scope) -> str:
    return f"the body has more than {_most_bytes(scope):,} bytes; send it in parts"


def _counted(receive: Receive, scope: Scope) -> Callable[[], Awaitable[Message]]:
    """Return ``receive`` that stops where more comes than is taken; a body in pieces announces no length."""
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > _most_bytes(scope):
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_large(scope))
        return message

    return receive_counted


def _as_get(scope: Scope) -> Scope:
    """Return the scope of a GET for a HEAD; the server leaves out the body by itself."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _protected(send: Send) -> Send:
    async def send_protected(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(SECURITY_HEADERS)
        await send(message)

    return send_protected
