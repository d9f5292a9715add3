"""By what a term is found: its keys, made when it is written."""

import pytest

from glossary.lookup.keys import MAX_READINGS, key_concept, key_term, parts
from glossary.model import Concept, KeyKind, Rendering, Term


def keys_of(term: Term, kind: KeyKind) -> list[str]:
    return [key.key for key in key_term(term).keys if key.kind is kind]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("河长制", "河长制"),
        ("河長制", "河长制"),
        ("“两无”竹筏", "两无竹筏"),
        ("专(兼)职河长", "专兼职河长"),
        ("ＡＰＰ端", "app端"),
        ("App 端", "app端"),
        ("PPP", "ppp"),
    ],
)
def test_the_folded_spelling_has_no_script_width_case_or_punctuation(text: str, folded: str) -> None:
    keyed = key_term(Term(text=text))
    assert keyed.folded == folded
    assert keys_of(Term(text=text), KeyKind.FOLDED) == [folded]


def test_two_to_four_characters_of_the_folded_spelling_find_what_is_inside() -> None:
    expected = ["两无", "无竹", "竹筏", "两无竹", "无竹筏", "两无竹筏"]
    assert keys_of(Term(text="“两无”竹筏"), KeyKind.PART) == expected


def test_a_repeated_part_is_one_key() -> None:
    assert keys_of(Term(text="网网网"), KeyKind.PART) == ["网网", "网网网"]


def test_one_character_has_no_pair() -> None:
    assert list(parts("网", 2)) == []


def test_the_shown_reading_has_tone_marks_and_blanks() -> None:
    assert key_term(Term(text="河长制")).reading == "hé zhǎng zhì"


def test_pinyin_keys_are_toned_and_toneless() -> None:
    assert keys_of(Term(text="绿道"), KeyKind.TONED)[0] == "lv4da4o"
    assert keys_of(Term(text="绿道"), KeyKind.PINYIN)[0] == "lvdao"


def test_every_reading_of_a_polyphone_is_a_key_the_usual_one_first() -> None:
    assert keys_of(Term(text="河长制"), KeyKind.PINYIN) == ["hezhangzhi", "hechangzhi"]


def test_initials_are_those_of_every_reading() -> None:
    assert keys_of(Term(text="河长制"), KeyKind.INITIALS) == ["hzz", "hcz"]


def test_each_character_of_a_long_term_can_be_read_in_its_other_way() -> None:
    keys = keys_of(Term(text="长兴县重点行业调解和处置办公室"), KeyKind.PINYIN)
    usual = "changxingxianzhongdianhangyetiaojiehechuzhibangongshi"
    assert keys[0] == usual
    assert usual.replace("changxing", "zhangxing") in keys
    assert usual.replace("hangye", "xingye") in keys
    assert len(keys_of(Term(text="长兴县重点行业调解和处置办公室"), KeyKind.TONED)) == MAX_READINGS


def test_a_corrected_reading_is_the_only_one() -> None:
    corrected = Term(text="六安茶", reading="lù ān chá")
    assert key_term(corrected).reading == "lù ān chá"
    assert keys_of(corrected, KeyKind.PINYIN) == ["luancha"]
    assert keys_of(corrected, KeyKind.TONED) == ["lu4a1ncha2"]
    assert keys_of(corrected, KeyKind.INITIALS) == ["lac"]


def test_letters_inside_a_chinese_term_are_part_of_its_pinyin() -> None:
    assert keys_of(Term(text="APP端"), KeyKind.PINYIN) == ["appduan"]


def test_a_rendering_is_found_by_its_words_without_their_endings() -> None:
    rendering = Rendering(text="Grid workers' offices")
    assert key_term(rendering).folded == "grid workers offices"
    assert keys_of(rendering, KeyKind.WORD) == ["grid", "worker", "offic"]


def test_a_rendering_has_no_reading() -> None:
    assert key_term(Rendering(text="grid worker")).reading == ""
    assert keys_of(Rendering(text="grid worker"), KeyKind.PINYIN) == []


def test_a_chinese_term_in_letters_alone_is_found_by_its_words() -> None:
    assert keys_of(Term(text="PPP"), KeyKind.WORD) == ["ppp"]


def test_a_concept_is_keyed_term_by_term_and_then_rendering_by_rendering() -> None:
    concept = Concept(
        id="caaaaaaa",
        terms=(Term(text="绿道"), Term(text="步道")),
        renderings=(Rendering(text="greenway"),),
    )
    assert [keyed.folded for keyed in key_concept(concept).keyed] == ["绿道", "步道", "greenway"]


def test_the_first_characters_are_keys_but_not_the_whole() -> None:
    assert keys_of(Term(text="河长制"), KeyKind.START) == ["河", "河长"]
    assert keys_of(Term(text="河长制办公室"), KeyKind.START) == ["河", "河长", "河长制", "河长制办"]


def test_of_a_term_that_begins_with_letters_more_characters_are_keys() -> None:
    assert keys_of(Term(text="12345热线"), KeyKind.START)[-1] == "12345热"
    assert keys_of(Term(text="PPP"), KeyKind.START) == ["p", "pp"]


def test_a_rendering_is_not_found_by_how_it_begins() -> None:
    assert keys_of(Rendering(text="grid"), KeyKind.START) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("综合治理中心", ["综治中", "综治中心"]),
        ("综合治理", ["综治", "综治理"]),
        ("市场监督管理局", ["市监管", "市监管理局", "市监局"]),
        ("居民委员会", ["居委", "居委员会", "居委会"]),
        ("发展和改革委员会", ["发改委", "发改委员会", "发改会"]),
        ("网格员", []),
        ("綜合治理中心", ["综治中", "综治中心"]),
    ],
)
def test_a_long_term_can_be_shortened_to_the_first_characters_of_its_words(
    text: str, short: list[str]
) -> None:
    assert keys_of(Term(text=text), KeyKind.ABBREVIATION) == short


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("integrated governance center", ["igc"]),
        ("People's Bank of China", ["pbc"]),
        ("grid worker", []),
        ("the end of it", []),
    ],
)
def test_three_words_and_more_make_an_acronym(text: str, acronym: list[str]) -> None:
    assert keys_of(Rendering(text=text), KeyKind.ABBREVIATION) == acronym


def test_what_is_left_when_one_character_is_lost_is_a_key_of_terms_of_three_and_more() -> None:
    assert keys_of(Term(text="网格员"), KeyKind.DELETION) == ["格员", "网员", "网格"]
    assert keys_of(Term(text="网格"), KeyKind.DELETION) == []
    assert keys_of(Term(text="网" * 40), KeyKind.DELETION) == []


def test_confused_sounds_are_one_key() -> None:
    assert keys_of(Term(text="上海"), KeyKind.FUZZY_PINYIN) == ["sanhai"]
    assert keys_of(Term(text="六安茶", reading="lù ān chá"), KeyKind.FUZZY_PINYIN) == ["luanca"]


def test_words_that_say_nothing_are_no_keys_unless_there_are_no_others() -> None:
    assert keys_of(Rendering(text="the office of the grid"), KeyKind.WORD) == ["offic", "grid"]
    assert keys_of(Rendering(text="Of the"), KeyKind.WORD) == ["of", "th"]


def test_either_spelling_and_any_form_give_the_same_words() -> None:
    ways = ("program centre", "programmes centers", "Programs' center")
    assert len({tuple(keys_of(Rendering(text=text), KeyKind.WORD)) for text in ways}) == 1
