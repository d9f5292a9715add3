"""How far some work has come, for whoever asked for it."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Hears the stage of the work, and how much of how much is done (0 of 0 where nothing is counted)."""


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Hear the progress and say nothing."""
