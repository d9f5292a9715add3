"""A base whose keys another program computed gets its own when it is opened to write, on either engine."""

from pathlib import Path

import pytest
from conftest import KeptIn

from glossary.model import MatchKind
from glossary.services.bases.renewing import open_to_write
from glossary.services.lookup.answers import look_up
from glossary.store.database import Base, open_base
from glossary.store.meta import KEYS, write_meta


@pytest.fixture
def older(small_base_file: Path, copied: KeptIn) -> str:
    """A base as an older program left it: with fewer keys, and of no version."""
    place = copied(small_base_file, "older")
    with open_base(place, write=True) as base, base.writing() as connection:
        connection.exec_driver_sql("DELETE FROM term_key WHERE kind IN ('start', 'deletion', 'fuzzy-pinyin')")
        write_meta(connection, KEYS, "0")
    return place


def found_by(base: Base, query: str) -> list[tuple[str, MatchKind]]:
    return [(hit.term.text, hit.match) for hit in look_up(base, query).hits]


def test_to_a_reader_it_answers_by_the_keys_that_it_has(older: str) -> None:
    with open_base(older, write=False) as base:
        assert found_by(base, "河湖长制") == [("河湖长制", MatchKind.EXACT)]
        assert found_by(base, "河湖长治") == []


def test_opened_to_write_it_has_all_keys(older: str) -> None:
    with open_to_write(older) as base:
        assert found_by(base, "河湖") == [("河湖长制", MatchKind.PREFIX)]
        assert found_by(base, "河湖长治") == [("河湖长制", MatchKind.FUZZY)]


def test_how_far_it_is_is_told(older: str) -> None:
    told: list[tuple[int, int]] = []
    open_to_write(older, progress=lambda _stage, done, total: told.append((done, total))).close()
    assert told == [(done, len(told)) for done in range(len(told))] != []


def test_it_is_done_once(older: str) -> None:
    open_to_write(older).close()
    with open_to_write(older) as base:
        revision = base.revision
    with open_to_write(older) as base:
        assert base.revision == revision


def test_new_and_renewed_keys_are_the_same(older: str, small_base: Path) -> None:
    everything = "SELECT k.kind, k.key, k.rank, t.text FROM term_key AS k JOIN term AS t ON t.id = k.term_id"
    with open_to_write(older) as renewed, open_base(str(small_base), write=False) as new:
        rows = []
        for base in (renewed, new):
            with base.reading() as connection:
                rows.append(sorted(map(tuple, connection.exec_driver_sql(everything))))
    assert rows[0] == rows[1]
