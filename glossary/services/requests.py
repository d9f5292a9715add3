"""Lookups that found nothing: counted, listed, closed when a concept answers them."""

from collections.abc import Mapping
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.model import Request
from glossary.services.bases import shipped_base
from glossary.services.recording import now_utc
from glossary.store import requests as request_rows
from glossary.store.database import Base, open_base
from glossary.text.folding import folded_key

LOG_ENVIRONMENT = "GLOSSARY_LOG"
OFF = frozenset({"0", "no", "off", "false"})
WAIT_SECONDS = 0.2


def wants_log(environment: Mapping[str, str]) -> bool:
    """Whether lookups that find nothing may be written down; queries can be confidential (GLOSSARY_LOG=0)."""
    return environment.get(LOG_ENVIRONMENT, "").lower() not in OFF


def log_request(address: str, query: str) -> None:
    """Count a lookup that found nothing, in a base that can be written and is not the shipped one.

    It must not trouble whoever asked: a base that is locked, read-only or gone is left alone.
    """
    key = folded_key(query)
    if not any(map(str.isalnum, key)) or _is_shipped(address):
        return
    try:
        with (
            open_base(address, write=True, busy_timeout_seconds=WAIT_SECONDS) as base,
            base.writing() as connection,
        ):
            request_rows.log_request(connection, key=key, query=query, when=now_utc())
    except (GlossaryError, OSError):
        return


def list_requests(base: Base, *, is_open: bool | None = True) -> list[Request]:
    """Return the requests, the most frequent first; those open, closed, or (None) all."""
    with base.reading() as connection:
        return list(request_rows.list_requests(connection, is_open=is_open))


def _is_shipped(address: str) -> bool:
    shipped, location = shipped_base(), Path(address)
    return shipped.exists() and location.exists() and location.samefile(shipped)
