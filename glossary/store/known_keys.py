"""Which of many strings are a key of the base: one statement for some hundreds of them."""

from collections.abc import Sequence

from sqlalchemy import Connection, TextClause, text

from glossary.model import KeyKind
from glossary.store.rows import batches

KEYS_A_STATEMENT = 256


def known_keys(connection: Connection, kind: KeyKind, keys: Sequence[str]) -> set[str]:
    """Return those of the keys that some term holds; none of them with half a surrogate pair."""
    found: set[str] = set()
    for some in batches(keys, KEYS_A_STATEMENT):
        # Always as many, so that the statement is prepared once.
        filled = [*some, *(some[:1] * (KEYS_A_STATEMENT - len(some)))]
        parameters = {f"key{place}": key for place, key in enumerate(filled)}
        found.update(connection.execute(KNOWN, {**parameters, "kind": kind.value}).scalars())
    return found


def _statement() -> TextClause:
    """Return what looks each string up by itself: to group the rows of the keys would read all of them."""
    rows = ", ".join(f"(:key{place})" for place in range(KEYS_A_STATEMENT))
    return text(
        f"WITH asked(string) AS (VALUES {rows}) SELECT string FROM asked WHERE EXISTS "
        '(SELECT 1 FROM term_key WHERE kind = :kind AND "key" = string)'
    )


KNOWN = _statement()
