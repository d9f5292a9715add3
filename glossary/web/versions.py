"""Versions of a concept as HTTP says them: ETag, If-Match, If-None-Match."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Header

from glossary.errors import NotFound
from glossary.model import Concept
from glossary.services.bases.choosing import Base
from glossary.services.concepts.editing import find_version
from glossary.services.concepts.versions import require_version, version_of
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
    require_version(current, versions)
    return current


def expected_versions(header: str | None) -> tuple[str, ...]:
    """Return the versions of which the concept must have one; none where any will do."""
    versions = read_tags(header or "")
    return () if ANY in versions else tuple(versions)


def has_version(concept: Concept, header: str | None) -> bool:
    """Whether the client has the concept as it is already."""
    versions = read_tags(header or "")
    return ANY in versions or version_of(concept) in versions
