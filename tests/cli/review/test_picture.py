"""The picture in docs/review.md can be drawn again, and shows what the page says of it."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "docs" / "draw_review.py"


@pytest.mark.slow
def test_the_picture_shows_proposals_contexts_and_similar_concepts() -> None:
    svg = runpy.run_path(str(SCRIPT))["draw"]().replace("&#160;", " ")
    assert "31 of 200" in svg
    assert all(heading in svg for heading in ("proposed", "in context", "【", "similar concepts"))
