"""The checks run over a stored base."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from conftest import write_base
from small_base import CHIEF, CONCEPTS, GREENWAY, RAFT

from glossary.curation.checks import CODES, Severity, check_base
from glossary.errors import BaseError
from glossary.lookup.keys import key_concept
from glossary.model import Concept, Rendering, Status, Term
from glossary.services.bases.examining import Diagnosis, examine_base
from glossary.services.concepts.joining import merge_concepts
from glossary.store.database import Base, open_base

TODAY = date(2026, 6, 15)


def examine(base: Base, **options: object) -> Diagnosis:
    return examine_base(base, today=TODAY, **options)


def examine_file(path: Path) -> Diagnosis:
    with open_base(str(path), write=False) as base:
        return examine(base)


def written(tmp_path: Path, concepts: Iterable[Concept]) -> Path:
    return write_base(tmp_path / "written.db", concepts)


def make(id: str, zh: str, en: str, **fields: object) -> Concept:
    rendering = Rendering(text=en, status=Status.PREFERRED)
    return Concept(id=id, terms=(Term(text=zh),), renderings=(rendering,), **fields)


def test_the_small_base_has_a_gap_and_a_concept_without_english(base: Base) -> None:
    diagnosis = examine(base)
    assert diagnosis.checked == len(CONCEPTS)
    assert diagnosis.counts == {"W301": 1, "I302": 1}


def test_a_stored_base_is_judged_as_its_concepts_are(base: Base) -> None:
    keyed = map(key_concept, sorted(CONCEPTS, key=lambda concept: concept.id))
    assert list(examine(base).findings) == list(check_base(keyed, today=TODAY, stale_years=10))


def test_years_are_counted_from_the_day_that_is_given(base: Base) -> None:
    assert "W202" in examine(base, stale_years=1).counts


def test_only_the_chosen_codes_are_looked_for(base: Base) -> None:
    assert examine(base, codes={"W301"}).counts == {"W301": 1}


def test_homophones_are_found_by_the_stored_readings(tmp_path: Path) -> None:
    path = written(tmp_path, [make("caaaaaaa", "权力", "power"), make("cbbbbbbb", "权利", "right")])
    assert examine_file(path).counts["W605"] == 1


def test_a_relation_that_another_tool_left_dangling_is_found(small_base: Path) -> None:
    with closing(sqlite3.connect(small_base)) as connection:
        connection.execute("DELETE FROM concept WHERE id = ?", (CHIEF,))
        connection.commit()
    (finding,) = [one for one in examine_file(small_base).findings if one.code == "E501"]
    assert (finding.concept, finding.message) == (GREENWAY, f"related {CHIEF}, which is not there")


def test_merging_leaves_no_relation_to_the_old_id(small_base: Path) -> None:
    with open_base(str(small_base), write=True) as base:
        merge_concepts(base, CHIEF, RAFT, who="tester")
    assert [one for one in examine_file(small_base).findings if one.severity is Severity.ERROR] == []


def test_a_relation_that_another_tool_led_to_an_old_id_is_told_where_that_leads(small_base: Path) -> None:
    with closing(sqlite3.connect(small_base)) as connection:
        connection.execute("INSERT INTO redirect VALUES ('coldoldo', ?, 0)", (CHIEF,))
        connection.execute("UPDATE relation SET target_id = 'coldoldo' WHERE target_id = ?", (CHIEF,))
        connection.commit()
    (finding,) = [one for one in examine_file(small_base).findings if one.code == "E501"]
    assert finding.message == f"related coldoldo, an old id of 河湖长制 ({CHIEF})"


def test_what_no_concept_can_be_is_named_with_what_to_do(small_base: Path) -> None:
    with closing(sqlite3.connect(small_base)) as connection:
        connection.execute("DELETE FROM term WHERE concept_id = ?", (RAFT,))
        connection.commit()
    with pytest.raises(
        BaseError, match=rf"\(concept {RAFT} has no Chinese term\); put a backup in its place"
    ):
        examine_file(small_base)


def test_an_empty_base_has_no_findings(empty_base: Path) -> None:
    diagnosis = examine_file(empty_base)
    assert (diagnosis.findings, diagnosis.checked, diagnosis.counts) == ((), 0, {})


def test_the_worst_finding_counts(base: Base) -> None:
    diagnosis = examine(base, codes={"W301", "I302"})
    assert [diagnosis.has(severity) for severity in Severity] == [False, True, True]


def test_counts_come_in_the_order_of_the_codes(base: Base) -> None:
    counted = list(examine(base, stale_years=1).counts)
    assert counted == sorted(counted, key=CODES.index)


def test_it_is_told_that_the_work_goes_on(base: Base) -> None:
    heard: list[str] = []
    examine(base, progress=lambda stage, *_: heard.append(stage))
    assert heard == ["checking concepts"]
