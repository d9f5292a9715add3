"""Opening a base to write, with keys as this program computes them."""

from glossary.lookup.keys import key_concept
from glossary.store.concepts import iterate_concepts
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS
from glossary.store.database import Base, open_base
from glossary.store.rekeying import has_current_keys, replace_keys


def open_to_write(location: str, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Base:
    """Open a base as ``open_base`` does; keys that an older program computed are computed anew.

    Until somebody writes, an older base is found by what its own keys say, so a reader need not wait.
    """
    base = open_base(location, write=True, busy_timeout_seconds=busy_timeout_seconds)
    try:
        _renew_keys(base)
    except BaseException:
        base.close()
        raise
    return base


def _renew_keys(base: Base) -> None:
    with base.reading() as connection:
        if has_current_keys(connection):
            return
    with base.writing() as connection:
        # Somebody else may have done it while we waited.
        if not has_current_keys(connection):
            replace_keys(connection, map(key_concept, iterate_concepts(connection)))
