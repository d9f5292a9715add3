"""Python's collector of cycles, set aside while very many values are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Do something without the collector, and let it run again afterwards.

    It goes through every living object time and again, which takes a quarter of the time of an import of
    50,000 concepts; and there are no cycles for it to find among frozen values.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
