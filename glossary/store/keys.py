"""Asking the keys: which terms hold these strings. The rows of a key lie best first, so few are read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    Subquery,
    bindparam,
    func,
    literal_column,
    select,
    true,
    tuple_,
    union_all,
)

from glossary.model import Found, Probe
from glossary.store.found import TERM_COLUMNS, found_term
from glossary.store.rows import batches
from glossary.store.tables import concept, term, term_key

LAST_CODE_POINT = 0x10FFFF
MOST_PROBES_A_STATEMENT = 24
MOST_ROWS_SCANNED = 5_000
"""Of keys that begin with a text, and of terms that hold the rarest key, so many are looked at."""
MOST_KEYS_WEIGHED = 12
WEIGHED_AT_ROW = 200
RANK_FACTOR = 1 << 32
FARTHEST = (1 << 31) - 1
BEFORE_SURROGATES, AFTER_SURROGATES = 0xD7FF, 0xE000


def run_probes(connection: Connection, probes: Sequence[Probe], *, limit: int) -> list[Found]:
    """Return at most ``limit`` terms for each of the probes, in their order, best first, each once a probe.

    A term answers a probe that holds all its keys, and, where the probe says so, a text within its folded
    spelling; a prefix probe is answered by a key that is longer than its only one and starts with it.
    ``Found.key`` is the key that matched, or all of the probe's where it has several. Short terms come first,
    renderings of few words, then what was written first. No key, an empty one, or one that no text can hold,
    finds nothing. Of a long list of terms the first MOST_ROWS_SCANNED are looked at.
    """
    found: dict[int, list[Found]] = {}
    simple: list[tuple[int, Probe]] = []
    for number, probe in enumerate(probes):
        if not probe.keys or not all(map(_can_be_stored, probe.keys)):
            continue
        if _is_simple(probe):
            simple.append((number, probe))
        else:
            found[number] = _run_alone(connection, probe, limit)
    for some in batches(simple, MOST_PROBES_A_STATEMENT):
        rows = connection.execute(_simple_statement(len(some)), _parameters_of(some, limit))
        for row in rows:
            number, probe = some[row[0]]
            found.setdefault(number, []).append(found_term(row, probe.match, whole=probe.whole))
    return [one for number in sorted(found) for one in found[number]]


def run_probe(connection: Connection, probe: Probe, *, limit: int) -> list[Found]:
    """Return at most ``limit`` terms that answer one probe, as ``run_probes`` does."""
    return run_probes(connection, [probe], limit=limit)


def end_of_prefix(prefix: str) -> str | None:
    """Return the least string above all that start with ``prefix``, in code point order, if there is one."""
    stem = prefix.rstrip(chr(LAST_CODE_POINT))
    if not stem:
        return None
    last = ord(stem[-1])
    return stem[:-1] + chr(AFTER_SURROGATES if last == BEFORE_SURROGATES else last + 1)


def _can_be_stored(key: str) -> bool:
    return bool(key) and not any("\ud800" <= character <= "\udfff" for character in key)


def _is_simple(probe: Probe) -> bool:
    return len(set(probe.keys)) == 1 and not probe.prefix and not probe.within


def _parameters_of(probes: Iterable[tuple[int, Probe]], limit: int) -> dict[str, Any]:
    parameters: dict[str, Any] = {"limit": limit}
    for place, (_, probe) in enumerate(probes):
        parameters[f"kind{place}"] = probe.kind.value
        parameters[f"key{place}"] = probe.keys[0]
    return parameters


@cache
def _simple_statement(number: int) -> Select[Any]:
    """Return the statement for so many keys at once: to ask is dearer than to find."""
    return _described(union_all(*map(_rows_of_key, range(number))).subquery())


def _rows_of_key(place: int) -> Select[Any]:
    rows = (
        select(literal_column(str(place)).label("place"), term_key.c.key, term_key.c.rank, term_key.c.term_id)
        .where(term_key.c.kind == bindparam(f"kind{place}"), term_key.c.key == bindparam(f"key{place}"))
        .order_by(term_key.c.rank, term_key.c.term_id)
        .limit(bindparam("limit"))
        .subquery()
    )
    return select(rows)


def _described(keys: Subquery) -> Select[Any]:
    """Return the rows of keys with what is known of their terms, in order."""
    return (
        select(keys.c.place, keys.c.term_id, *TERM_COLUMNS, keys.c.key)
        .join(term, term.c.id == keys.c.term_id)
        .join(concept, concept.c.id == term.c.concept_id)
        .order_by(keys.c.place, keys.c.rank, keys.c.term_id)
    )


def _run_alone(connection: Connection, probe: Probe, limit: int) -> list[Found]:
    parameters: dict[str, Any] = {"kind": probe.kind.value, "limit": limit}
    if probe.prefix:
        (start,) = probe.keys
        end = end_of_prefix(start)
        statement = _range_statement(bounded=end is not None)
        parameters |= {"start": start, "end": end} if end else {"start": start}
        rows = connection.execute(statement, parameters).all()
    else:
        rows = _rows_holding(connection, probe, limit)
    terms: dict[int, Row[Any]] = {}
    for row in rows:
        terms.setdefault(row.term_id, row)
    found = [found_term(row, probe.match, whole=probe.whole) for row in terms.values()]
    return found if probe.prefix else [replace(one, key=" ".join(probe.keys)) for one in found]


def _rows_holding(connection: Connection, probe: Probe, limit: int) -> Sequence[Row[Any]]:
    """Return the rows of the rarest key that hold the others, or the text; shorter terms cannot hold that."""
    parameters: dict[str, Any] = {"kind": probe.kind.value, "least": len(probe.within)}
    lead, *others = _rarest_first(connection, probe.keys, parameters)
    parameters |= {"limit": limit, "lead": lead}
    if probe.within:
        return connection.execute(_within_statement(), parameters | {"within": probe.within}).all()
    parameters |= {f"key{place}": key for place, key in enumerate(others)}
    return connection.execute(_holding_statement(len(others)), parameters).all()


@cache
def _range_statement(*, bounded: bool) -> Select[Any]:
    """Return the statement for a range of keys, since LIKE would read the whole table."""
    keys = select(term_key).where(term_key.c.kind == bindparam("kind"), term_key.c.key > bindparam("start"))
    if bounded:
        keys = keys.where(term_key.c.key < bindparam("end"))
    scanned = keys.order_by(term_key.c.key).limit(MOST_ROWS_SCANNED).subquery()
    best = (
        select(
            literal_column("0").label("place"),
            func.min(scanned.c.key).label("key"),
            scanned.c.rank,
            scanned.c.term_id,
        )
        .group_by(scanned.c.rank, scanned.c.term_id)
        .order_by(scanned.c.rank, scanned.c.term_id)
        .limit(bindparam("limit"))
        .subquery()
    )
    return _described(best)


@cache
def _holding_statement(others: int) -> Select[Any]:
    """Return the statement for terms of the leading key that hold the ``others`` as well."""
    return _described(_best(_leading_rows().where(*(_holds_too(f"key{place}") for place in range(others)))))


@cache
def _within_statement() -> Select[Any]:
    """Return the statement for terms of the leading key that hold a text."""
    # Both engines have replace(); LIKE would take % and _ for patterns.
    holds = func.replace(term.c.folded, bindparam("within"), "") != term.c.folded
    return _described(_best(_leading_rows().join(term, term.c.id == term_key.c.term_id).where(holds)))


def _best(rows: Select[Any]) -> Subquery:
    """Return the first few of these rows: as they lie in order, the others are not even looked at."""
    return rows.order_by(term_key.c.rank, term_key.c.term_id).limit(bindparam("limit")).subquery()


def _leading_rows() -> Select[Any]:
    """Return the rows of the leading key, MOST_ROWS_SCANNED at most."""
    columns = (term_key.c.key, term_key.c.rank, term_key.c.term_id)
    return select(literal_column("0").label("place"), *columns).where(
        term_key.c.kind == bindparam("kind"),
        term_key.c.key == bindparam("lead"),
        term_key.c.rank >= bindparam("least"),
        tuple_(term_key.c.rank, term_key.c.term_id)
        <= tuple_(_of_last_row(term_key.c.rank), _of_last_row(term_key.c.term_id)),
    )


def _of_last_row(column: ColumnElement[int]) -> ColumnElement[int]:
    """Return a value of the last row of the leading key that may be looked at."""
    last = (
        select(column)
        .where(term_key.c.kind == bindparam("kind"), term_key.c.key == bindparam("lead"))
        .where(term_key.c.rank >= bindparam("least"))
        .order_by(term_key.c.rank, term_key.c.term_id)
        .limit(1)
        .offset(MOST_ROWS_SCANNED - 1)
        .correlate(None)
        .scalar_subquery()
    )
    return func.coalesce(last, literal_column(str(FARTHEST)))


def _holds_too(key: str) -> ColumnElement[bool]:
    other = term_key.alias(f"with_{key}")
    # For = SQLite would take the index by term, which lies scattered; the rows of a key lie side by side.
    same_term = other.c.term_id.between(term_key.c.term_id, term_key.c.term_id)
    held = select(other.c.term_id).where(
        other.c.kind == bindparam("kind"),
        other.c.key == bindparam(key),
        other.c.rank == term_key.c.rank,
        same_term,
    )
    # Of plain EXISTS PostgreSQL makes joins, and to order two hundred of them takes it ten seconds.
    return held.exists().is_(true())


def _rarest_first(connection: Connection, asked: Iterable[str], parameters: dict[str, Any]) -> list[str]:
    """Return the keys in question, first the one that fewest terms hold, as far as a look at each can tell.

    The rows of a key are in the order of rank and number: the farther in that order its two hundredth row is,
    the fewer there are.
    """
    keys = list(dict.fromkeys(asked))
    weighed = keys[:MOST_KEYS_WEIGHED]
    if len(weighed) < 2:
        return keys
    strings = {f"key{place}": key for place, key in enumerate(weighed)}
    (places,) = connection.execute(_weighing_statement(len(weighed)), parameters | strings)
    rarest = min(
        range(len(weighed)),
        key=lambda at: -(places[at] if places[at] is not None else RANK_FACTOR * FARTHEST),
    )
    return [keys[rarest], *keys[:rarest], *keys[rarest + 1 :]]


@cache
def _weighing_statement(number: int) -> Select[Any]:
    return select(*map(_place_of_row, range(number)))


def _place_of_row(place: int) -> ScalarSelect[Any]:
    """Return the place of a key's two hundredth row; none where it has fewer."""
    return (
        select(term_key.c.rank * literal_column(str(RANK_FACTOR)) + term_key.c.term_id)
        .where(term_key.c.kind == bindparam("kind"), term_key.c.key == bindparam(f"key{place}"))
        .where(term_key.c.rank >= bindparam("least"))
        .order_by(term_key.c.rank, term_key.c.term_id)
        .limit(1)
        .offset(WEIGHED_AT_ROW - 1)
        .scalar_subquery()
    )
