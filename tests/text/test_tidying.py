"""Terms without what nobody sees."""

import pytest

from glossary.text.tidying import tidy


@pytest.mark.parametrize(
    ("copied", "read"),
    [
        ("\ufeff网\u200b格员", "网格员"),
        ("grid\u00a0 work\u00ader\n", "grid worker"),
        ("网格\u3000员", "网格 员"),
        ("กริด\u200dx", "กริด\u200dx"),
    ],
    ids=["marks", "blanks", "wide blank", "a joiner that shapes letters"],
)
def test_a_term_is_kept_as_it_reads(copied: str, read: str) -> None:
    assert tidy(copied) == read
