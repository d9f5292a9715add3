"""What was done to the base."""

from dataclasses import dataclass
from enum import StrEnum

from glossary.model.checks import require_writable
from glossary.model.ids import CANDIDATE_LETTER

LIST_PREFIX = "list "
DOCUMENT_ID_CHARS = 64


class ThingKind(StrEnum):
    """What a change is about."""

    CONCEPT = "concept"
    CANDIDATE = "candidate"
    DOCUMENT = "document"
    LIST = "list"


def kind_of(thing: str) -> ThingKind:
    """Return what kind of thing a change names: lists by their name, all others by their id."""
    if thing.startswith(LIST_PREFIX):
        return ThingKind.LIST
    if len(thing) == DOCUMENT_ID_CHARS:
        return ThingKind.DOCUMENT
    return ThingKind.CANDIDATE if thing.startswith(CANDIDATE_LETTER) else ThingKind.CONCEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One deed of one person: all changes of one transaction share its number.

    ``number`` is that of its first change; ``when`` is UTC, ISO 8601; ``undoes`` is the
    number of the operation that it takes back, 0 for none.
    """

    number: int
    who: str
    when: str
    verb: str
    why: str = ""
    undoes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recorded change: who, when (UTC, ISO 8601), why, and the thing before and after, as JSON.

    An empty ``before`` says that the thing was made, an empty ``after`` that it went. ``number`` counts the
    changes of the base from 1; 0 is not written down yet, or the first of its own operation.
    """

    who: str
    when: str
    why: str
    verb: str
    thing: str
    before: str = ""
    after: str = ""
    number: int = 0
    operation: int = 0
    undoes: int = 0

    def __post_init__(self) -> None:
        require_writable("the name or the reason of a change", self.who, self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A state of the base that can be cited.

    ``id`` is made from what the base says (concepts and decisions), so that the same state has the same id
    in every base; ``change`` is the number of the last change in it; ``when`` is UTC, ISO 8601.
    """

    id: str
    change: int
    who: str
    when: str
    note: str = ""

    def __post_init__(self) -> None:
        require_writable("the name or the note of a snapshot", self.who, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A lookup that found nothing: the query as it was last written, and how often it was asked.

    ``concept`` is the one that answers it now, None while it is open; times are UTC, ISO 8601.
    """

    key: str
    query: str
    count: int
    first: str
    last: str
    concept: str | None = None
