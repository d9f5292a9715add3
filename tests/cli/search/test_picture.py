"""The picture in docs/search.md can be drawn again, and shows what the page says of it."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "docs" / "draw_search.py"


@pytest.mark.slow
def test_the_picture_shows_hits_the_chosen_one_and_what_was_copied() -> None:
    svg = runpy.run_path(str(SCRIPT))["draw"]().replace("&#160;", " ")
    assert all(told in svg for told in ("网格员", "grid worker", "preferred", "copied"))
