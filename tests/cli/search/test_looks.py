"""Everything can be read and used at 80×24, in less, and without colour."""

import pytest
from rich.cells import cell_len
from screens import words

from glossary.cli.search.drawing import draw_rendering
from glossary.model import Rendering, Status

from .conftest import LOOK, NARROW, WIDE, Seen, Sit

KEYS_AT_FOOT = ("↑ ↓ choose", "Enter copies", "Ctrl-R with source", "Tab opens", "Esc leaves")

pytestmark = pytest.mark.slow


def fills(seen: Seen, size: tuple[int, int]) -> bool:
    return len(seen.lines) == size[1] and {cell_len(line) for line in seen.lines} == {size[0]}


@pytest.mark.parametrize("size", [NARROW, WIDE, (40, 12), (24, 8)])
def test_every_line_fills_the_screen_exactly(sit: Sit, size: tuple[int, int]) -> None:
    found, entry = sit(words("绿道"), LOOK, "tab", LOOK, size=size).looks
    assert fills(found, size)
    assert fills(entry, size)


def test_hits_status_source_and_keys_are_in_sight_at_80_by_24(sit: Sit) -> None:
    seen = sit(words("绿道"))
    assert all(key in seen.lines[-1] for key in KEYS_AT_FOOT)
    assert "› 绿道  ✓ greenway" in seen.text
    assert "Office of Greenways, “Greenways on foot”, 2023-05 (official); and 1 more" in seen.text


def test_why_a_hit_was_found_and_where_it_holds_stands_beside_it(sit: Sit) -> None:
    assert "found by its initials" in sit(words("ld")).lines[2]
    assert "Cloud Hills" in sit(words("四水同治")).lines[2]


def test_what_is_not_to_be_written_is_marked_and_crossed_out(sit: Sit) -> None:
    seen = sit(words("绿道"))
    assert "✗ green path  deprecated: write greenway" in seen.text
    assert "✗ green road  forbidden: write greenway" in seen.text
    (line,) = draw_rendering(Rendering(text="green road", status=Status.FORBIDDEN), NARROW[0])
    assert any("strike" in str(span.style) for span in line.spans)


def test_a_gap_is_said(sit: Sit) -> None:
    assert "gap: no publisher is on record" in sit(words("竹筏")).text


def test_in_forty_columns_the_rendering_is_still_there(sit: Sit) -> None:
    assert "✓ greenway" in sit(words("绿道"), size=(40, 12)).lines[2]


def test_without_colour_nothing_is_lost(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    seen = sit(words("绿道"))
    assert "› 绿道  ✓ greenway" in seen.text
    assert "✗ green path" in seen.text
