"""Answers that a client has already: 304 as long as the base is the same."""

from collections.abc import Callable
from hashlib import sha256

from fastapi import Request, Response, status

from glossary.services.bases.choosing import Base
from glossary.services.version import program_version

TAG_CHARACTERS = 16


def unless_known(request: Request, base: Base, make: Callable[[], Response]) -> Response:
    """Return what ``make`` makes, with an ETag, or 304 where the client has it.

    The tag is read before the answer is made: a change in between makes the client ask once more, while
    the other way round it would keep an old answer for new.
    """
    tag = state_tag(base)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in _known_tags(request):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    response = make()
    response.headers.update(headers)
    return response


def _known_tags(request: Request) -> list[str]:
    return [tag.strip() for tag in request.headers.get("If-None-Match", "").split(",")]


def state_tag(base: Base) -> str:
    """Return the weak tag of a base as it is now and of the program that shows it.

    The revision alone will not do: a base that `build` put in the place of another has the same one.
    """
    parts = (program_version(), *base.state)
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:TAG_CHARACTERS]}"'
