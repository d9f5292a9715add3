"""Chinese terms beside the English recommended for them: what new renderings are composed of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, case, or_, select

from glossary.model import RECOMMENDED, TARGET_LANGUAGE, KeyKind
from glossary.store.rows import find_for
from glossary.store.tables import term, term_key

PAIRS_AT_A_TIME = 1_000
chinese, english = term.alias("chinese"), term.alias("english")

Pair = tuple[str, str, str]
"""A Chinese term or its folded key, a rendering recommended for it, and the id of their concept."""


def _pairs(named: Any) -> Select[Any]:
    """Pairs in the order of terms; of one term's renderings its own and the preferred ones first."""
    recommended = [status.value for status in RECOMMENDED]
    is_target = or_(
        english.c.language == TARGET_LANGUAGE, english.c.language.startswith(f"{TARGET_LANGUAGE}-")
    )
    fits = and_(
        english.c.concept_id == chinese.c.concept_id,
        english.c.is_rendering,
        english.c.status.in_(recommended),
        or_(english.c.serves == "", english.c.serves == chinese.c.text),
        is_target,
    )
    return (
        select(named.label("zh"), english.c.text.label("en"), chinese.c.concept_id.label("concept"))
        .join_from(chinese, english, fits)
        .where(~chinese.c.is_rendering)
        .order_by(
            chinese.c.concept_id,
            chinese.c.position,
            english.c.serves == "",
            english.c.term_type != chinese.c.term_type,
            case({status: rank for rank, status in enumerate(recommended)}, value=english.c.status),
            english.c.position,
        )
    )


ALL_PAIRS = _pairs(chinese.c.text)
PAIRS_OF_KEYS = _pairs(chinese.c.folded).join(
    term_key,
    and_(
        term_key.c.term_id == chinese.c.id,
        term_key.c.kind == KeyKind.FOLDED.value,
        term_key.c.key.in_(bindparam("keys", expanding=True)),
    ),
)


def list_pairs(connection: Connection) -> Iterator[Pair]:
    """Yield every Chinese term with each rendering recommended for it, in the order of concepts.

    Some pairs are in memory at a time; the connection stays in use until the last one was taken.
    """
    options = {"yield_per": PAIRS_AT_A_TIME}
    with connection.execute(ALL_PAIRS, execution_options=options) as rows:
        yield from map(_pair, rows)


def pairs_of(connection: Connection, keys: Sequence[str]) -> Mapping[str, Sequence[Pair]]:
    """Return, for those of the folded keys that are Chinese terms, the pairs of the terms."""
    found: dict[str, list[Pair]] = {}
    for pair in _pairs_of(connection, keys):
        found.setdefault(pair[0], []).append(pair)
    return found


def _pairs_of(connection: Connection, keys: Sequence[str]) -> Iterable[Pair]:
    return map(_pair, find_for(connection, PAIRS_OF_KEYS, "keys", keys))


def _pair(row: Row[Any]) -> Pair:
    return row.zh, row.en, row.concept
