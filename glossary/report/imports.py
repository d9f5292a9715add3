"""What an import did, or would do, as lines to read; JSON-ready values in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Payload = Mapping[str, Any]
Change = tuple[Payload, Sequence[str]]
WHO_COUNTS = {"here": "the base counts", "there": "the file counts", "both": "both are kept"}


def lay_out_import(
    told: Payload, *, added: Iterable[Change] = (), changed: Iterable[Change] = ()
) -> Iterator[str]:
    """Yield the numbers, then by group: added, changed (with their lines), conflicts, dropped."""
    yield f"{told['added']} added, {told['changed']} changed, {told['unchanged']} unchanged"
    for title, group in (("added", added), ("changed", changed)):
        yield from _titled(title, (line for one, lines in group for line in _lay_out_change(one, lines)))
    yield from _titled("conflicts", (line for one in told["conflicts"] for line in lay_out_conflict(one)))
    yield from _titled("dropped", (_lay_out_dropped(one) for one in told["dropped"]))


def lay_out_conflict(conflict: Payload) -> Iterator[str]:
    """Yield a conflict: where, which side counts if that is decided, and what either side says."""
    counts = f" ({WHO_COUNTS[conflict['taken']]})" if conflict["taken"] else ""
    yield f"  {conflict['concept']} {conflict['field']}{counts}"
    for side, words in (("base", conflict["here"]), ("file", conflict["there"])):
        first, *more = str(words).split("\n")
        yield f"      {side}: {first}"
        yield from (f"            {line}" for line in more)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        if not index:
            yield f"{title}:"
        yield line


def _lay_out_change(change: Payload, lines: Sequence[str]) -> Iterator[str]:
    yield f"  {change['concept']} {change['term']}"
    yield from (f"      {line}" for line in lines)


def _lay_out_dropped(line: Payload) -> str:
    return f"  {line['where']}: {line['what']}: {line['why']}"
