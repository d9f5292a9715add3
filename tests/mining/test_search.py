"""Given keys are found wherever they stand, however they are written there."""

import pytest

from glossary.mining.places import Place
from glossary.mining.search import KeySearch, find_keys
from glossary.text.folding import fold

from .conftest import make_source, make_sources


def found(text: str, *keys: str) -> dict[str, list[str]]:
    """What stands in the text where the keys are found, by key."""
    spans = KeySearch(keys).find(fold(text) + "\n")
    return {key: [text[start:end] for start, end in places] for key, places in spans.items()}


@pytest.mark.parametrize(
    ("text", "key", "written"),
    [
        ("整治“三无”船舶。", "三无船舶", "三无”船舶"),
        ("招聘专（兼）职人员", "专兼职人员", "专（兼）职人员"),
        ("公安·天网 工程", "公安天网工程", "公安·天网 工程"),
        ("使用漁港ＡＰＰ", "渔港app", "漁港ＡＰＰ"),
    ],
)
def test_script_case_width_and_inner_punctuation_do_not_matter(text: str, key: str, written: str) -> None:
    assert found(text, key) == {key: [written]}


def test_every_place_is_found_in_order() -> None:
    assert KeySearch(["海堤"]).find("海堤、渔港、海堤\n") == {"海堤": [(0, 2), (6, 8)]}


def test_keys_that_overlap_are_all_found() -> None:
    assert found("海堤巡查员", "海堤巡查", "巡查员", "巡查") == {
        "海堤巡查": ["海堤巡查"],
        "巡查员": ["巡查员"],
        "巡查": ["巡查"],
    }


def test_no_key_reaches_over_a_line() -> None:
    assert found("海堤\n巡查", "海堤巡查") == {}


def test_a_key_that_stands_nowhere_is_not_named() -> None:
    assert found("海堤巡查", "渔港") == {}


@pytest.mark.parametrize("keys", [(), ("",)])
def test_without_keys_nothing_is_found(keys: tuple[str, ...]) -> None:
    assert found("海堤", *keys) == {}


def test_a_character_beyond_the_basic_plane_does_not_shift_places() -> None:
    assert found("𠮷、海堤", "海堤", "𠮷") == {"海堤": ["海堤"], "𠮷": ["𠮷"]}


def test_half_of_a_damaged_character_is_passed_over() -> None:
    assert found("海\ud800堤", "海堤") == {"海堤": ["海\ud800堤"]}


def test_an_empty_text_holds_no_key() -> None:
    assert KeySearch(["海堤"]).find("") == {}


def test_places_name_their_source() -> None:
    places = find_keys(make_sources("渔港", "海堤，渔港"), ["渔港"])
    assert places == {"渔港": [Place(0, 0, 2), Place(1, 3, 5)]}


def test_what_is_not_kept_is_not_searched() -> None:
    source = make_source("渔港\n \n渔港")
    assert len(find_keys([source], ["渔港"])["渔港"]) == 2
    assert find_keys([make_source(" ")], ["渔港"]) == {}


@pytest.mark.parametrize("text", ["Smart City项目", "建设smart-city", "smart  city"])
def test_words_in_latin_letters_are_found_whatever_parts_them(text: str) -> None:
    assert KeySearch({"smart city"}).find(fold(text)).keys() == {"smart city"}


@pytest.mark.parametrize("text", ["maintain", "happyai", "ai2"])
def test_a_word_in_latin_letters_is_not_found_within_another(text: str) -> None:
    assert KeySearch({"ai"}).find(text) == {}


def test_a_blank_between_letters_and_characters_parts_nothing() -> None:
    assert KeySearch({"5g基站"}).find("建设5g 基站") == {"5g基站": [(2, 7)]}
