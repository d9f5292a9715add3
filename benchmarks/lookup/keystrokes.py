"""How fast an answer follows each key of somebody who types: every beginning of a query is asked."""

import gc
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from benchmarks.lookup.asking import time_call
from glossary.cli.entry import YOUNG_OBJECTS
from glossary.services.lookup.completing import look_up_typed
from glossary.store.database import Base

KINDS = ("exact", "pinyin", "English")
KEYSTROKES = 250
ROWS_OF_A_SCREEN = 10

Pair = tuple[float, float]


def type_beginnings(queries: Iterable[str]) -> Iterator[str]:
    """Yield what stands in the line after each key."""
    return (query[:end] for query in queries for end in range(1, len(query) + 1))


def time_keystrokes(base: Base, questions: Mapping[str, Sequence[str]]) -> dict[str, list[Pair]]:
    """Return, by kind, the seconds of each answer by the clock and by the processor.

    The collector of garbage is set aside as the screen sets it: walking all that was loaded once takes longer
    than any answer.
    """
    gc.set_threshold(YOUNG_OBJECTS)
    gc.freeze()
    return {kind: [*_time_all(base, questions[kind])] for kind in KINDS}


def _time_all(base: Base, queries: Sequence[str]) -> Iterator[Pair]:
    for typed in islice(type_beginnings(queries), KEYSTROKES):
        began = time.process_time()
        passed = time_call(look_up_typed, base, typed, limit=ROWS_OF_A_SCREEN)
        yield passed, time.process_time() - began
