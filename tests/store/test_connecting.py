"""How a file is opened as a base."""

from pathlib import Path

from glossary.store.connecting import MOST_CACHED_KIB, connect

PAGE_KIB = 4
MOST_PAGES = MOST_CACHED_KIB // PAGE_KIB


def test_a_huge_transaction_goes_to_the_file_rather_than_fill_the_memory(tmp_path: Path) -> None:
    connection = connect(tmp_path / "terms.db", mode="rwc")
    (most_pages,) = connection.execute("PRAGMA cache_spill").fetchone()
    connection.close()

    assert 0 < most_pages <= MOST_PAGES
