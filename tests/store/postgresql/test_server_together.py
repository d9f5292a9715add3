"""Several at work on one database: one writer at a time, readers with one state, lost connections."""

import threading
from typing import TYPE_CHECKING

import pytest

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import Base, Connection, create_base, open_base

from ..samples import CENTRE, a_concept, keyed
from .conftest import schema_of

if TYPE_CHECKING:
    from postgresql_server import Server

LONG_SECONDS = 30


def end(server: "Server", connection: Connection) -> None:
    """Do what an administrator, or a cable, does to a connection."""
    process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    server.run(f"SELECT pg_terminate_backend({process}, 5000)")


def count(base: Base) -> int:
    with base.reading() as connection:
        return count_concepts(connection)


def test_a_second_writer_is_told_to_wait(base: Base, place: str) -> None:
    with (
        open_base(place, write=True) as other,
        other.writing(),
        pytest.raises(BaseError, match=r"another program is writing.*try again"),
        base.writing(),
    ):
        pass


def test_a_second_writer_waits_for_its_turn_and_then_sees_what_the_first_one_wrote(place: str) -> None:
    seen: list[int] = []

    def write_second() -> None:
        with (
            open_base(place, write=True, busy_timeout_seconds=LONG_SECONDS) as base,
            base.writing() as connection,
        ):
            seen.append(count_concepts(connection))

    with open_base(place, write=True) as base, base.writing() as connection:
        second = threading.Thread(target=write_second)
        second.start()
        insert_concepts(connection, [keyed(a_concept())])
        assert seen == []
    second.join()
    assert seen == [1]


def test_writers_of_two_schemas_do_not_wait_for_each_other(server: "Server", base: Base) -> None:
    with create_base(server.new_schema()) as other, other.writing(), base.writing() as connection:
        assert count_concepts(connection) == 0


def test_a_reader_waits_for_no_writer_and_sees_one_state_throughout(base: Base, place: str) -> None:
    with open_base(place, write=False) as other, other.reading() as reader:
        assert count_concepts(reader) == 0
        with base.writing() as connection:
            insert_concepts(connection, [keyed(a_concept())])
        assert count_concepts(reader) == 0
    assert count(base) == 1


def test_reading_writes_nothing(base: Base) -> None:
    with pytest.raises(Exception, match="read-only transaction"), base.reading() as connection:
        connection.exec_driver_sql("DELETE FROM meta")


def test_a_writer_whose_connection_is_lost_is_told_and_leaves_nothing(
    server: "Server", base: Base, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BaseError, match="connection to the database was lost; nothing was changed"):
        write_and_lose_the_connection(server, base)
    assert count(base) == 0
    assert capfd.readouterr().err == ""


def write_and_lose_the_connection(server: "Server", base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        end(server, connection)
        insert_concepts(connection, [keyed(a_concept(CENTRE))])


def test_a_reader_whose_connection_is_lost_is_told(
    server: "Server", base: Base, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BaseError, match="connection to the database was lost"):
        read_and_lose_the_connection(server, base)
    assert capfd.readouterr().err == ""


def read_and_lose_the_connection(server: "Server", base: Base) -> None:
    with base.reading() as connection:
        end(server, connection)
        count_concepts(connection)


def test_a_connection_that_was_lost_while_it_rested_is_made_anew(
    server: "Server", base: Base, capfd: pytest.CaptureFixture[str]
) -> None:
    assert count(base) == 0
    server.run(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'glossary'"
    )
    assert count(base) == 0
    assert capfd.readouterr().err == ""


def test_texts_sort_by_code_point_whatever_the_order_of_the_database(server: "Server", base: Base) -> None:
    texts = ["a", "B", "á", "_", "网", "\U00020000", "\uffee"]
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept("caaaaaaa", "甲", *texts))])
        found = connection.exec_driver_sql("SELECT text FROM term WHERE is_rendering ORDER BY text").scalars()
        assert list(found) == sorted(texts)


def test_every_text_of_the_schema_has_that_order(server: "Server", place: str) -> None:
    orders = server.run(
        "SELECT DISTINCT data_type, collation_name FROM information_schema.columns "
        f"WHERE table_schema = '{schema_of(place)}' AND data_type IN ('text', 'character varying')"
    )
    assert orders == [("text", "C")]
