"""Asking the keys: which terms hold these strings."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select, true

from glossary.model import Found, MatchKind, Probe, TermType
from glossary.store.tables import concept, term, term_key

LAST_CODE_POINT = 0x10FFFF
BEFORE_SURROGATES, AFTER_SURROGATES = 0xD7FF, 0xE000


def run_probe(connection: Connection, probe: Probe, *, limit: int) -> list[Found]:
    """Return at most ``limit`` terms that answer a probe, each once.

    An exact probe finds the terms that hold all the keys, in the order in which they were written. A prefix
    probe finds those with a key that starts with the only key, in the order of keys. ``Found.key`` is the
    stored key that matched (the first one where the probe has several). No key, an empty one, or one that
    no text can hold, finds nothing.
    """
    if not probe.keys or not all(map(_can_be_stored, probe.keys)):
        return []
    statement, parameters = _prefix_question(probe) if probe.prefix else _exact_question(probe)
    unbuffered = {"stream_results": True}
    with connection.execute(statement, parameters, execution_options=unbuffered) as rows:
        return [_found(row, probe.match) for row in islice(_each_term_once(rows), limit)]


def end_of_prefix(prefix: str) -> str | None:
    """Return the least string above all that start with ``prefix``, in code point order, if there is one."""
    stem = prefix.rstrip(chr(LAST_CODE_POINT))
    if not stem:
        return None
    last = ord(stem[-1])
    return stem[:-1] + chr(AFTER_SURROGATES if last == BEFORE_SURROGATES else last + 1)


def _can_be_stored(key: str) -> bool:
    return bool(key) and not any("\ud800" <= character <= "\udfff" for character in key)


def _exact_question(probe: Probe) -> tuple[Select[Any], dict[str, str]]:
    keys = tuple(dict.fromkeys(probe.keys))
    parameters = {f"key{number}": key for number, key in enumerate(keys)}
    return _exact_statement(len(keys)), {"kind": probe.kind.value, **parameters}


def _prefix_question(probe: Probe) -> tuple[Select[Any], dict[str, str]]:
    (prefix,) = probe.keys
    end = end_of_prefix(prefix)
    parameters = {"kind": probe.kind.value, "start": prefix}
    return _prefix_statement(bounded=end is not None), parameters | ({"end": end} if end else {})


@cache
def _exact_statement(keys: int) -> Select[Any]:
    """Return the statement for so many keys: the first one leads, each other is looked up for its terms."""
    statement = _terms_of_kind().where(term_key.c.key == bindparam("key0")).order_by(term_key.c.term_id)
    for number in range(1, keys):
        other = term_key.alias(f"other{number}")
        held = select(other.c.term_id).where(
            other.c.kind == bindparam("kind"),
            other.c.key == bindparam(f"key{number}"),
            other.c.term_id == term_key.c.term_id,
        )
        # Of plain EXISTS PostgreSQL makes joins, and to order two hundred of them takes it ten seconds.
        statement = statement.where(held.exists().is_(true()))
    return statement


@cache
def _prefix_statement(*, bounded: bool) -> Select[Any]:
    """Return the statement for a range of keys, since LIKE would read the whole table."""
    statement = _terms_of_kind().where(term_key.c.key >= bindparam("start"))
    if bounded:
        statement = statement.where(term_key.c.key < bindparam("end"))
    return statement.order_by(term_key.c.key, term_key.c.term_id)


def _terms_of_kind() -> Select[Any]:
    columns = (term.c.concept_id, term.c.text, term.c.language, term.c.term_type, term.c.folded)
    return (
        select(term_key.c.term_id, term_key.c.key, *columns, term.c.shown_reading, concept.c.scope)
        .join(term, term.c.id == term_key.c.term_id)
        .join(concept, concept.c.id == term.c.concept_id)
        .where(term_key.c.kind == bindparam("kind"))
    )


def _each_term_once(rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    seen: set[int] = set()
    for row in rows:
        if row.term_id not in seen:
            seen.add(row.term_id)
            yield row


def _found(row: Row[Any], match: MatchKind) -> Found:
    return Found(
        concept=row.concept_id,
        text=row.text,
        language=row.language,
        term_type=TermType(row.term_type),
        folded=row.folded,
        match=match,
        key=row.key,
        reading=row.shown_reading,
        scope=row.scope,
    )
