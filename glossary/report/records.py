"""The record of changes, requests and snapshots as JSON-ready dictionaries and as lines to read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from glossary.model import Change, Request, Snapshot, ThingKind, kind_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Payload = dict[str, Any]
SHORT_ID_CHARS = 12
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
LOG_COLUMNS = ("change", "operation", "when", "who", "verb", "thing", "term", "why", "undone", "differences")


def describe_change(
    change: Change, *, term: str, differences: Sequence["DataclassInstance"], is_undone: bool
) -> Payload:
    """Return one change: its numbers, who, when and why, and each difference with both sides."""
    return {
        "change": change.number,
        "operation": change.operation,
        "when": change.when,
        "who": change.who,
        "verb": change.verb,
        "kind": kind_of(change.thing).value,
        "thing": change.thing,
        "term": term,
        "why": change.why,
        "undoes": change.undoes or None,
        "undone": is_undone,
        "differences": [asdict(one) for one in differences],
    }


def lay_out_change(payload: Payload, differences: Iterable[object]) -> Iterator[str]:
    """Yield the lines of a change: a head, the reason, and one line a difference."""
    undone = " (taken back)" if payload["undone"] else ""
    undoes = f" {payload['undoes']}" if payload["undoes"] else ""
    about = " ".join(filter(None, (shorten_thing(payload["thing"]), payload["term"])))
    when_and_who = f"{payload['change']}  {payload['when']}  {payload['who']}"
    yield f"{when_and_who}  {payload['verb']}{undoes}  {about}{undone}"
    if payload["why"]:
        yield f"    why: {payload['why']}"
    yield from (f"    {line}" for line in differences)


def shorten_thing(thing: str) -> str:
    """Return the name of a thing as people read it: of a document's 64 characters the first twelve."""
    return thing[:SHORT_ID_CHARS] if kind_of(thing) is ThingKind.DOCUMENT else thing


def row_of_change(payload: Payload, differences: Iterable[object]) -> list[str]:
    """Return a change as the cells of LOG_COLUMNS, the differences a line each."""
    told = {
        **payload,
        "undone": "yes" if payload["undone"] else "",
        "differences": "\n".join(map(str, differences)),
    }
    return [as_cell(told[name] if told[name] is not None else "") for name in LOG_COLUMNS]


def as_cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def describe_request(request: Request) -> Payload:
    """Return one lookup that found nothing."""
    return {
        "query": request.query,
        "count": request.count,
        "first": request.first,
        "last": request.last,
        "state": "closed" if request.concept else "open",
        "concept": request.concept,
    }


def describe_snapshot(snapshot: Snapshot) -> Payload:
    """Return one state that can be cited."""
    return asdict(snapshot)
