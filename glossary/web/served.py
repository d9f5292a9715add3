"""What the endpoints share: the base that is served, where they stand, and who is asking."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, cast
from urllib.parse import parse_qs, unquote

from fastapi import Depends, Header, Request

from glossary.errors import InvalidInput
from glossary.services.bases.choosing import Base
from glossary.services.recognition.automata import Shelf

PREFIX = "/api/v1"
USER_HEADER = "X-Glossary-User"
MOST_NAME_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How the application is run: who writes where nobody says so, and whether failed lookups are kept."""

    user: str
    logs: bool


def served_base(request: Request) -> Base:
    """Return the base that the application holds open."""
    return cast(Base, request.state.base)


def shelf_of(request: Request) -> Shelf:
    """Return where the application keeps the automaton of the base."""
    return cast(Shelf, request.app.state.shelf)


def rules_of(request: Request) -> Rules:
    """Return how the application is run."""
    return cast(Rules, request.app.state.rules)


def name_writer(
    request: Request,
    x_glossary_user: Annotated[
        str | None,
        Header(description="Who writes: UTF-8 or percent-encoded. Else the user who started the server."),
    ] = None,
) -> str:
    """Return who is writing."""
    said = read_name(x_glossary_user or "")
    if len(said) > MOST_NAME_CHARS:
        raise InvalidInput(f"the name in {USER_HEADER} has {len(said)} characters, at most {MOST_NAME_CHARS}")
    return said or rules_of(request).user


def read_name(raw: str) -> str:
    """Return a name from a header: percent-encoded, or UTF-8, which reaches us as Latin-1."""
    with suppress(UnicodeError):
        raw = raw.encode("latin-1").decode("utf-8")
    return " ".join(unquote(raw).split())


async def read_form(request: Request, *names: str) -> list[str]:
    """Return the fields of a form that a page sent, empty ones where they are missing."""
    fields = parse_qs((await request.body()).decode("utf-8", "replace"))
    return [fields.get(name, [""])[0] for name in names]


ServedBase = Annotated[Base, Depends(served_base)]
Writer = Annotated[str, Depends(name_writer)]
