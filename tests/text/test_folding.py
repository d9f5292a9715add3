"""Folding makes one spelling of script, width and case, and keeps every offset."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.text.fold_source import convert_characters
from glossary.text.fold_table import SIMPLIFIED, TRADITIONAL
from glossary.text.folding import NUMPY_PAYS_FROM_CHARS, fold, folded_key, has_han, is_han, simplify

ANY_TEXT = st.text(max_size=200)
WRITTEN_TEXT = st.text(alphabet="网網格员員三无無Ａａ1１aB -—“”（）()、。\n\u3000", max_size=40)


@given(ANY_TEXT)
@example("İstanbul ẞ ﬁ Ω ſ")
@example("\ud800 lone, \x00 nothing, \U00020000 far")
def test_a_folded_text_has_as_many_characters(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_each_character_is_folded_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@given(st.text(min_size=1, max_size=50))
@example("漢字ＡＢＣ\ud800\U00020000")
def test_a_long_text_is_folded_as_a_short_one(text: str) -> None:
    times = NUMPY_PAYS_FROM_CHARS // len(text) + 1
    assert fold(text * times) == fold(text) * times


def test_nothing_folds_to_nothing() -> None:
    assert fold("") == ""


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("網格員", "网格员"),
        ("綜治中心", "综治中心"),
        ("社會治理體系", "社会治理体系"),
        ("矛盾糾紛多元化解", "矛盾纠纷多元化解"),
    ],
)
def test_traditional_and_simplified_fold_to_the_same(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified) == simplified


@pytest.mark.parametrize(
    ("full", "half"), [("ＡＰＰ", "app"), ("１２３４５", "12345"), ("（甲）：！", "(甲):!"), ("\u3000", " ")]
)
def test_full_width_folds_to_half_width(full: str, half: str) -> None:
    assert fold(full) == half


@pytest.mark.parametrize(("upper", "lower"), [("App", "app"), ("ODR", "odr"), ("ÉÜ", "éü"), ("ΩЖ", "ωж")])
def test_upper_case_folds_to_lower_case(upper: str, lower: str) -> None:
    assert fold(upper) == lower


@pytest.mark.parametrize("punctuation", "。、“”「」《》…—·")
def test_chinese_punctuation_stays(punctuation: str) -> None:
    assert fold(punctuation) == punctuation


def test_a_letter_whose_lower_case_is_longer_stays() -> None:
    assert fold("İ") == "İ"


@pytest.mark.parametrize("text", ["網格員ＡＰＰ", "Ａ級（試點）\u3000"])
def test_to_simplify_changes_the_script_alone(text: str) -> None:
    simplified = simplify(text)
    assert len(simplified) == len(text)
    assert fold(simplified) == fold(text)
    assert [b for a, b in zip(text, simplified, strict=True) if not is_han(a)] == [
        c for c in text if not is_han(c)
    ]


def test_to_simplify_keeps_case_and_width() -> None:
    assert simplify("網格員ＡＰＰ") == "网格员ＡＰＰ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("網格員", "网格员"),
        ("社管APP", "社管ａｐｐ"),
        ("“三无”船舶", "三无船舶"),
        ("专（兼）职网格员", "专兼职网格员"),
        ("横向到边、纵向到底", "横向到边纵向到底"),
        ("综治 中心", "综治中心"),
        ("  Grid-based   worker ", "grid based worker"),
        ("Café", "Cafe\u0301"),
        ("\uf90a", "金"),
    ],
    ids=[
        "script",
        "case and width",
        "quotation marks",
        "brackets",
        "commas",
        "spaces",
        "hyphens",
        "accents",
        "forms",
    ],
)
def test_spellings_of_the_same_share_a_key(one: str, other: str) -> None:
    assert folded_key(one) == folded_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("网格员", "网格化"),
        ("grid worker", "gridworker"),
        ("12345", "1234 5"),
        ("cafe", "café"),
        ("三道防线", "道防线"),
    ],
)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert folded_key(one) != folded_key(other)


def test_in_other_scripts_words_are_parted_by_one_space() -> None:
    assert folded_key("Grid-based, (part-time)\tworker") == "grid based part time worker"


def test_latin_within_chinese_stands_without_spaces() -> None:
    assert folded_key("X 光 安检") == "x光安检"


@pytest.mark.parametrize("text", ["、", "“”", "……", "——"])
def test_punctuation_alone_is_its_own_key(text: str) -> None:
    assert folded_key(text) == text


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
def test_an_empty_text_has_an_empty_key(text: str) -> None:
    assert folded_key(text) == ""


@given(WRITTEN_TEXT)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert folded_key(folded_key(text)) == folded_key(text)


@given(WRITTEN_TEXT)
def test_the_key_of_a_folded_text_is_the_key_of_the_text(text: str) -> None:
    assert folded_key(fold(text)) == folded_key(text)


@pytest.mark.parametrize("character", "网網员〇㐀\U00020000\U000323af")
def test_chinese_characters_are_known(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize("character", "aＡ1。“、あハ한 ")
def test_other_characters_are_not_chinese(character: str) -> None:
    assert not is_han(character)


def test_a_text_is_chinese_where_one_character_is() -> None:
    assert has_han("ODR平台")
    assert not has_han("ODR platform")
    assert not has_han("")


def test_the_committed_table_is_what_opencc_says() -> None:
    assert list(zip(TRADITIONAL, SIMPLIFIED, strict=True)) == convert_characters()


def test_no_character_of_the_table_has_two_simplified_ones() -> None:
    assert len(set(TRADITIONAL)) == len(TRADITIONAL)
