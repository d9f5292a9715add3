"""The generated concepts, the questions drawn from them, and the rows of the table."""

from pathlib import Path

import pytest

from benchmarks.store.__main__ import describe_import, judge
from benchmarks.store.asking import measure_answers
from benchmarks.store.generated import generate_concepts, make_id
from benchmarks.store.importing import Importing, measure_import
from benchmarks.store.questions import draw_bigrams, draw_terms
from glossary.lookup.keys import key_concept
from glossary.store.concepts import insert_concepts
from glossary.store.database import open_base, write_new_base

MANY = 300


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.db"
    with write_new_base(str(path)) as connection:
        insert_concepts(connection, map(key_concept, generate_concepts(MANY)))
    return path


def test_the_same_concepts_come_each_time_each_under_its_own_name() -> None:
    concepts = list(generate_concepts(MANY))
    assert concepts == list(generate_concepts(MANY))
    assert len({concept.head.text for concept in concepts}) == MANY


def test_ids_are_those_of_concepts_and_differ() -> None:
    assert make_id(0) == "caaaaaaa"
    assert len({make_id(serial) for serial in range(2_000)}) == 2_000


def test_questions_are_terms_and_bigrams_of_the_base(made: Path) -> None:
    terms, bigrams = draw_terms(made), draw_bigrams(made)
    assert set(terms) <= {term.text for concept in generate_concepts(MANY) for term in concept.terms}
    assert {len(pair) for pair in bigrams} == {2}


def test_every_question_is_timed(made: Path) -> None:
    with open_base(str(made), write=False) as base:
        answers = measure_answers(base, draw_terms(made)[:30], draw_bigrams(made)[:30])
    assert min(answers.exact, answers.exact_raw, answers.infix, answers.like, answers.lookup) > 0


@pytest.mark.slow
@pytest.mark.parametrize("holding", [0, MANY])
def test_the_driver_alone_writes_every_row_that_an_import_writes(
    made: Path, tmp_path: Path, holding: int
) -> None:
    found = measure_import(tmp_path, MANY, into=made if holding else None, holding=holding)
    assert found.rows > 10 * MANY
    assert min(found.raw, found.writing, found.reading, found.keys, found.duplicates) > 0


def test_readings_keys_and_reading_the_file_are_no_part_of_writing() -> None:
    found = Importing(whole=20.0, reading=4.0, keys=6.0, duplicates=2.0, raw=5.0, rows=9)
    share, alone, *_ = describe_import("9", found)
    assert (share[1], share[3], alone[1]) == ("0.50", "no", "0.62")


def test_a_figure_is_held_against_its_goal() -> None:
    assert judge("opening", "4 ms", True, "50 ms") == ("opening", "4 ms", "50 ms", "yes", "")
