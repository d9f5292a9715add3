"""The last line: what the tables themselves refuse, whoever writes."""

import pytest
from sqlalchemy import text

from glossary.errors import BaseError
from glossary.model import KeyKind, Status
from glossary.store.candidates import replace_candidates
from glossary.store.changes import record_change
from glossary.store.columns import Row
from glossary.store.concepts import insert_concepts
from glossary.store.contexts import replace_contexts
from glossary.store.database import Base
from glossary.store.schema import TABLES

from .samples import (
    CENTRE,
    GRID,
    a_candidate,
    a_change,
    a_concept,
    a_context,
    a_document,
    full_concept,
    insert_document,
    keyed,
)

# What the engines say of the rules that have no names of our own.
NOT_NULL, UNIQUE, FOREIGN_KEY = "(?i)not.null", "(?i)unique", "(?i)foreign key"
REFUSED = [
    ("UPDATE concept SET id = 'x'", "ck_concept_id"),
    ("UPDATE concept SET scope = NULL", NOT_NULL),
    ("UPDATE definition SET text = ''", "ck_definition_text_not_empty"),
    ("UPDATE definition SET language = ''", "ck_definition_language_not_empty"),
    ("UPDATE definition SET position = -1", "ck_definition_position_not_negative"),
    ("UPDATE term SET text = '' WHERE instead <> ''", "ck_term_text_not_empty"),
    ("UPDATE term SET text = NULL", NOT_NULL),
    ("UPDATE term SET status = 'best'", "ck_term_status"),
    ("UPDATE term SET term_type = 'nickname'", "ck_term_term_type"),
    ("UPDATE term SET instead = text", "ck_term_instead_is_another"),
    ("UPDATE term SET text = 'same', language = 'en'", UNIQUE),
    ("UPDATE term SET concept_id = 'czzzzzzz'", FOREIGN_KEY),
    ("UPDATE evidence SET tier = 'rumour'", "ck_evidence_tier"),
    ("UPDATE evidence SET basis = 'hearsay'", "ck_evidence_basis"),
    ("UPDATE evidence SET publisher = '', tier = 'official'", "ck_evidence_publisher_named"),
    ("UPDATE relation SET kind = 'cousin'", "ck_relation_kind"),
    ("UPDATE relation SET target_id = concept_id", "ck_relation_target_is_another"),
    ("UPDATE relation SET target_id = 'cbbbbbbb', kind = 'broader'", UNIQUE),
    ("UPDATE term_key SET kind = 'smell'", "ck_term_key_kind"),
    ("UPDATE term_key SET \"key\" = ''", "ck_term_key_key_not_empty"),
    ("UPDATE term_key SET term_id = 99 WHERE key = '网格' AND kind = 'folded'", FOREIGN_KEY),
    ("UPDATE document SET id = 'short'", "ck_document_id"),
    ("UPDATE document SET offsets = 'page'", "ck_document_offsets"),
    ("UPDATE document SET kind = ''", "ck_document_kind_not_empty"),
    ("UPDATE document SET cluster = ''", "ck_document_cluster_not_empty"),
    ("UPDATE document SET kept_characters = characters + 1", "ck_document_kept_characters"),
    ("UPDATE document SET characters = -1, kept_characters = 0", "ck_document"),
    ("UPDATE document_path SET path = ''", "ck_document_path_path_not_empty"),
    ("UPDATE document_path SET document_id = 'gone'", FOREIGN_KEY),
    ("UPDATE candidate SET kind = 'animal'", "ck_candidate_kind"),
    ("UPDATE candidate SET count = -1", "ck_candidate_count_not_negative"),
    ("UPDATE candidate SET rank = 0", "ck_candidate_rank"),
    ("UPDATE candidate SET score = NULL", NOT_NULL),
    (
        "INSERT INTO candidate "
        "SELECT 'k2', key, term, kind, 0, 0, 0, 0, '{}', '[]', '[]', 2, '{}' FROM candidate",
        UNIQUE,
    ),
    ("INSERT INTO candidate_decision VALUES ('k', 'new', '', 'me', '2024-05-01', NULL)", "decision_state"),
    ("INSERT INTO candidate_decision VALUES ('k', 'rejected', '', '', '2024-05-01', NULL)", "decision_who"),
    ("INSERT INTO candidate_decision VALUES ('k', 'rejected', '', 'me', 'today', NULL)", "decision_when"),
    ("INSERT INTO candidate_decision VALUES ('k', 'accepted', '', 'me', '2024-05-01', 'c')", FOREIGN_KEY),
    ('UPDATE context SET "end" = "start"', "ck_context_span"),
    ('UPDATE context SET "start" = -1', "ck_context_span"),
    ("UPDATE context SET document_id = 'gone'", FOREIGN_KEY),
    ("UPDATE change SET \"when\" = 'noon'", "ck_change_when"),
    ("UPDATE change SET who = ''", "ck_change_who_not_empty"),
    ("UPDATE change SET verb = ''", "ck_change_verb_not_empty"),
    ("UPDATE meta SET value = NULL", NOT_NULL),
]

