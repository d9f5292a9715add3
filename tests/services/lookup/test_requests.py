"""A lookup that found nothing becomes a request, and a concept closes it."""

from pathlib import Path

import pytest
from engines import FILES_ONLY
from small_base import GREENWAY

from glossary.model import Term
from glossary.services.bases import choosing
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history.undoing import undo
from glossary.services.lookup.requests import forget_requests, list_requests, log_request, wants_log
from glossary.store.database import Base

from ..records import edit


def asked(base: Base, *, is_open: bool | None = True) -> list[tuple[str, int, str | None]]:
    return [(one.query, one.count, one.concept) for one in list_requests(base, is_open=is_open)]


def log(base: Base, *queries: str) -> None:
    for query in queries:
        log_request(base.place.address, query)


def test_requests_are_counted_and_the_most_wanted_is_listed_first(base: Base) -> None:
    log(base, "渡口", "浮桥", "浮桥")
    assert asked(base) == [("浮桥", 2, None), ("渡口", 1, None)]


def test_spellings_of_one_term_are_one_request(base: Base) -> None:
    log(base, "“浮桥”", "浮橋")
    assert asked(base) == [("浮橋", 2, None)]


@pytest.mark.parametrize("query", ["浮桥", "浮橋", "fuqiao", "fúqiáo", "fq", "pontoon bridge"])
def test_a_concept_that_answers_a_request_closes_it(base: Base, query: str) -> None:
    log(base, query)
    made = add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei").concept
    assert asked(base) == []
    assert asked(base, is_open=None) == [(query, 1, made.id)]


def test_a_request_stays_open_while_no_concept_answers_it(base: Base) -> None:
    log(base, "浮桥")
    add_term(base, "渡口", NewRendering(text="ferry landing"), who="mei")
    assert asked(base) == [("浮桥", 1, None)]


def test_a_request_is_open_again_where_the_concept_is_taken_back(base: Base) -> None:
    log(base, "浮桥")
    add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei")
    undo(base, who="mei")
    assert asked(base) == [("浮桥", 1, None)]


def test_a_request_is_answered_by_the_concept_that_its_answer_was_merged_into(base: Base) -> None:
    log(base, "浮桥")
    made = add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei").concept
    merge_concepts(base, made.id, GREENWAY, who="mei")
    assert asked(base, is_open=None) == [("浮桥", 1, GREENWAY)]


def test_what_a_lookup_answers_by_now_is_answered_if_not_by_the_whole_name(base: Base) -> None:
    log(base, "pontoon")
    made = add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei").concept
    assert asked(base) == []
    assert asked(base, is_open=None) == [("pontoon", 1, made.id)]


def test_a_confidential_query_can_be_forgotten(base: Base) -> None:
    log(base, "浮桥", "渡口", "水闸")
    assert forget_requests(base, ["浮橋"]) == 1
    assert {query for query, *_ in asked(base)} == {"水闸", "渡口"}
    assert forget_requests(base, []) == 2
    assert asked(base) == []


def test_a_request_is_open_again_where_its_answer_loses_the_term(base: Base) -> None:
    log(base, "浮桥")
    made = add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei").concept
    edit(base, made.id, terms=(Term(text="木桥"),))
    assert asked(base) == [("浮桥", 1, None)]


def test_a_request_goes_back_to_its_concept_where_a_merge_is_taken_back(base: Base) -> None:
    log(base, "浮桥")
    made = add_term(base, "浮桥", NewRendering(text="pontoon bridge"), who="mei").concept
    merge_concepts(base, made.id, GREENWAY, who="mei")
    undo(base, who="mei")
    assert asked(base, is_open=None) == [("浮桥", 1, made.id)]


def test_a_query_without_a_letter_is_no_request(base: Base) -> None:
    log(base, "……", "？！")
    assert asked(base) == []


@FILES_ONLY
def test_the_shipped_base_logs_nothing(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "shipped_base", lambda: Path(base.location))
    log(base, "浮桥")
    assert asked(base) == []


@pytest.mark.parametrize("content", [None, b"no base"])
def test_a_base_that_is_gone_or_damaged_troubles_nobody(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "other.db"
    if content:
        path.write_bytes(content)
    log_request(str(path), "浮桥")
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_base_that_somebody_writes_to_is_left_alone(base: Base) -> None:
    with base.writing():
        log(base, "浮桥")
    assert asked(base) == []


@pytest.mark.parametrize("off", ["0", "no", "off", "false", "False"])
def test_the_log_can_be_turned_off(off: str) -> None:
    assert not wants_log({"GLOSSARY_LOG": off})


@pytest.mark.parametrize("environment", [{}, {"GLOSSARY_LOG": ""}, {"GLOSSARY_LOG": "1"}])
def test_else_it_is_on(environment: dict[str, str]) -> None:
    assert wants_log(environment)
