"""Where nothing is found it says what to do, and it is noted once, when one confirms or leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from screens import words

from glossary.services.lookup.requests import list_requests
from glossary.store.database import Base, open_base

from .conftest import Sit


@pytest.fixture
def mined(mined_base: Path) -> Iterator[Base]:
    with open_base(str(mined_base), write=False, busy_timeout_seconds=0) as opened:
        yield opened


def asked_in_vain(base: Base) -> list[tuple[str, int]]:
    return [(one.query, one.count) for one in list_requests(base)]


def test_it_says_what_else_could_be_tried_and_how_to_add_the_term(sit: Sit) -> None:
    text = sit(words("上海")).text
    assert "nothing found for 上海" in text
    assert "`glossary add 上海 ENGLISH`" in text


def test_english_is_to_be_added_to_a_chinese_term(sit: Sit) -> None:
    text = " ".join(sit(words("zzqq")).text.split())
    assert '`glossary add CHINESE "zzqq"` makes it a rendering' in text


def test_the_terms_in_a_phrase_are_shown_with_what_to_write(sit: Sit) -> None:
    assert "in it: 绿道  ✓ greenway" in sit(words("沿河绿道")).text


def test_a_mined_string_of_that_name_is_shown(sit: Sit, mined: Base) -> None:
    text = sit(words("堤防管理站"), on=mined).text
    assert "堤防管理站 was mined 10 times, and is no term yet" in text
    assert "`glossary accept 堤防管理站 ENGLISH`" in text


def test_typing_alone_is_not_noted(sit: Sit, base: Base) -> None:
    sit(words("上海"), "ctrl+u", words("绿道"), "escape", logs=True)
    assert asked_in_vain(base) == []


def test_leaving_notes_what_was_not_found(sit: Sit, base: Base) -> None:
    sit(words("上海"), "escape", logs=True)
    assert asked_in_vain(base) == [("上海", 1)]


def test_enter_notes_it_and_says_so_but_once(sit: Sit, base: Base) -> None:
    seen = sit(words("上海"), "enter", "enter", "escape", logs=True)
    assert asked_in_vain(base) == [("上海", 1)]
    assert "`glossary requests`" in seen.text


def test_nothing_is_noted_where_queries_are_confidential(sit: Sit, base: Base) -> None:
    seen = sit(words("上海"), "enter", "escape", logs=False)
    assert asked_in_vain(base) == []
    assert "noted" not in seen.text
