"""What one types is answered; what one copies is what should be written."""

from pathlib import Path
from threading import Event

import pytest
from conftest import write_base
from screens import words

from glossary.cli.search.asking import Asker, Question
from glossary.model import Answer, Concept, Term
from glossary.store.database import Base, open_base

from .conftest import LOOK, Pasted, Sit


def test_before_anything_is_typed_it_says_what_can_be(sit: Sit) -> None:
    text = sit().text
    assert "Type Chinese in either script" in text
    assert "Enter copies" in text


@pytest.mark.parametrize("query", ["绿道", "綠道", "lvdao", "ld", "greenway"])
def test_each_kind_of_query_is_answered_while_one_types(sit: Sit, query: str) -> None:
    assert "› 绿道  ✓ greenway" in sit(words(query)).text


def test_pasted_text_is_looked_up_without_the_blanks_around_it(sit: Sit) -> None:
    assert "✓ greenway" in sit(Pasted("  绿道 \n")).text


def test_of_pasted_lines_the_first_that_is_not_empty_counts(sit: Sit) -> None:
    assert "✓ greenway" in sit(Pasted("\n绿道\n河长制")).text


def test_an_emptied_line_is_the_start_again(sit: Sit) -> None:
    assert "Type Chinese" in sit(words("绿道"), "ctrl+u").text


def test_enter_copies_what_to_write_and_says_so(sit: Sit) -> None:
    seen = sit(words("绿道"), "enter")
    assert seen.clipboard == "greenway"
    assert "copied: greenway" in seen.text


def test_enter_copies_the_rendering_of_the_short_form_for_the_short_form(sit: Sit) -> None:
    assert sit(words("河长制"), "enter").clipboard == "river chief system"


@pytest.mark.parametrize("english", ["green path", "green road"])
def test_who_types_an_english_to_be_avoided_copies_what_to_write_instead(sit: Sit, english: str) -> None:
    seen = sit(words(english), "enter")
    assert seen.clipboard == "greenway"
    assert f"✗ {english}" in seen.text
    assert "write greenway" in seen.text


def test_ctrl_r_copies_with_the_source(sit: Sit) -> None:
    told = "greenway (Office of Greenways, “Greenways on foot”, 2023-05, https://example.org/greenways)"
    assert sit(words("绿道"), "ctrl+r").clipboard == told


def test_after_copying_the_next_query_takes_the_place_of_the_last(sit: Sit) -> None:
    seen = sit(words("绿道"), "enter", words("河长制"), "enter")
    assert seen.taken == ("greenway", "river chief system")


def test_what_is_copied_twice_is_taken_away_once(sit: Sit) -> None:
    assert sit(words("绿道"), "enter", "enter").taken == ("greenway",)


def test_a_term_that_nobody_has_rendered_copies_nothing_and_says_what_to_do(sit: Sit) -> None:
    seen = sit(words("四水同治"), "enter")
    assert seen.taken == ()
    assert "`glossary add 四水同治 ENGLISH`" in seen.text


def test_a_proposed_rendering_can_be_copied_and_is_marked(sit: Sit) -> None:
    seen = sit(words("竹筏"), LOOK, "enter")
    assert "? unmarked bamboo raft" in seen.looks[0].text
    assert seen.clipboard == "unmarked bamboo raft"


def test_arrows_choose_among_the_hits(sit: Sit) -> None:
    seen = sit(words("四水同治"), "down", "enter")
    assert seen.clipboard == "joint care of the four waters"


def test_a_text_beside_puts_the_sense_first_that_fits_it(sit: Sit, tmp_path: Path) -> None:
    senses = [
        Concept(id=id, scope=scope, terms=(Term(text="三级联动"),))
        for id, scope in (("cccccccc", "南宁"), ("cddddddd", "海南"))
    ]
    with open_base(str(write_base(tmp_path / "senses.db", senses)), write=False) as base:
        first = [
            sit(words("三级联动"), on=base, beside=text).lines[2] for text in ("海南的做法", "南宁的做法")
        ]
    assert ["海南" in first[0], "南宁" in first[1]] == [True, True]


def test_escape_leaves_with_0_and_ctrl_c_with_130(sit: Sit) -> None:
    left, stopped = sit("escape"), sit(words("绿道"), "ctrl+c")
    assert (left.has_ended, left.code) == (True, 0)
    assert (stopped.has_ended, stopped.code) == (True, 130)


class Gate(Asker):
    """Answers only when it is let; remembers what it was asked."""

    def __init__(self, base: Base) -> None:
        super().__init__(base)
        self.asked: list[str] = []
        self.opened = Event()

    def look_up(self, question: Question) -> Answer:
        self.asked.append(question.query)
        self.opened.wait()
        return super().look_up(question)


def test_a_slow_base_does_not_hold_up_typing_and_overtaken_queries_are_not_asked(
    sit: Sit, base: Base
) -> None:
    gate = Gate(base)
    seen = sit(words("lvdao"), LOOK, gate.opened.set, asker=gate, at_once=True)
    assert "lvdao" in seen.looks[0].lines[0]
    assert gate.asked == ["l", "lvdao"]
    assert "✓ greenway" in seen.text


def test_enter_before_the_answer_copies_when_it_comes(sit: Sit, base: Base) -> None:
    gate = Gate(base)
    seen = sit(words("lvdao"), "enter", LOOK, gate.opened.set, asker=gate, at_once=True)
    assert (seen.looks[0].clipboard, seen.clipboard) == ("", "greenway")


def test_what_was_to_be_copied_of_one_query_is_not_copied_of_the_next(sit: Sit, base: Base) -> None:
    gate = Gate(base)
    seen = sit(words("lvdao"), "enter", words("xx"), gate.opened.set, asker=gate, at_once=True)
    assert seen.taken == ()


def test_more_hits_are_read_when_the_last_one_in_sight_is_passed(sit: Sit, many_terms: Base) -> None:
    asked: list[int] = []

    class Counting(Asker):
        def look_up(self, question: Question) -> Answer:
            asked.append(question.limit)
            return super().look_up(question)

    seen = sit("网", *["down"] * 4, size=(80, 12), asker=Counting(many_terms))
    assert asked[0] == 3
    assert asked[-1] > 3
    assert any(line.startswith(" › ") for line in seen.lines)
