"""What went wrong, said to a program (RFC 9457) or to a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from glossary.errors import Ambiguous, BaseError, GlossaryError, InvalidInput, NotFound
from glossary.web.headers import SECURITY_HEADERS
from glossary.web.templating import render

PROBLEM_MEDIA_TYPE = "application/problem+json"
FOR_PROGRAMS = ("/api/", "/healthz", "/openapi.json")
STATUS_BY_ERROR = (
    (BaseError, HTTPStatus.SERVICE_UNAVAILABLE),
    (NotFound, HTTPStatus.NOT_FOUND),
    (Ambiguous, HTTPStatus.CONFLICT),
    (InvalidInput, HTTPStatus.BAD_REQUEST),
)
UNEXPECTED = "this is a mistake in the program, not in your request; the server's own output says more"
PROBLEM_RESPONSE: dict[str, Any] = {
    "description": "A problem document (RFC 9457).",
    "content": {
        PROBLEM_MEDIA_TYPE: {
            "schema": {
                "type": "object",
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
    """An HTTP status and one sentence on what to do; ``headers`` are sent along."""

    status: HTTPStatus
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)


def add_handlers(app: FastAPI) -> None:
    """Let every error end in an answer, none in a traceback."""
    for kind in (GlossaryError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, answer_error)


async def answer_error(request: Request, error: Exception) -> Response:
    """Return the problem document or the page for an error."""
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
        "detail": problem.detail,
        "instance": path,
    }


def describe_error(request: Request, error: Exception) -> Problem:
    """Return what an error means for whoever asked."""
    match error:
        case GlossaryError():
            return Problem(status=status_of(error), detail=str(error))
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


def describe_parameters(error: RequestValidationError) -> str:
    """Return what is wrong with each parameter, in one sentence."""
    parts = [f"{one['loc'][-1]}: {one['msg'][:1].lower()}{one['msg'][1:]}" for one in error.errors()]
    return "; ".join(parts)


def _describe_refusal(request: Request, error: HTTPException) -> Problem:
    status, headers = HTTPStatus(error.status_code), error.headers or {}
    match status:
        case HTTPStatus.NOT_FOUND:
            detail = f"there is nothing at {request.url.path}; /docs lists what there is"
        case HTTPStatus.METHOD_NOT_ALLOWED:
            detail = (
                f"{request.method} is not possible at {request.url.path}; nothing can be changed over HTTP"
            )
        case _:
            detail = error.detail
    return Problem(status=status, detail=detail, headers=headers)
