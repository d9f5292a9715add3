"""What was measured, as rows against their goals."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.mining.corpora import MEGABYTE, Material
from benchmarks.mining.measuring import Timing

TIMES_JIEBA = 15.0
SHARE_OF_TAGGER = 0.6
MOST_GROWTH = 1.2
"""Time per MB of the large text over that of the small one."""
MEMORY_BASE = 200 * MEGABYTE
MEMORY_A_BYTE = 9
"""Bytes of memory for each byte that is read."""
SEEDS_SECONDS = 1.0
HEADER = ("what", "figure", "goal", "reached", "seconds: median (lowest to highest)")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """All figures of one run; memory in bytes, None where the system does not tell it.

    ``floor_…`` are cutting and counting alone, the least that mining can do.
    """

    small: Material
    large: Material
    mine_small: Timing
    mine_large: Timing
    jieba_small: Timing
    jieba_large: Timing
    tagger_large: Timing
    tagger_loaded: float
    floor_small: Timing
    floor_large: Timing
    peak_small: int | None
    peak_large: int | None
    seeds: Timing
    loading: Timing


@dataclass(frozen=True, kw_only=True)
class Row:
    """One figure; ``reached`` is None where it has no goal or cannot be judged."""

    what: str
    figure: str
    goal: str = ""
    reached: bool | None = None
    seconds: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        reached = {None: "", True: "yes", False: "no"}[self.reached]
        return (self.what, self.figure, self.goal, reached, self.seconds)


def list_rows(run: Measured) -> list[Row]:
    """Return the speeds, then what has a goal."""
    return [*list_speeds(run), *list_ratios(run), *list_peaks(run), compare_seeds(run)]


def list_speeds(run: Measured) -> Iterator[Row]:
    timings = (
        ("glossary mine", run.small, run.mine_small),
        ("jieba TF-IDF", run.small, run.jieba_small),
        ("glossary mine", run.large, run.mine_large),
        ("jieba TF-IDF", run.large, run.jieba_large),
        ("rjieba.tag in 2", run.large, run.tagger_large),
        ("  without loading", run.large, Timing((run.tagger_loaded,))),
        ("cut and count alone", run.small, run.floor_small),
        ("cut and count alone", run.large, run.floor_large),
    )
    for name, text, timing in timings:
        speed = f"{rate(text, timing):.3g} MB/s"
        yield Row(what=f"{name}, {text.megabytes:.3g} MB", figure=speed, seconds=describe(timing))


def list_ratios(run: Measured) -> Iterator[Row]:
    """Yield speeds against the other tools on the same text, and against ourselves on less of it."""
    for text, ours, jieba, floor in (
        (run.small, run.mine_small, run.jieba_small, run.floor_small),
        (run.large, run.mine_large, run.jieba_large, run.floor_large),
    ):
        against_jieba = jieba.median / ours.median
        yield Row(
            what=f"speed / jieba, {text.megabytes:.3g} MB",
            figure=f"{against_jieba:.1f}",
            goal=f"at least {TIMES_JIEBA:g}",
            reached=against_jieba >= TIMES_JIEBA,
        )
        yield Row(what="  cut and count alone", figure=f"{jieba.median / floor.median:.1f}")
    against_tagger = run.tagger_large.median / run.mine_large.median
    yield Row(
        what=f"speed / tag, {run.large.megabytes:.3g} MB",
        figure=f"{against_tagger:.2f}",
        goal=f"at least {SHARE_OF_TAGGER:g}",
        reached=against_tagger >= SHARE_OF_TAGGER,
    )
    yield Row(what="  cut and count alone", figure=f"{run.tagger_large.median / run.floor_large.median:.2f}")
    growth = rate(run.small, run.mine_small) / rate(run.large, run.mine_large)
    yield Row(
        what=f"s per MB, {run.large.megabytes:.3g} / {run.small.megabytes:.3g}",
        figure=f"{growth:.2f}",
        goal=f"at most {MOST_GROWTH:g}",
        reached=None if run.large.is_short else growth <= MOST_GROWTH,
    )


def list_peaks(run: Measured) -> Iterator[Row]:
    for text, peak in ((run.small, run.peak_small), (run.large, run.peak_large)):
        most = MEMORY_BASE + MEMORY_A_BYTE * text.size
        yield Row(
            what=f"peak memory, {text.megabytes:.3g} MB",
            figure="not measured here" if peak is None else f"{peak / MEGABYTE:.0f} MB",
            goal=f"at most {most / MEGABYTE:.0f} MB",
            reached=None if peak is None else peak <= most,
        )


def compare_seeds(run: Measured) -> Row:
    beyond = run.seeds.median - run.loading.median
    return Row(
        what="seeds beyond loading",
        figure=f"{beyond:.2f} s",
        goal=f"under {SEEDS_SECONDS:g} s",
        reached=beyond < SEEDS_SECONDS,
        seconds=f"{describe(run.seeds)} less {describe(run.loading)}",
    )


def rate(text: Material, timing: Timing) -> float:
    """Return megabytes a second."""
    return text.megabytes / timing.median


def describe(timing: Timing) -> str:
    """Return the median, and the range of all rounds."""
    spread = f" ({min(timing.seconds):.2f} to {max(timing.seconds):.2f})" if len(timing.seconds) > 1 else ""
    return f"{timing.median:.2f}{spread}"
