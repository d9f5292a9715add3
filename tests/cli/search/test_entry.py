"""The screen of one concept."""

import pytest
from screens import words

from .conftest import LOOK, WIDE, Sit

pytestmark = pytest.mark.slow


def test_tab_opens_the_concept_with_all_that_is_known(sit: Sit) -> None:
    text = sit(words("绿道"), "tab", size=WIDE).text
    for told in (
        "供步行和骑行的绿色通道。",
        "a path through parks",
        "› ✓ greenway",
        "Office of Greenways, “Greenways on foot”, 2023-05 (official)",
        "https://example.org/greenways",
        "Lakeside Post, 2019 (media)",
        "green path  deprecated: write greenway",
        "Word for word.",
        "note: Never for a row of street trees.",
        "綠色步道  admitted, variant",
        "Related",
        "河湖长制  river and lake chief system  cchiefsy",
    ):
        assert told in text


def test_relations_that_lead_here_are_told_too(sit: Sit) -> None:
    assert "绿道  greenway  cgreenwa" in sit(words("河湖长制"), "tab", size=WIDE).text


def test_escape_goes_back_to_what_was_typed(sit: Sit) -> None:
    seen = sit(words("绿道"), "tab", "escape")
    assert "绿道" in seen.lines[0]
    assert not seen.has_ended


def test_enter_copies_the_chosen_rendering(sit: Sit) -> None:
    seen = sit(words("河湖长制"), "tab", "down", "enter")
    assert seen.clipboard == "river chief system"


def test_ctrl_r_copies_it_with_its_source(sit: Sit) -> None:
    seen = sit(words("河湖长制"), "tab", "down", "ctrl+r")
    assert seen.clipboard == "river chief system (Lakeside Post, 2019)"


@pytest.mark.parametrize("key", ["enter", "ctrl+r"])
def test_a_deprecated_rendering_is_not_copied_but_told_what_to_write(sit: Sit, key: str) -> None:
    seen = sit(words("绿道"), "tab", "down", key)
    assert seen.taken == ()
    assert "not copied: green path is deprecated: write greenway" in seen.text


def test_a_concept_without_renderings_copies_nothing(sit: Sit) -> None:
    seen = sit(words("四水同治"), "tab", "enter")
    assert seen.taken == ()
    assert "`glossary add 四水同治 ENGLISH`" in seen.text


def test_a_long_concept_scrolls(sit: Sit) -> None:
    above, below = sit(words("绿道"), "tab", LOOK, "pagedown", LOOK, size=(80, 14)).looks
    assert "绿道" in above.text.splitlines()[0]
    assert "绿道" not in below.text.splitlines()[0]


def test_ctrl_c_leaves_from_there_too(sit: Sit) -> None:
    seen = sit(words("绿道"), "tab", "ctrl+c")
    assert (seen.has_ended, seen.code) == (True, 130)
