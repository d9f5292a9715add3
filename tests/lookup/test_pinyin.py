"""Pinyin has one spelling, however it was typed."""

import pytest

from glossary.lookup.pinyin import drop_tones, has_tones, normalize_pinyin


@pytest.mark.parametrize(
    "typed",
    [
        "wǎng gé yuán",
        "Wǎng Gé Yuán",
        "wǎnggéyuán",
        "wa\u030cngge\u0301yua\u0301n",
        "wang3 ge2 yuan2",
        "wang3ge2yuan2",
        "WANG3GE2YUAN2",
        "wang3-ge2-yuan2",
        "  wǎng   gé yuán ",
    ],
)
def test_tones_as_marks_and_as_numbers_are_one_spelling(typed: str) -> None:
    assert normalize_pinyin(typed) == "wa3ngge2yua2n"


@pytest.mark.parametrize(
    "typed", ["wanggeyuan", "wang ge yuan", "Wang Ge Yuan", "wang-ge-yuan", "wang·ge·yuan"]
)
def test_without_tones_only_the_letters_stay(typed: str) -> None:
    assert normalize_pinyin(typed) == "wanggeyuan"


@pytest.mark.parametrize("typed", ["xi'an", "xi’an", "xi an", "Xi'An"])
def test_an_apostrophe_between_syllables_does_not_count(typed: str) -> None:
    assert normalize_pinyin(typed) == "xian"


@pytest.mark.parametrize(
    "typed", ["lǜ dào", "lv4 dao4", "lü4 dao4", "lu:4 dao4", "LÜ4DAO4", "lu\u0308\u0300 dào", "lü\u0300 dào"]
)
def test_umlaut_u_is_written_v_however_it_was_typed(typed: str) -> None:
    assert normalize_pinyin(typed) == "lv4da4o"


@pytest.mark.parametrize("typed", ["lüdao", "lvdao", "lu:dao", "Lü Dao"])
def test_umlaut_u_is_written_v_without_tones_too(typed: str) -> None:
    assert normalize_pinyin(typed) == "lvdao"


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("liu2", "liú"),
        ("gui4", "guì"),
        ("xiong2", "xióng"),
        ("dou4", "dòu"),
        ("jiao1", "jiāo"),
        ("nve4", "nüè"),
        ("shi4", "shì"),
        ("er2", "ér"),
    ],
)
def test_a_number_goes_where_the_mark_would_stand(numbered: str, marked: str) -> None:
    assert normalize_pinyin(numbered) == normalize_pinyin(marked)


@pytest.mark.parametrize("typed", ["dui4 wu5", "duì wu", "dui4wu"])
def test_the_neutral_tone_is_not_written(typed: str) -> None:
    assert normalize_pinyin(typed) == "dui4wu"


@pytest.mark.parametrize("typed", ["网格", "grid%", "a_b", "", "'", "wang*", "[wang]"])
def test_what_cannot_be_pinyin_has_no_spelling(typed: str) -> None:
    assert normalize_pinyin(typed) == ""


def test_tones_can_be_told_and_dropped() -> None:
    assert has_tones("wa3ngge2")
    assert not has_tones("wangge")
    assert drop_tones("wa3ngge2") == "wangge"
