"""What counts as a known term in a text."""

import pytest

from glossary.recognition.automaton import build_automaton
from glossary.recognition.entries import Entry
from glossary.recognition.finding import Occurrence, find_terms
from glossary.text.folding import folded_key

KNOWN = (
    "网格员",
    "网格",
    "三无船舶",
    "“两违”整治",
    "社管App",
    "App",
    "党委、政府",
    "COVID-19",
    "people's court",
    "网",
)
EXACT = ("SkyNet",)


def find(text: str, *, nested: bool = False) -> list[str]:
    entries = [Entry(folded_key(term), term, term in EXACT) for term in (*KNOWN, *EXACT)]
    found = find_terms(text, build_automaton(entries), nested=nested)
    return [text[one.start : one.end] for one in found]


def test_an_occurrence_says_where_it_stands_and_under_which_key_the_term_is_known() -> None:
    automaton = build_automaton([Entry("网格员", "网格员")])

    assert find_terms("𠀀问網格員", automaton) == [Occurrence(2, 5, "网格员")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("网格员和网格", ["网格员", "网格"]),
        ("網格員", ["網格員"]),
        ("社管ＡＰＰ", ["社管ＡＰＰ"]),
        ("社管 app", ["社管 app"]),
        ("COVID‑19和covid 19", ["COVID‑19", "covid 19"]),
        ("People’s Court", ["People’s Court"]),
        ("党委、政府，党委政府", ["党委、政府", "党委政府"]),
        ("党委。政府", []),
        ("网格\n员", ["网格"]),
        ("网\u200b格员", ["网\u200b格员"]),
    ],
)
def test_script_width_case_and_marks_are_free(text: str, found: list[str]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“三无”船舶", "“三无”船舶"),
        ("「三無」船舶", "「三無」船舶"),
        ("查“三无船舶”等", "三无船舶"),
        ("两违整治", "两违整治"),
        ('"两违"整治', '两违"整治'),
    ],
)
def test_quotation_marks_may_stand_inside_or_be_left_out(text: str, found: str) -> None:
    assert find(text) == [found]


@pytest.mark.parametrize("text", ["WhatsApp", "Apps", "App2", "snapp社管Apple", "éapp"])
def test_a_latin_term_is_no_part_of_a_word(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize("text", ["用App看", "App", "“App”", "the app, which", "App's"])
def test_a_latin_term_may_stand_beside_anything_else(text: str) -> None:
    assert [one.lower() for one in find(text)] == ["app"]


def test_a_term_whose_case_matters_is_found_in_its_case_alone() -> None:
    assert find("skynet SkyNet SKYNET ＳｋｙＮｅｔ") == ["SkyNet", "ＳｋｙＮｅｔ"]


def test_what_does_not_count_makes_room_for_a_shorter_term() -> None:
    entries = [Entry("天网skynet", "天网SkyNet", exact=True), Entry("天网", "天网")]

    found = find_terms("天网skynet", build_automaton(entries))

    assert found == [Occurrence(0, 2, "天网")]


def test_nested_terms_follow_the_one_that_they_stand_in() -> None:
    assert find("网格员", nested=True) == ["网格员", "网格"]


def test_a_term_of_one_character_is_left_out() -> None:
    assert find_terms("网", build_automaton([Entry("网", "网"), Entry("网", "“网”")])) == []


@pytest.mark.parametrize("text", ["", "\n\n", "no Chinese here", "\ud800网\udfff格", "\x00\x01", "！？。"])
def test_odd_texts_hold_nothing(text: str) -> None:
    assert find(text) == []


def test_no_known_term_finds_nothing() -> None:
    assert find_terms("网格员", build_automaton([])) == []
    assert find_terms("网格员", build_automaton([Entry("!", "!!")])) == []
