"""How fast a base answers, beside the driver alone that fetches the same rows."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event

from glossary.model import KeyKind, MatchKind, Probe
from glossary.services.lookup.answers import look_up
from glossary.store.concepts import find_concepts
from glossary.store.connecting import connect_to_read
from glossary.store.database import Base, Connection
from glossary.store.keys import run_probe
from glossary.text.folding import folded_key

FIRST_HITS = 20
LIKE_QUERIES = 25
WARMING = 20
LIKE = "SELECT id FROM term WHERE folded LIKE '%' || ? || '%' AND NOT is_rendering"
BY_KEY = (
    f"SELECT term_id FROM term_key WHERE kind = 'part' AND key = ? ORDER BY rank, term_id LIMIT {FIRST_HITS}"
)
Statement = tuple[str, Any]


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Seconds of the processor a query: medians, and the 95th percentile of whole lookups."""

    exact: float
    exact_raw: float
    infix: float
    infix_slowest: float
    infix_ids: float
    like: float
    lookup: float
    lookup_p95: float
    infix_lookup: float
    infix_lookup_p95: float


def measure_answers(base: Base, terms: Sequence[str], bigrams: Sequence[str]) -> Answering:
    """Ask for terms as they are written and for two characters inside them."""
    with base.reading() as connection:
        exact = [_time(find_exact, connection, term) for term in terms]
        infix = [_time(find_infix, connection, pair) for pair in bigrams]
        raw = time_raw(Path(base.location), [record_statements(connection, term) for term in terms])
    whole = [_time(look_up, base, term) for term in terms]
    inside = [_time(look_up, base, pair) for pair in bigrams]
    return Answering(
        exact=_median(exact),
        exact_raw=_median(raw),
        infix=_median(infix),
        infix_slowest=max(infix[WARMING:]),
        infix_ids=_median(_time_driver(Path(base.location), BY_KEY, bigrams)),
        like=_median(_time_driver(Path(base.location), LIKE, bigrams[:: len(bigrams) // LIKE_QUERIES or 1])),
        lookup=_median(whole),
        lookup_p95=_percentile(whole),
        infix_lookup=_median(inside),
        infix_lookup_p95=_percentile(inside),
    )


def find_exact(connection: Connection, term: str) -> None:
    """Find the concepts that have a term, whole: what an exact lookup takes from the store."""
    probe = Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=(folded_key(term),))
    found = run_probe(connection, probe, limit=FIRST_HITS)
    find_concepts(connection, [one.concept for one in found])


def find_infix(connection: Connection, pair: str) -> None:
    """Find the first terms that hold two characters."""
    probe = Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=(folded_key(pair),))
    run_probe(connection, probe, limit=FIRST_HITS)


def record_statements(connection: Connection, term: str) -> list[Statement]:
    """Return the statements of an exact lookup with their parameters, as the driver got them."""
    with _listening(connection) as statements:
        find_exact(connection, term)
    return statements


@contextmanager
def _listening(connection: Connection) -> Iterator[list[Statement]]:
    statements: list[Statement] = []

    def listen(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        statements.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", listen)
    yield statements
    event.remove(connection, "before_cursor_execute", listen)


def time_raw(path: Path, asked: Sequence[Sequence[Statement]]) -> list[float]:
    """Return the seconds that the driver alone takes for the statements of each lookup."""

    def fetch(statements: Sequence[Statement]) -> None:
        for statement, parameters in statements:
            driver.execute(statement, parameters).fetchall()

    with closing(connect_to_read(path)) as driver:
        return [_time(fetch, statements) for statements in asked]


def _time_driver(path: Path, statement: str, bigrams: Sequence[str]) -> list[float]:
    with closing(connect_to_read(path)) as driver:
        return [_time(lambda asked: driver.execute(statement, (asked,)).fetchall(), pair) for pair in bigrams]


def _time(call: Callable[..., object], *given: object) -> float:
    started = time.process_time()
    call(*given)
    return time.process_time() - started


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds)


def _percentile(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]
