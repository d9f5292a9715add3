"""Opening a base to write, with keys as this program computes them."""

from collections.abc import Iterable, Iterator

from glossary.model import Concept
from glossary.services.progress import Progress, no_progress
from glossary.store.concepts import count_concepts, iterate_concepts
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS
from glossary.store.database import Base, open_base
from glossary.store.rekeying import has_current_keys, replace_keys

STAGE = "computing the keys by which terms are found"


def open_to_write(
    location: str, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS, progress: Progress = no_progress
) -> Base:
    """Open a base as ``open_base`` does; keys that an older program computed are computed anew.

    ``progress`` hears the stage, and of how many concepts of how many the keys are written.
    Until somebody writes, an older base is found by what its own keys say, so a reader need not wait.
    """
    base = open_base(location, write=True, busy_timeout_seconds=busy_timeout_seconds)
    try:
        _renew_keys(base, progress)
    except BaseException:
        base.close()
        raise
    return base


def _renew_keys(base: Base, progress: Progress) -> None:
    with base.reading() as connection:
        if has_current_keys(connection):
            return
    # To compute keys takes dictionaries, and nearly every base has them.
    from glossary.lookup.keys import key_concept

    with base.writing() as connection:
        # Somebody else may have done it while we waited.
        if not has_current_keys(connection):
            concepts = _counted(iterate_concepts(connection), count_concepts(connection), progress)
            replace_keys(connection, map(key_concept, concepts))


def _counted(concepts: Iterable[Concept], total: int, progress: Progress) -> Iterator[Concept]:
    for done, concept in enumerate(concepts):
        progress(STAGE, done, total)
        yield concept
