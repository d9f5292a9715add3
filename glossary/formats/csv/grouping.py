"""The rows of each concept together, though they may be scattered over a table that somebody sorted."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from zlib import crc32

from glossary.files.tables import Row
from glossary.formats.csv.row import ConceptKey

Keyed = tuple[ConceptKey, Row]


def count_scattered(keys: Iterable[ConceptKey]) -> dict[int, int]:
    """Return in how many runs of rows each concept stands that stands in several, by a number of its key.

    These are four bytes each, so that the concepts of a large table need not be remembered; two with one
    number are held a little longer than they need be, no more.
    """
    import numpy

    runs = numpy.frombuffer(array("I", (check_sum(key) for key, _ in groupby(keys))), dtype="uint32")
    runs.sort()
    repeated = runs[:-1][runs[:-1] == runs[1:]]
    return {one: times + 1 for one, times in Counter(repeated.tolist()).items()}


def check_sum(key: ConceptKey) -> int:
    """Return a number of 32 bits that is the same for a key on each run, as Python's hash is not."""
    return crc32("\0".join(key).encode("utf-8", "surrogatepass"))


def group_rows(keyed: Iterable[Keyed], scattered: dict[int, int]) -> Iterator[tuple[ConceptKey, list[Row]]]:
    """Yield the rows of each concept, as soon as the last of them is there.

    Rows that name no concept are yielded one by one.
    """
    waiting: dict[int, dict[ConceptKey, list[Row]]] = {}
    left = dict(scattered)
    for key, run in groupby(keyed, key=itemgetter(0)):
        rows = [row for _, row in run]
        number = check_sum(key)
        if not any(key):
            yield from ((key, [row]) for row in rows)
        elif number not in left:
            yield key, rows
        else:
            waiting.setdefault(number, {}).setdefault(key, []).extend(rows)
            left[number] -= 1
            if not left[number]:
                yield from waiting.pop(number).items()
