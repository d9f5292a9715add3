"""Everything can be read and used at 80×24 and without colour."""

from pathlib import Path

import pytest
from review_base import TERMS, write_review_base
from rich.cells import cell_len, set_cell_size
from screens import words

from glossary.cli.cells import clip, clip_left, pad, pad_left, wrap
from glossary.store.database import open_base

from .conftest import LOOK, NARROW, WIDE, Seen, Sit, widths

KEYS_AT_FOOT = ("a accept", "1-5 choose", "e edit", "r reject", "d defer", "u undo", "? help", "q quit")


def keywords_stand_at(seen: Seen) -> set[int]:
    """The columns at which the marked keyword begins in the contexts."""
    return {cell_len(line.partition("【")[0]) for line in seen.lines if "【" in line}


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, WIDE, (60, 15)])
def test_every_line_fills_the_screen_exactly(sit: Sit, size: tuple[int, int]) -> None:
    seen = sit(size=size)
    assert (len(seen.lines), widths(seen)) == (size[1], {size[0]})


def test_the_whole_of_a_decision_is_in_sight_at_80_by_24(sit: Sit) -> None:
    text = sit().text
    assert "网格员  wǎng gé yuán" in text
    assert "› 1 grid worker" in text
    assert "网格 grid" in text
    assert "【网格员】" in text
    assert "similar concepts" in text
    assert all(key in text for key in KEYS_AT_FOOT)


def test_the_keyword_stands_in_brackets_in_one_column(sit: Sit) -> None:
    assert len(keywords_stand_at(sit())) == 1


@pytest.mark.slow
def test_every_window_is_wholly_inside_the_small_screen(sit: Sit) -> None:
    windows = ("e", "v", "r", "d", "m", "/", "?")
    looks = sit(*(key for window in windows for key in (window, LOOK, "escape"))).looks
    assert {len(look.lines) for look in looks} == {24}
    assert set().union(*map(widths, looks)) == {80}
    assert all("Esc" in look.text for look in looks)


def test_all_fields_of_the_form_are_in_sight_and_a_context_too(sit: Sit) -> None:
    text = sit("e").text
    fields = ("English", "status", "instead", "publisher", "title", "date", "url", "tier", "note", "reason")
    assert all(field in text for field in fields)
    assert "【网格员】" in text


@pytest.mark.slow
def test_a_wide_screen_lists_the_sitting_beside_the_card(sit: Sit) -> None:
    seen = sit("r", "1", "a", size=WIDE)
    listed = [set_cell_size(line, 26).strip() for line in seen.lines[1 : len(TERMS) + 1]]
    assert listed[:3] == ["✗ 网格员", "✓ 绿道", "›  四水同治"]


@pytest.mark.slow
def test_the_features_are_told_with_what_they_mean(sit: Sit) -> None:
    text = sit(size=WIDE).text
    assert "Freedom" in text
    assert "a fragment has fixed" in text
    assert "low in freedom 0.35" in text


@pytest.mark.slow
def test_o_opens_the_contexts_with_where_they_are_from(sit: Sit) -> None:
    seen = sit("o", LOOK, "o")
    assert "— 湖边的一天, 湖边报, 2024" in seen.looks[0].text
    assert "【网格员】" in seen.looks[0].text
    assert "similar concepts" in seen.text


@pytest.mark.parametrize("size", [NARROW, pytest.param(WIDE, marks=pytest.mark.slow)])
def test_contexts_of_a_sample_text_are_marked(sit: Sit, tmp_path: Path, size: tuple[int, int]) -> None:
    path = write_review_base(tmp_path / "samples.db", sample_of=TERMS)
    with open_base(str(path), write=True) as base:
        seen = sit(LOOK, "e", LOOK, "escape", "o", LOOK, size=size, on=base)
    assert ["(sample text)" in look.text for look in seen.looks] == [True, True, True]
    assert "in context (sample text)" in seen.looks[0].text


@pytest.mark.slow
def test_a_state_is_a_word(sit: Sit) -> None:
    seen = sit(LOOK, "d", "enter", "p")
    assert "not decided · rank 1" in seen.looks[0].text
    assert "put off · rank 1" in seen.text


@pytest.fixture
def without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.slow
@pytest.mark.usefixtures("without_colour")
def test_without_colour_everything_is_marked_by_signs(sit: Sit) -> None:
    seen = sit(LOOK, "v", words("grid"))
    assert "【网格员】" in seen.looks[0].text
    assert "› 1 grid worker" in seen.looks[0].text
    assert "› 网格" in seen.text


@pytest.mark.slow
def test_what_does_not_fit_says_that_there_is_more(sit: Sit) -> None:
    assert "PgDn for more" in sit(size=(80, 16)).text
    assert "PgDn for more" not in sit(size=WIDE).text


@pytest.mark.slow
def test_the_card_scrolls(sit: Sit) -> None:
    before, below, after = sit(LOOK, "pagedown", LOOK, "pageup", LOOK, size=(80, 16)).looks
    assert ["rank 1" in look.text for look in (before, below, after)] == [True, False, True]


@pytest.mark.parametrize("columns", [0, 1, 2, 5, 9, 40])
@pytest.mark.parametrize("text", ["", "grid worker", "网格员与网格长", "a网b格c员"])
def test_cut_and_padded_texts_are_as_wide_as_they_should_be(text: str, columns: int) -> None:
    assert cell_len(clip(text, columns)) <= columns
    assert cell_len(clip_left(text, columns)) <= columns
    assert cell_len(pad(text, columns)) == columns
    assert cell_len(pad_left(text, columns)) == columns


def test_wrapping_loses_nothing_but_blanks() -> None:
    text = "社会管理信息化平台 is a platform for 社会治理 in all of its forms"
    lines = wrap(text, 20)
    assert all(cell_len(line) <= 20 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
