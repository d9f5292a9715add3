"""ASGI middleware around the whole application."""

from http import HTTPStatus
from urllib.parse import urlsplit

from fastapi import Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glossary.web.headers import SECURITY_HEADERS
from glossary.web.problems import Problem, answer_problem


class Protection:
    """Refuses other host names than ``hosts`` (none: takes any), answers HEAD as GET, adds headers."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._hosts and _host_of(scope) not in self._hosts:
            await self._refuse(Request(scope))(scope, receive, send)
        else:
            await self._app(_as_get(scope), receive, _protected(send))

    def _refuse(self, request: Request) -> Response:
        detail = f"this server answers to these host names alone: {', '.join(sorted(self._hosts))}"
        return answer_problem(request, Problem(status=HTTPStatus.MISDIRECTED_REQUEST, detail=detail))


def _host_of(scope: Scope) -> str:
    try:
        return urlsplit("//" + Headers(scope=scope).get("host", "")).hostname or ""
    except ValueError:
        return ""


def _as_get(scope: Scope) -> Scope:
    """Return the scope of a GET for a HEAD; the server leaves out the body by itself."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _protected(send: Send) -> Send:
    async def send_protected(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(SECURITY_HEADERS)
        await send(message)

    return send_protected
