"""How fast a base finds what is asked, and how fast the whole lookup is."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.store.asking import find_exact, record_statements, time_raw
from glossary.services.defaults import DEFAULT_LIMIT
from glossary.services.lookup.answers import look_up
from glossary.services.lookup.finding import find_terms
from glossary.store.database import Base, Connection

WARMING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds a query: the median, and what 95 of 100 queries do not exceed.

    ``busy`` is the same of the processor's time alone: where other programs work, a query that is put aside
    for their sake looks slow.
    """

    median: float
    high: float
    busy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One kind of query: finding alone, the whole lookup, and the share of queries that found anything."""

    finding: Pace
    lookup: Pace
    found: float


def measure_kind(base: Base, queries: Sequence[str]) -> Asked:
    """Ask every query twice: for ranked findings, and for whole hits with concepts and contexts."""
    counts: list[int] = []

    def find(connection: Connection, query: str) -> None:
        counts.append(len(find_terms(connection, query, limit=DEFAULT_LIMIT, fuzzy=True)))

    with base.reading() as connection:
        for query in queries[:WARMING]:
            find(connection, query)
        counts.clear()
        finding = [_time_both(find, connection, query) for query in queries]
    lookup = [_time_both(look_up, base, query) for query in queries]
    return Asked(finding=pace_of(finding), lookup=pace_of(lookup), found=sum(map(bool, counts)) / len(counts))


def measure_raw(base: Base, terms: Sequence[str]) -> tuple[float, float]:
    """Return the medians of the store's exact lookup, and of the driver alone fetching the same rows."""
    with base.reading() as connection:
        for term in terms[:WARMING]:
            find_exact(connection, term)
        ours = [time_call(find_exact, connection, term) for term in terms]
        raw = time_raw(Path(base.location), [record_statements(connection, term) for term in terms])
    return statistics.median(ours), statistics.median(raw)


def time_call(call: Callable[..., object], *given: object, **options: object) -> float:
    """Return how many seconds a call takes."""
    started = time.perf_counter()
    call(*given, **options)
    return time.perf_counter() - started


def _time_both(call: Callable[..., object], *given: object) -> tuple[float, float]:
    """Return the seconds of a call by the clock and by the processor."""
    began = time.thread_time()
    passed = time_call(call, *given)
    return passed, time.thread_time() - began


def pace_of(seconds: Sequence[tuple[float, float]]) -> Pace:
    """Return the median and the 95th percentiles."""
    passed, busy = ([one[place] for one in seconds] for place in (0, 1))
    return Pace(median=statistics.median(passed), high=_high(passed), busy=_high(busy))


def _high(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]
