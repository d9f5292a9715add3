"""Documents are kept once each, compressed, and come back character for character."""

import pytest

from glossary.errors import Ambiguous
from glossary.model import DocumentRecord
from glossary.store.contexts import contexts_of, replace_contexts
from glossary.store.database import Base
from glossary.store.documents import (
    MinedDocument,
    find_document,
    insert_documents,
    iterate_documents,
    list_documents,
    list_ids,
    list_names,
    remove_document,
    set_mined,
)
from glossary.text.packing import pack, unpack

from .samples import a_context, a_document, insert_document

FULL = a_document(
    paths=("b/one.html", "a/one.html"),
    text="第一行\r\n\x00\ufeff𠮷\t第二行",
    kind="html",
    encoding="gb18030",
    offsets="extracted",
    title="网格员",
    publisher="海南日报",
    date="2024-05",
    sample=True,
    repairs={"nul": 1},
)


def test_a_document_with_everything_in_it_comes_back(base: Base) -> None:
    with base.writing() as connection:
        assert insert_documents(connection, [pack(FULL)]) == [FULL.id]
        assert find_document(connection, FULL.id) == FULL


def test_the_same_bytes_in_another_place_add_the_place_alone(base: Base) -> None:
    again = a_document(paths=("c.html", "a/one.html"), text="never read", title="other")
    with base.writing() as connection:
        insert_document(connection, FULL)
        assert not insert_document(connection, again)
        found = find_document(connection, FULL.id)
    assert found is not None
    assert found.paths == ("b/one.html", "a/one.html", "c.html")
    assert (found.text, found.title) == (FULL.text, FULL.title)


def test_several_documents_are_written_at_once_and_the_new_ones_named_in_their_order(base: Base) -> None:
    one, two, three = map(a_document, ("one", "two", "three"))
    with base.writing() as connection:
        insert_document(connection, two)
        assert insert_documents(connection, [*map(pack, (three, two, one))]) == [three.id, one.id]
        assert list(list_ids(connection)) == sorted((one.id, two.id, three.id))


def test_one_document_that_comes_twice_at_once_is_written_once_with_both_paths(base: Base) -> None:
    copies = [a_document(paths=(path,)) for path in ("b.txt", "a.txt", "b.txt")]
    with base.writing() as connection:
        assert insert_documents(connection, [*map(pack, copies)]) == [copies[0].id]
        (record,) = list_documents(connection)
    assert record.paths == ("b.txt", "a.txt")


def test_no_documents_are_written_without_complaint(base: Base) -> None:
    with base.writing() as connection:
        assert insert_documents(connection, []) == []
        assert list(list_ids(connection)) == []


def test_a_document_is_found_by_the_beginning_of_its_id(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, a_document("one"))
        insert_document(connection, a_document("two"))
        assert find_document(connection, a_document("two").id[:6]) == a_document("two")


def test_a_beginning_that_several_ids_share_is_ambiguous_and_lists_them(base: Base) -> None:
    first, second = ("ab" + "0" * 62, "ab" + "1" * 62)
    with base.writing() as connection:
        insert_document(connection, a_document(id=first))
        insert_document(connection, a_document(id=second))
        with pytest.raises(Ambiguous, match=f"begin with ab: {first}, {second}; write more"):
            find_document(connection, "ab")


@pytest.mark.parametrize("id", ["", "%", "_", "f" * 65, "ＡＢ", "\ud800", "' OR 1"])
def test_what_begins_no_id_finds_nothing(base: Base, id: str) -> None:
    with base.writing() as connection:
        insert_document(connection, a_document())
        assert find_document(connection, id) is None


def test_all_documents_stream_packed_in_the_order_of_ids(base: Base) -> None:
    documents = [a_document(str(number)) for number in range(40)]
    with base.writing() as connection:
        insert_documents(connection, [*map(pack, documents)])
        streamed = list(iterate_documents(connection))
    assert streamed == sorted(map(pack, documents), key=lambda one: one.id)
    assert [*map(unpack, streamed)] == sorted(documents, key=lambda one: one.id)


def test_a_new_document_is_its_own_cluster_and_wholly_kept(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, FULL)
        (record,) = list_documents(connection)
    assert record == DocumentRecord(
        id=FULL.id,
        paths=FULL.paths,
        kind="html",
        encoding="gb18030",
        offsets="extracted",
        title="网格员",
        publisher="海南日报",
        date="2024-05",
        sample=True,
        cluster=FULL.id,
        characters=len(FULL.text),
        kept_characters=len(FULL.text),
        repairs={"nul": 1},
    )


def test_what_mining_made_of_a_document_is_listed_and_leaves_the_document_alone(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, FULL)
        set_mined(connection, [MinedDocument(FULL.id, "3", 2, {"nul": 1, "width": 4})])
        (record,) = list_documents(connection)
        assert find_document(connection, FULL.id) == FULL
    assert (record.cluster, record.kept_characters, record.repairs) == ("3", 2, {"nul": 1, "width": 4})


def test_what_mining_made_of_one_document_leaves_the_others_alone(base: Base) -> None:
    one, two = map(a_document, ("one", "two"))
    with base.writing() as connection:
        insert_documents(connection, [*map(pack, (one, two))])
        set_mined(connection, [MinedDocument(one.id, "3", 2, {})])
        clusters = {record.id: record.cluster for record in list_documents(connection)}
    assert clusters == {one.id: "3", two.id: two.id}


def test_where_nothing_was_mined_nothing_is_written(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, FULL)
        before = list(list_documents(connection))
        set_mined(connection, [])
        assert list(list_documents(connection)) == before


def test_some_documents_can_be_listed(base: Base) -> None:
    one, two, three = map(a_document, ("one", "two", "three"))
    with base.writing() as connection:
        insert_documents(connection, [*map(pack, (one, two, three))])
        listed = list(list_documents(connection, [two.id, one.id, "absent"]))
    assert {record.id for record in listed} == {one.id, two.id}


def test_a_removed_document_takes_its_contexts_along(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, FULL)
        replace_contexts(connection, [("网格员", [a_context(FULL)])])
        assert remove_document(connection, FULL.id)
        assert list(list_documents(connection)) == []
        assert contexts_of(connection, ["网格员"], limit=9) == {}


def test_a_document_that_is_not_there_cannot_be_removed(base: Base) -> None:
    with base.writing() as connection:
        assert not remove_document(connection, FULL.id)


def test_a_name_that_is_no_utf8_is_kept_as_far_as_it_can_be(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, a_document(paths=("\udcff.txt",), title="half \ud83d"))
        (record,) = list_documents(connection)
    assert (record.paths, record.title) == (("\ufffd.txt",), "half \ufffd")


def test_a_document_is_called_by_its_title_and_else_by_its_first_path(base: Base) -> None:
    plain = a_document("plain", paths=("b.txt", "a.txt"), title="")
    with base.writing() as connection:
        insert_document(connection, FULL)
        insert_document(connection, plain)
        assert dict(list_names(connection, [FULL.id, plain.id])) == {FULL.id: "网格员", plain.id: "b.txt"}
