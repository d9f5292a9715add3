"""What went wrong, said to a program (RFC 9457) or to a person."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from glossary.errors import (
    Ambiguous,
    BaseError,
    EditClash,
    GlossaryError,
    InvalidInput,
    NotFound,
    StaleVersion,
    UndoRefused,
)
from glossary.report.mistakes import describe_mistake
from glossary.web.headers import SECURITY_HEADERS
from glossary.web.templating import render

LOG = logging.getLogger(__name__)
PROBLEM_MEDIA_TYPE = "application/problem+json"
FOR_PROGRAMS = ("/api/", "/healthz", "/openapi.json")
STATUS_BY_ERROR = (
    (BaseError, HTTPStatus.SERVICE_UNAVAILABLE),
    (NotFound, HTTPStatus.NOT_FOUND),
    (EditClash, HTTPStatus.PRECONDITION_FAILED),
    (StaleVersion, HTTPStatus.PRECONDITION_FAILED),
    (Ambiguous, HTTPStatus.CONFLICT),
    (UndoRefused, HTTPStatus.CONFLICT),
    (InvalidInput, HTTPStatus.BAD_REQUEST),
)
# A base is unavailable mostly because somebody else is writing to it, which seldom takes longer.
RETRY_SECONDS = 2
PLACES = frozenset({"body", "query", "path", "header"})
BAD_JSON = "json_invalid"
NO_MEMBER = "extra_forbidden"
UNKNOWN = "there is no such member; /docs lists those that there are"
NOT_JSON = "send the body as JSON, with the header Content-Type: application/json"
UNREADABLE = "the body cannot be read; send one JSON object"
UNEXPECTED = "this is a mistake in the program, not in your request; the server's own output says more"
PROBLEM_RESPONSE: dict[str, Any] = {
    "description": "A problem document (RFC 9457).",
    "content": {
        PROBLEM_MEDIA_TYPE: {
            "schema": {
                "type": "object",
                "additionalProperties": True,
                "required": ["type", "title", "status", "detail"],
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "instance": {"type": "string"},
                },
            }
        }
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An HTTP status and one sentence on what to do.

    ``headers`` are sent along; ``extra`` are further members of the document, for programs.
    """

    status: HTTPStatus
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """A request is refused for what HTTP says, not for what the base says."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.detail)


def add_handlers(app: FastAPI) -> None:
    """Let every error end in an answer, none in a traceback."""
    for kind in (GlossaryError, Refused, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, answer_error)


async def answer_error(request: Request, error: Exception) -> Response:
    """Return the problem document or the page for an error; where the base lies goes to our own output."""
    if isinstance(error, BaseError):
        LOG.error("%s", error)
    return answer_problem(request, describe_error(request, error))


def answer_problem(request: Request, problem: Problem) -> Response:
    """Return a problem as a document under /api, else as a page."""
    # An answer to an unexpected error is made outside of every middleware, so it brings its headers along.
    headers = {**SECURITY_HEADERS, **problem.headers}
    if is_for_programs(request.url.path):
        content = show_problem(problem, request.url.path)
        return JSONResponse(content, problem.status, headers, media_type=PROBLEM_MEDIA_TYPE)
    page = render(request, "problem.html", problem=problem)
    return HTMLResponse(page, problem.status, headers)


def is_for_programs(path: str) -> bool:
    """Whether a path is one that programs ask, so that they get problem documents there."""
    return f"{path}/".startswith(FOR_PROGRAMS) or path in FOR_PROGRAMS


def show_problem(problem: Problem, path: str) -> dict[str, object]:
    """Return the members of a problem document."""
    return {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": writable(problem.detail),
        "instance": writable(path),
        **problem.extra,
    }


def writable(text: str) -> str:
    """Return a text as UTF-8 can carry it: half a surrogate pair, which a body may name, is escaped."""
    return text.encode("utf-8", "backslashreplace").decode()


def describe_error(request: Request, error: Exception) -> Problem:
    """Return what an error means for whoever asked."""
    match error:
        case Refused():
            return error.problem
        case GlossaryError():
            return _describe_own(error)
        case RequestValidationError() if _was_not_parsed(error):
            return Problem(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail=NOT_JSON)
        case RequestValidationError():
            return Problem(status=HTTPStatus.BAD_REQUEST, detail=describe_parameters(error))
        case HTTPException():
            return _describe_refusal(request, error)
        case _:
            return Problem(status=HTTPStatus.INTERNAL_SERVER_ERROR, detail=UNEXPECTED)


def status_of(error: GlossaryError) -> HTTPStatus:
    """Return the HTTP status for an error of the project."""
    found = (status for kind, status in STATUS_BY_ERROR if isinstance(error, kind))
    return next(found, HTTPStatus.INTERNAL_SERVER_ERROR)


def _describe_own(error: GlossaryError) -> Problem:
    status = status_of(error)
    headers = {"Retry-After": str(RETRY_SECONDS)} if status is HTTPStatus.SERVICE_UNAVAILABLE else {}
    extra: dict[str, Any] = {}
    if isinstance(error, Ambiguous) and error.choices:
        extra = {"choices": [{"concept": id, "told": told} for id, told in error.choices]}
    if isinstance(error, StaleVersion):
        headers |= {"ETag": f'"{error.version}"'}
        extra = {"concept": error.concept, "version": error.version}
    return Problem(status=status, detail=error.public, headers=headers, extra=extra)


def describe_parameters(error: RequestValidationError) -> str:
    """Return what is wrong with each parameter, or member of the body, in one sentence."""
    return "; ".join(map(_describe_parameter, error.errors()))


def _was_not_parsed(error: RequestValidationError) -> bool:
    """Whether the body was left as bytes: FastAPI parses what is said to be JSON alone."""
    return any(isinstance(one["input"], bytes) for one in error.errors())


def _describe_parameter(one: Mapping[str, Any]) -> str:
    if one["type"] == BAD_JSON:
        return f"the body is no JSON: {one['ctx']['error']} at character {one['loc'][-1]}"
    names = [str(step) for step in one["loc"][1:] if step not in PLACES]
    name = ".".join(names) or f"the {one['loc'][0]}"
    return f"{name}: {UNKNOWN}" if one["type"] == NO_MEMBER else describe_mistake(name, one)


def _describe_refusal(request: Request, error: HTTPException) -> Problem:
    status, headers = HTTPStatus(error.status_code), dict(error.headers or {})
    match status:
        case HTTPStatus.NOT_FOUND:
            detail = f"there is nothing at {request.url.path}; /docs lists what there is"
        case HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(allowed_methods(request)) or headers.get("Allow", "")
            detail = f"{request.method} is not possible at {request.url.path}; {headers['Allow']} is"
        case HTTPStatus.BAD_REQUEST:  # all that FastAPI itself has to say here is that it failed
            detail = UNREADABLE
        case _:
            detail = error.detail
    return Problem(status=status, detail=detail, headers=headers)


def allowed_methods(request: Request) -> list[str]:
    """Return the methods that the path takes; Starlette itself names those of the first route alone."""
    methods: set[str] = set()
    for route in request.app.routes:
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            methods |= set(getattr(route, "methods", None) or ())
    return sorted(methods)
