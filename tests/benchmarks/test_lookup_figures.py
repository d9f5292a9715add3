"""The benchmark of lookups asks what it says and builds what an import would."""

from pathlib import Path

import pytest
from base_dumps import dump_rows
from conftest import write_base

from benchmarks.lookup.__main__ import describe_keystrokes
from benchmarks.lookup.asking import measure_kind, pace_of
from benchmarks.lookup.keystrokes import type_beginnings
from benchmarks.lookup.questions import draw_questions
from benchmarks.store.generated import generate_concepts
from benchmarks.store.large import find_or_build
from glossary.store.database import open_base

SIZE = 60


def test_the_95th_percentile_is_of_both_clocks() -> None:
    pace = pace_of([(n / 100, n / 1000) for n in range(1, 101)])
    assert (round(pace.median, 3), round(pace.high, 2), round(pace.busy, 3)) == (0.505, 0.96, 0.096)


def test_every_beginning_of_a_query_is_typed() -> None:
    assert list(type_beginnings(["绿道", "ld"])) == ["绿", "绿道", "l", "ld"]


def test_the_slowest_answer_to_a_key_is_judged_by_the_processor_time() -> None:
    seconds = [(0.002, 0.001)] * 98 + [(0.090, 0.012), (0.004, 0.003)]
    what, figure, goal, reached, told = describe_keystrokes("60", "exact", seconds)
    assert (what, figure, goal, reached) == ("60: typing, exact, slowest", "12.0 ms", "50 ms", "yes")
    assert told.startswith("by the clock 90.0 ms")


@pytest.mark.slow
def test_rows_written_in_bulk_are_those_that_an_import_writes(tmp_path: Path) -> None:
    bulk = find_or_build(tmp_path, SIZE)
    usual = write_base(tmp_path / "usual.db", generate_concepts(SIZE))
    keys = "SELECT k.kind, k.key, k.rank, t.text FROM term_key AS k JOIN term AS t ON t.id = k.term_id"
    rows = []
    for path in (bulk, usual):
        with open_base(str(path), write=False) as base, base.reading() as connection:
            rows.append((list(dump_rows(connection)), sorted(map(tuple, connection.exec_driver_sql(keys)))))
    assert rows[0] == rows[1]
    assert find_or_build(tmp_path, SIZE) == bulk


@pytest.mark.slow
def test_nearly_every_question_has_an_answer(tmp_path: Path) -> None:
    path = find_or_build(tmp_path, SIZE)
    with open_base(str(path), write=False) as base:
        for kind, queries in draw_questions(path).items():
            assert measure_kind(base, queries[:20]).found > 0.8, kind
