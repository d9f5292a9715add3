"""Bases that hold the same have the same dump, however they came to it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from base_dumps import dump_rows
from msgspec import structs

from glossary.model import KeyedConcept
from glossary.store.candidates import replace_candidates
from glossary.store.changes import record_change
from glossary.store.concepts import insert_concepts, replace_concepts
from glossary.store.contexts import replace_contexts
from glossary.store.database import Base, write_new_base
from glossary.store.meta import FOLD_VERSION, SNAPSHOT, write_meta
from glossary.store.schema import TABLES

from .samples import (
    CENTRE,
    GRID,
    WORKER,
    a_candidate,
    a_change,
    a_concept,
    a_context,
    a_document,
    full_concept,
    insert_document,
    keyed,
)

CONCEPTS = [keyed(full_concept()), keyed(a_concept(CENTRE, "综治中心")), keyed(a_concept(GRID, "网格"))]


def dump(
    path: Path, concepts: Sequence[KeyedConcept] = CONCEPTS, *, score: float = 0.3, snapshot: str = "a"
) -> list[str]:
    document = a_document(text="网格员" * 9)
    with write_new_base(str(path)) as connection:
        insert_concepts(connection, concepts)
        insert_document(connection, document)
        replace_candidates(connection, [a_candidate(score=score, features={"salience": score})])
        replace_contexts(connection, [("网格员", [a_context(document)])])
        record_change(connection, a_change("build"))
        write_meta(connection, FOLD_VERSION, "1")
        write_meta(connection, SNAPSHOT, snapshot)
        return list(dump_rows(connection))


def test_every_line_is_a_list_that_begins_with_its_table(tmp_path: Path) -> None:
    tables = [json.loads(line)[0] for line in dump(tmp_path / "a.db")]
    assert tables == sorted(tables)
    assert {table.name for table in TABLES} - set(tables) == {
        "attestation",
        "candidate_decision",
        "redirect",
        "request",
        "snapshot",
        "term_key",
        "waiver",
    }


def test_the_order_of_writing_does_not_count(tmp_path: Path) -> None:
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db", CONCEPTS[::-1])


def test_the_snapshot_and_the_last_digits_of_scores_do_not_count(tmp_path: Path) -> None:
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db", score=0.1 + 0.2, snapshot="b")


def test_shown_readings_do_not_count_since_their_source_may_be_newer(tmp_path: Path) -> None:
    unread = replace(CONCEPTS[0], keyed=tuple(replace(key, reading="") for key in CONCEPTS[0].keyed))
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db", [unread, *CONCEPTS[1:]])


def test_what_was_replaced_by_itself_is_the_same(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, CONCEPTS)
        before = list(dump_rows(connection))
        replace_concepts(connection, [CONCEPTS[0]])
        assert list(dump_rows(connection)) == before


def test_a_difference_in_any_value_is_seen(tmp_path: Path) -> None:
    other = structs.replace(full_concept(), note="changed")
    changed = set(dump(tmp_path / "a.db")) ^ set(dump(tmp_path / "b.db", [keyed(other), *CONCEPTS[1:]]))
    assert {json.loads(line)[:2][1] for line in changed} == {WORKER}


def test_a_text_is_given_by_its_digest(tmp_path: Path) -> None:
    (line,) = [line for line in dump(tmp_path / "a.db") if line.startswith('["document",')]
    assert "网格员" not in line
