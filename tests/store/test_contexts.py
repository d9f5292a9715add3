"""The best contexts of a key come first; real documents before samples."""

from dataclasses import replace

from glossary.store.contexts import contexts_mentioning, contexts_of, replace_contexts
from glossary.store.database import Base

from .samples import a_context, a_document, insert_document

SAMPLE, REAL, OTHER = a_document("sample", sample=True), a_document("real"), a_document("other")


def test_a_context_comes_back_as_it_was_written(base: Base) -> None:
    whole = a_context(REAL, 7, original="網(wǎng)格員", end=20, low_trust=True)
    with base.writing() as connection:
        insert_document(connection, REAL)
        assert replace_contexts(connection, [("网格员", [whole])]) == 1
        assert contexts_of(connection, ["网格员"], limit=3) == {"网格员": [whole]}


def test_contexts_of_samples_come_last_and_the_rest_as_given(base: Base) -> None:
    given = [a_context(SAMPLE, 1), a_context(REAL, 9), a_context(OTHER, 5), a_context(REAL, 2)]
    with base.writing() as connection:
        for document in (SAMPLE, REAL, OTHER):
            insert_document(connection, document)
        replace_contexts(connection, [("甲", given)])
        assert contexts_of(connection, ["甲"], limit=9) == {"甲": [given[1], given[2], given[3], given[0]]}


def test_a_context_near_lost_characters_comes_after_the_others_of_its_kind(base: Base) -> None:
    given = [a_context(REAL, 1, low_trust=True), a_context(SAMPLE, 5), a_context(REAL, 9)]
    with base.writing() as connection:
        for document in (SAMPLE, REAL):
            insert_document(connection, document)
        replace_contexts(connection, [("甲", given)])
        assert contexts_of(connection, ["甲"], limit=9) == {"甲": [given[2], given[0], given[1]]}


def test_the_limit_counts_for_each_key(base: Base) -> None:
    given = [a_context(REAL, start) for start in (8, 4, 6)]
    with base.writing() as connection:
        insert_document(connection, REAL)
        replace_contexts(connection, [("甲", given), ("乙", given[:1]), ("丙", given)])
        found = contexts_of(connection, ["乙", "甲", "甲", "丁"], limit=2)
    assert found == {"甲": given[:2], "乙": given[:1]}


def test_those_that_mention_a_text_are_found_behind_better_ones(base: Base) -> None:
    given = [a_context(REAL, start) for start in (8, 4, 6)]
    asked = replace(a_context(REAL, 9), right="与环岛绿道")
    with base.writing() as connection:
        insert_document(connection, REAL)
        replace_contexts(connection, [("甲", [*given, asked])])
        assert contexts_mentioning(connection, ["甲"], "环岛绿", limit=1) == {"甲": [asked]}


def test_new_contexts_replace_all_before(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, REAL)
        replace_contexts(connection, [("甲", [a_context(REAL)])])
        replace_contexts(connection, [("乙", [a_context(REAL)])])
        assert set(contexts_of(connection, ["甲", "乙"], limit=9)) == {"乙"}


def test_half_a_surrogate_pair_in_a_damaged_text_is_replaced_by_one_character(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, REAL)
        replace_contexts(connection, [("甲", [a_context(REAL, original="网\ud83d员")])])
        (found,) = contexts_of(connection, ["甲"], limit=1)["甲"]
    assert found.original == "网\ufffd员"
