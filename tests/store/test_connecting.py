"""How a file is opened as a base."""

from pathlib import Path

from glossary.store.connecting import MOST_UNWRITTEN_PAGES, connect


def test_a_huge_transaction_goes_to_the_file_rather_than_fill_the_memory(tmp_path: Path) -> None:
    connection = connect(tmp_path / "terms.db", mode="rwc")
    (most_pages,) = connection.execute("PRAGMA cache_spill").fetchone()
    connection.close()

    assert most_pages == MOST_UNWRITTEN_PAGES
