"""Figures are set against their goals."""

from dataclasses import replace
from pathlib import Path

from benchmarks.mining.corpora import MEGABYTE, Material
from benchmarks.mining.figures import Measured, Row, list_rows
from benchmarks.mining.measuring import Timing


def text(megabytes: int, *, wanted: int) -> Material:
    return Material(folder=Path(), documents=1, size=megabytes * MEGABYTE, wanted=wanted * MEGABYTE)


MEASURED = Measured(
    small=text(10, wanted=10),
    large=text(60, wanted=60),
    mine_small=Timing((2.0, 1.0, 3.0)),
    mine_large=Timing((12.0,)),
    jieba_small=Timing((30.0,)),
    jieba_large=Timing((120.0,)),
    tagger_large=Timing((6.0,)),
    tagger_loaded=5.0,
    floor_small=Timing((1.0,)),
    floor_large=Timing((8.0,)),
    peak_small=290 * MEGABYTE,
    peak_large=741 * MEGABYTE,
    seeds=Timing((1.5,)),
    loading=Timing((0.75,)),
)


def row(what: str, measured: Measured = MEASURED) -> Row:
    return next(row for row in list_rows(measured) if row.what == what)


def test_a_speed_is_in_megabytes_a_second_of_the_median() -> None:
    assert row("glossary mine, 10 MB").cells[1:] == ("5 MB/s", "", "", "2.00 (1.00 to 3.00)")


def test_the_speed_against_jieba_is_of_the_same_text() -> None:
    ratios = [row(f"speed / jieba, {size} MB") for size in (10, 60)]
    assert [(ratio.figure, ratio.reached) for ratio in ratios] == [("15.0", True), ("10.0", False)]


def test_the_speed_against_the_tagger_is_of_the_large_text() -> None:
    assert row("speed / tag, 60 MB").cells[1:4] == ("0.50", "at least 0.6", "no")


def test_the_least_that_mining_can_do_is_set_against_the_same_tools() -> None:
    floors = [row.figure for row in list_rows(MEASURED) if row.what == "  cut and count alone"]
    assert floors == ["30.0", "15.0", "0.75"]


def test_time_may_grow_no_faster_than_the_text() -> None:
    growth = row("s per MB, 60 / 10")
    assert (growth.figure, growth.reached) == ("1.00", True)


def test_growth_is_not_judged_on_a_corpus_that_is_too_small() -> None:
    short = replace(MEASURED, large=text(20, wanted=60))
    assert row("s per MB, 20 / 10", short).reached is None


def test_memory_may_grow_by_nine_bytes_a_byte() -> None:
    peaks = [row(f"peak memory, {size} MB") for size in ("10", "60")]
    assert [(peak.goal, peak.reached) for peak in peaks] == [
        ("at most 290 MB", True),
        ("at most 740 MB", False),
    ]


def test_memory_that_no_system_file_tells_is_not_judged() -> None:
    peak = row("peak memory, 10 MB", replace(MEASURED, peak_small=None))
    assert (peak.figure, peak.reached) == ("not measured here", None)


def test_loading_is_taken_off_the_seeds() -> None:
    seeds = row("seeds beyond loading")
    assert (seeds.figure, seeds.reached) == ("0.75 s", True)
