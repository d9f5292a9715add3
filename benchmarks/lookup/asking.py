"""How fast a base finds what is asked, and how fast the whole lookup is."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.store.asking import find_exact, record_statements, time_raw
from glossary.services.defaults import DEFAULT_LIMIT
from glossary.services.finding import find_terms
from glossary.services.lookup import look_up
from glossary.store.database import Base, Connection

WARMING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds a query: the median, and what 95 of 100 queries do not exceed."""

    median: float
    high: float


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
        finding = [time_call(lambda query=query: find(connection, query)) for query in queries]
    lookup = [time_call(lambda query=query: look_up(base, query)) for query in queries]
    return Asked(finding=pace_of(finding), lookup=pace_of(lookup), found=sum(map(bool, counts)) / len(counts))


def measure_raw(base: Base, terms: Sequence[str]) -> tuple[float, float]:
    """Return the medians of the store's exact lookup, and of the driver alone fetching the same rows."""
    with base.reading() as connection:
        for term in terms[:WARMING]:
            find_exact(connection, term)
        ours = [time_call(lambda term=term: find_exact(connection, term)) for term in terms]
        raw = time_raw(Path(base.location), [record_statements(connection, term) for term in terms])
    return statistics.median(ours), statistics.median(raw)


def time_call(call: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def pace_of(seconds: Sequence[float]) -> Pace:
    """Return the median and the 95th percentile."""
    return Pace(median=statistics.median(seconds), high=statistics.quantiles(seconds, n=20)[-1])
