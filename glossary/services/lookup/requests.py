"""Lookups that found nothing: counted, listed, closed when a concept answers them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from glossary.errors import GlossaryError
from glossary.model import Request
from glossary.services.bases.choosing import is_shipped
from glossary.services.bases.renewing import open_to_write
from glossary.services.clock import now_utc
from glossary.services.lookup.answers import look_up
from glossary.store import requests as request_rows
from glossary.store.database import Base
from glossary.text.folding import folded_key

LOG_ENVIRONMENT = "GLOSSARY_LOG"
OFF = frozenset({"0", "no", "off", "false"})
WAIT_SECONDS = 0.2
MOST_LISTED = 500


def wants_log(environment: Mapping[str, str]) -> bool:
    """Whether lookups that find nothing may be written down; queries can be confidential (GLOSSARY_LOG=0)."""
    return environment.get(LOG_ENVIRONMENT, "").lower() not in OFF


def log_request(address: str, query: str) -> None:
    """Count a lookup that found nothing, in a base that can be written and is not the shipped one.

    It must not trouble whoever asked: a base that is locked, read-only or gone is left alone.
    """
    key = folded_key(query)
    if not any(map(str.isalnum, key)) or is_shipped(address):
        return
    try:
        with (
            open_to_write(address, busy_timeout_seconds=WAIT_SECONDS) as base,
            base.writing() as connection,
        ):
            request_rows.log_request(connection, key=key, query=query, when=now_utc())
    except (GlossaryError, OSError):
        return


def list_requests(base: Base, *, is_open: bool | None = True, most: int = MOST_LISTED) -> list[Request]:
    """Return at most so many requests, the most frequent first; those open, closed, or (None) all.

    One that a lookup would answer by now, if not by the whole name of a term, counts as closed.
    """
    with base.reading() as connection:
        found = list(request_rows.list_requests(connection, is_open=is_open, most=most))
    settled = [one if one.concept else replace(one, concept=_find_answer(base, one.query)) for one in found]
    return [one for one in settled if is_open is None or (one.concept is None) is is_open]


def _find_answer(base: Base, query: str) -> str | None:
    hits = look_up(base, query, limit=1).hits
    return hits[0].concept.id if hits else None


def forget_requests(base: Base, queries: Collection[str]) -> int:
    """Take these queries out of the record, or all where none is named; return how many went."""
    with base.writing() as connection:
        return request_rows.delete_requests(connection, [folded_key(query) for query in queries])