# PostgreSQL has a type for yes and no, and takes nothing else.
NO_FLAGS = [
    ("UPDATE term SET is_rendering = 2", "ck_term_is_rendering"),
    ("UPDATE term SET case_sensitive = 'yes'", "ck_term_case_sensitive"),
    ("UPDATE term SET do_not_translate = -1", "ck_term_do_not_translate"),
    ("UPDATE document SET sample = 7", "ck_document_sample"),
    ("UPDATE context SET low_trust = 9", "ck_context_low_trust"),
]


@pytest.fixture
def filled(base: Base) -> Base:
    document = a_document()
    with base.writing() as connection:
        for concept in (full_concept(), a_concept(CENTRE, "综治中心"), a_concept(GRID, "网格")):
            insert_concepts(connection, [keyed(concept)])
        insert_document(connection, document)
        replace_candidates(connection, [a_candidate()])
        replace_contexts(connection, [("网格员", [a_context(document)])])
        record_change(connection, a_change())
    return base


@pytest.mark.parametrize(
    ("statement", "rule"), REFUSED, ids=[f"{sql[:60]} ({rule})" for sql, rule in REFUSED]
)
def test_a_broken_rule_is_refused(filled: Base, statement: str, rule: str) -> None:
    with pytest.raises(BaseError, match=rule), filled.writing() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("statement", "rule"), NO_FLAGS, ids=[sql for sql, _ in NO_FLAGS])
def test_in_a_file_a_flag_is_yes_or_no(filled: Base, statement: str, rule: str) -> None:
    with pytest.raises(BaseError, match=rule), filled.writing() as connection:
        connection.exec_driver_sql(statement)


DATES = ["", "1999", "2024-01", "2024-12", "2024-02-29", "2024-10-31"]
NO_DATES = [
    "99",
    "2024-",
    "2024-13",
    "2024-00",
    "2024-1",
    "2024-01-32",
    "2024-01-00",
    "2024-01-1",
    "20240101",
]
NO_DATES += [
    "20-4-01-01",
    "2024/01/01",
    "2024-0a",
    "０２４１",
    "May 2024",
    "2024-01-011",
    " 2024",
    "2o24",
    "----",
]


@pytest.mark.parametrize("table", ["evidence", "document"])
@pytest.mark.parametrize("date", DATES)
def test_a_partial_date_is_taken(filled: Base, table: str, date: str) -> None:
    with filled.writing() as connection:
        connection.execute(text(f"UPDATE {table} SET date = :date"), {"date": date})


@pytest.mark.parametrize("table", ["evidence", "document"])
@pytest.mark.parametrize("date", NO_DATES)
def test_what_is_no_date_is_refused(filled: Base, table: str, date: str) -> None:
    with pytest.raises(BaseError, match=f"ck_{table}_date"), filled.writing() as connection:
        connection.execute(text(f"UPDATE {table} SET date = :date"), {"date": date})


def test_a_concept_takes_all_that_hangs_on_it_along(filled: Base) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql("DELETE FROM concept")
        for table in ("definition", "term", "evidence", "relation", "term_key"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_a_document_takes_its_paths_and_contexts_along(filled: Base) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql("DELETE FROM document")
        for table in ("document_path", "context"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_a_decision_outlives_the_concept_that_it_led_to(filled: Base) -> None:
    decision = "INSERT INTO candidate_decision VALUES ('k', 'accepted', '', 'me', '2024-05-01', 'caaaaaaa')"
    with filled.writing() as connection:
        connection.exec_driver_sql(decision)
        connection.exec_driver_sql("DELETE FROM concept")
        kept = connection.exec_driver_sql("SELECT state, concept_id FROM candidate_decision").one()
    assert tuple(kept) == ("accepted", None)


def test_every_column_but_the_concept_that_a_decision_or_a_request_led_to_must_be_filled() -> None:
    empty = {f"{table.name}.{column.name}" for table in TABLES for column in table.c if column.nullable}
    assert empty == {"candidate_decision.concept_id", "request.concept_id"}


def test_the_list_of_tables_is_whole() -> None:
    assert set(TABLES) == set(Row.metadata.tables.values())


@pytest.mark.parametrize("names", [Status, KeyKind])
def test_every_member_of_a_closed_list_is_known_to_the_tables(names: type[Status]) -> None:
    rules = " ".join(
        str(rule.sqltext) for table in TABLES for rule in table.constraints if hasattr(rule, "sqltext")
    )
    assert all(f"'{name}'" in rules for name in names)
