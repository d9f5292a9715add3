"""What an import did, or would do, as lines to read; JSON-ready values in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Payload = Mapping[str, Any]
SHOWN_ALIKE = 5
"""A termbase of Microsoft's drops four things of each of 25,000 entries."""
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
    yield from _titled("dropped", _lay_out_dropped(told["dropped"]))


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


def _lay_out_dropped(dropped: Iterable[Payload]) -> Iterator[str]:
    """Yield what was dropped, kind by kind; of many alike the first few, and how many more there are."""
    alike: Counter[tuple[str, str]] = Counter()
    shown: defaultdict[tuple[str, str], list[Payload]] = defaultdict(list)
    for one in dropped:
        name, colon, _ = one["what"].partition(": ")
        kind = (name if colon else "", one["why"])
        alike[kind] += 1
        if alike[kind] <= SHOWN_ALIKE:
            shown[kind].append(one)
    for kind, count in alike.items():
        yield from (f"  {one['where']}: {one['what']}: {one['why']}" for one in shown[kind])
        if count > SHOWN_ALIKE:
            told = ": ".join(filter(None, kind))
            yield f"  … and {count - SHOWN_ALIKE:,} more such: {told} (--json tells all)"
