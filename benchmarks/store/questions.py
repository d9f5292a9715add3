"""Which terms to ask for: drawn from those that are there, the common bigrams among them."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

SEED = 7
QUERIES = 1_000
COMMON_BIGRAMS = 50
"""So many of the infix queries are the bigrams that stand in most terms."""


def draw_terms(path: Path) -> list[str]:
    """Return Chinese terms to look up as they are written, drawn evenly."""
    return _draw(path, "SELECT text FROM term WHERE NOT is_rendering AND id % {step} = 0")


def draw_bigrams(path: Path) -> list[str]:
    """Return two-character strings that stand in terms, the commonest ones first."""
    common = _ask(
        path,
        "SELECT key FROM term_key WHERE kind = 'part' AND length(key) = 2 GROUP BY key "
        f"ORDER BY count(*) DESC, key LIMIT {COMMON_BIGRAMS}",
    )
    terms = draw_terms(path)
    draw = random.Random(SEED)
    drawn = [_cut(draw, term) for term in terms if len(term) > 1]
    return [*common, *drawn][:QUERIES]


def _cut(draw: random.Random, term: str) -> str:
    at = draw.randrange(len(term) - 1)
    return term[at : at + 2]


def _draw(path: Path, statement: str) -> list[str]:
    (highest,) = _ask(path, "SELECT max(id) FROM term")
    step = max(1, int(highest) // (2 * QUERIES))
    found = _ask(path, statement.format(step=step))
    random.Random(SEED).shuffle(found)
    return found[:QUERIES]


def _ask(path: Path, statement: str, parameters: Sequence[object] = ()) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(statement, parameters)]
