"""Versions of a concept as HTTP says them: ETag, If-Match, If-None-Match."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Header

from glossary.errors import NotFound
from glossary.model import Concept
from glossary.report.payloads import Payload
from glossary.services.bases import Base
from glossary.services.editing import find_version, show_concept, version_of
from glossary.web.problems import Problem, Refused

ANY = "*"
NEEDED = "say which version you changed: send the ETag of your GET as If-Match, lest somebody's work is lost"

IfMatch = Annotated[
    str | None, Header(description='The version that was read, as its ETag says: "v…"; * for whichever.')
]
IfNoneMatch = Annotated[str | None, Header(description="The version that the client has.")]


def tag_of(concept: Concept) -> str:
    """Return the entity tag of a concept: its version in quotes."""
    return f'"{version_of(concept)}"'


def read_tags(header: str) -> list[str]:
    """Return the versions that a header names; a proxy may have weakened the tags."""
    return [tag.strip().removeprefix("W/").strip('"') for tag in header.split(",") if tag.strip()]


def read_version(base: Base, current: Concept, header: str | None) -> Concept:
    """Return the concept as the client read it; raises Refused where it does not say, or that is unknown."""
    if not header or not read_tags(header):
        raise Refused(Problem(status=HTTPStatus.PRECONDITION_REQUIRED, detail=NEEDED))
    versions = read_tags(header)
    if ANY in versions or version_of(current) in versions:
        return current
    for version in versions:
        try:
            return find_version(base, current.id, version)
        except NotFound:
            continue
    raise Refused(_stale(current, versions))


def require_version(base: Base, id: str, header: str | None) -> None:
    """Refuse where the client names a version (it need not) and the concept has another one by now."""
    versions = read_tags(header or "")
    current = show_concept(base, id)
    if versions and ANY not in versions and version_of(current) not in versions:
        raise Refused(_stale(current, versions))


def has_version(concept: Concept, header: str | None) -> bool:
    """Whether the client has the concept as it is already."""
    versions = read_tags(header or "")
    return ANY in versions or version_of(concept) in versions


def _stale(current: Concept, versions: list[str]) -> Problem:
    extra: Payload = {"concept": current.id, "version": version_of(current)}
    return Problem(
        status=HTTPStatus.PRECONDITION_FAILED,
        detail=f"{current.id} is at version {version_of(current)}, not {', '.join(versions)}; nothing was "
        "changed; GET it again and make your change there",
        headers={"ETag": tag_of(current)},
        extra=extra,
    )
