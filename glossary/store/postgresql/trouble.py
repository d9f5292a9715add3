"""What PostgreSQL, or the way to it, complains of, said so that the user knows what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pg8000.exceptions import DatabaseError, Error
from sqlalchemy.exc import DBAPIError

from glossary.errors import BaseError
from glossary.store.trouble import BUSY, RULE, TOO_LARGE

LOST = "the connection to the database was lost; nothing was changed; check the server and try again"
STARTING = "the database server is starting or stopping; try again in a moment"
REFUSED = (
    "the server lets nobody in under this name and password; check both (a password can be in PGPASSWORD)"
)
DENIED = "this user has not the rights for that; ask the database's owner for them (docs/postgresql.md)"
FULL = "the server's disk is full; nothing was changed; free some space and try again"
READ_ONLY = "the server takes no writes; name the one that does"
TOO_MANY = "the server has no connection left; try again when others are done"
NO_DATABASE = "there is no such database; make it with `createdb NAME`, or name another one"
# By SQLSTATE, else by its first two characters, the class (PostgreSQL documentation, appendix A).
ADVICE = {
    "08": LOST,
    "22021": "a text holds a character that PostgreSQL cannot store; take it out and try again",
    "23": RULE,
    "25006": READ_ONLY,
    "28": REFUSED,
    "3D000": NO_DATABASE,
    "3F000": "there is no such schema in the database; name another one",
    "40": BUSY,
    "42501": DENIED,
    "53100": FULL,
    "53300": TOO_MANY,
    "54000": TOO_LARGE,
    "55P03": BUSY,
    "57P01": LOST,
    "57P02": LOST,
    "57P03": STARTING,
    "57P05": LOST,
}
CLASS_CHARACTERS = 2
ENDED = ("57P01", "57P02", "57P05")


@contextmanager
def explained(location: str) -> Iterator[None]:
    """Turn the complaints of the server into a BaseError about ``location``; our own mistakes stay."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, Error):
            raise
        raise explain(location, error.orig) from error
    except Error as error:
        raise explain(location, error) from error


def explain(location: str, error: Exception) -> Exception:
    """Return the BaseError for a complaint, or the complaint itself where we are to blame."""
    if not isinstance(error, DatabaseError):
        return BaseError(f"{location}: {LOST} ({error})", public=LOST)
    said = facts_of(error)
    code = said.get("C", "")
    advice = ADVICE.get(code) or ADVICE.get(code[:CLASS_CHARACTERS])
    told = f"{location}: {advice} (PostgreSQL says: {said.get('M', '')})"
    return BaseError(told, public=advice) if advice else error


def facts_of(error: BaseException | None) -> dict[str, Any]:
    """Return what the server said, by the letters of its protocol: C the SQLSTATE, M the message."""
    said = error.args[0] if isinstance(error, DatabaseError) and error.args else {}
    return said if isinstance(said, dict) else {}


def has_ended(error: BaseException | None) -> bool:
    """Whether the connection is of no use after this complaint."""
    return isinstance(error, OSError) or facts_of(error).get("C") in ENDED
