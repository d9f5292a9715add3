"""What is wrong with a query or with the base stands on the screen, and one goes on."""

import pytest
from screens import words

from glossary.cli.search.asking import Asker, Entry, Question
from glossary.errors import BaseError, NotFound
from glossary.model import Answer
from glossary.store.database import Base

from .conftest import LOOK, Pasted, Sit

pytestmark = pytest.mark.slow


class Troubled(Asker):
    """Asks a base that cannot be used, until it is mended."""

    is_broken = True

    def look_up(self, question: Question) -> Answer:
        if self.is_broken:
            raise BaseError("terms.db: another program is writing to it; try again")
        return super().look_up(question)

    def open(self, id: str) -> Entry:
        raise NotFound(f"there is no concept {id!r}")

    def mend(self) -> None:
        self.is_broken = False


@pytest.fixture
def troubled(base: Base) -> Troubled:
    return Troubled(base)


def test_a_base_that_cannot_be_read_is_told(sit: Sit, troubled: Troubled) -> None:
    seen = sit(words("绿道"), asker=troubled)
    assert "another program is writing to it" in seen.text
    assert not seen.has_ended


def test_enter_asks_again_and_copies_when_the_base_is_back(sit: Sit, troubled: Troubled) -> None:
    seen = sit(words("绿道"), "enter", LOOK, troubled.mend, "enter", asker=troubled)
    assert (seen.looks[0].clipboard, seen.clipboard) == ("", "greenway")
    assert "another program" not in seen.text


def test_a_concept_that_went_meanwhile_is_told(sit: Sit, troubled: Troubled) -> None:
    troubled.mend()
    seen = sit(words("绿道"), "tab", asker=troubled)
    assert "there is no concept 'cgreenwa'" in seen.text


def test_a_query_too_long_to_be_a_term_says_so(sit: Sit) -> None:
    assert "the query has 10000 characters" in sit(Pasted("网" * 10_000)).text


@pytest.mark.parametrize("query", ["%_*?[](){}", "'; drop table term; --", "😀", "\u200b", "\\"])
def test_odd_characters_are_a_query_like_any_other(sit: Sit, query: str) -> None:
    assert not sit(Pasted(query)).has_ended


def test_half_a_surrogate_pair_is_told(sit: Sit) -> None:
    assert "half a surrogate pair" in sit(Pasted("\ud800绿")).text
