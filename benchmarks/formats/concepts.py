"""Concepts as many as wanted without keeping any: words of a small pool, ids and documents of their own."""

import random
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice

from msgspec.structs import replace

from benchmarks.store.generated import SEED, generate_concepts, make_id
from glossary.model import Concept, Evidence, Tier

POOL = 5_000
DOCUMENTS = 20_000
"""A document attests many terms, and some documents many more than others."""
SKEW = 3
CONCEPTS_A_TIME = 1_000


def stream_concepts(number: int) -> Iterator[Concept]:
    """Yield so many concepts, the same on each run."""
    draw = random.Random(SEED)
    pool = list(generate_concepts(min(number, POOL)))
    facts = [make_fact(serial) for serial in range(DOCUMENTS)]
    for serial, concept in enumerate(islice(cycle(pool), number)):
        renderings = tuple(
            replace(one, evidence=(facts[int(draw.random() ** SKEW * DOCUMENTS)],))
            for one in concept.renderings
        )
        yield replace(concept, id=make_id(serial), renderings=renderings)


def make_fact(serial: int) -> Evidence:
    """Return what one document says."""
    return Evidence(
        publisher=f"Gazette of Province {serial % 31}",
        title=f"Measures for the trial year, no. {serial}",
        date=f"{2000 + serial % 25}-{serial % 12 + 1:02}",
        url=f"https://example.org/gazette/{serial}?lang=en&page=1",
        tier=Tier.OFFICIAL,
    )


class Clock:
    """Counts the seconds of whoever takes concepts, not those in which the concepts are made.

    They are seconds of the processor: other work on the machine does not count.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = 0.0

    def passing(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        """Yield the concepts; the clock runs from the first one to the end."""
        remaining = iter(concepts)
        while some := list(islice(remaining, CONCEPTS_A_TIME)):
            self._since = time.process_time()
            yield from some
            self.seconds += time.process_time() - self._since
