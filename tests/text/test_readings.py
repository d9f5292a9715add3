import subprocess
import sys

import pytest

from glossary.text.readings import is_reading, reading_of, syllables


@pytest.mark.parametrize("reading", ["chuàng", "chuang", "chuang4", "chuāng", "chua\u0300ng"])
def test_a_reading_counts_toned_toneless_numbered_and_decomposed(reading: str) -> None:
    assert is_reading("创", reading)


@pytest.mark.parametrize(
    ("character", "reading"), [("創", "chuàng"), ("髮", "fà"), ("後", "hòu"), ("綠", "lǜ")]
)
def test_a_traditional_character_is_read_too(character: str, reading: str) -> None:
    assert is_reading(character, reading)


@pytest.mark.parametrize("reading", ["háng", "xíng", "hang2", "xing"])
def test_every_reading_of_a_character_counts(reading: str) -> None:
    assert is_reading("行", reading)


@pytest.mark.parametrize("reading", ["lǜ", "lü", "lv", "lv4"])
def test_the_letter_u_with_dots_is_also_typed_v(reading: str) -> None:
    assert is_reading("绿", reading)


@pytest.mark.parametrize("reading", ["tāotiè", "tāo tiè", "taotie"])
def test_several_characters_are_read_together_or_apart(reading: str) -> None:
    assert is_reading("饕餮", reading)


@pytest.mark.parametrize(
    ("character", "other"),
    [("专", "兼职"), ("甲", "A"), ("力", "ai"), ("A", "a"), ("创", ""), ("", ""), ("", "a")],
)
def test_what_is_no_reading_is_told(character: str, other: str) -> None:
    assert not is_reading(character, other)


def test_a_word_is_read_in_toned_syllables() -> None:
    assert reading_of("网格员") == "wǎng gé yuán"


def test_a_character_of_several_readings_takes_that_of_its_word() -> None:
    assert [reading_of(word) for word in ("银行", "行人", "重庆")] == ["yín háng", "xíng rén", "chóng qìng"]


def test_traditional_words_are_read_as_words() -> None:
    assert reading_of("銀行") == "yín háng"


def test_a_word_that_simplifying_would_break_keeps_its_reading() -> None:
    assert reading_of("乾坤") == "qián kūn"


def test_latin_letters_and_digits_stay_in_a_reading() -> None:
    assert reading_of("社管APP与PM2.5") == "shè guǎn APP yǔ PM2.5"


def test_punctuation_has_no_reading() -> None:
    assert reading_of("“三无”船舶") == "sān wú chuán bó"


def test_syllables_hold_every_reading_the_likeliest_first() -> None:
    assert syllables("重庆") == [["chong", "zhong", "tong"], ["qing"]]


def test_syllables_are_numbered_on_demand() -> None:
    assert syllables("的", numbered=True)[0][:2] == ["de5", "di1"]


def test_syllables_spell_the_dotted_u_as_v() -> None:
    assert syllables("绿")[0][0] == "lv"


def test_the_likeliest_reading_is_the_same_with_tones_and_without() -> None:
    assert [readings[0] for readings in syllables("函盖乾坤", numbered=True)] == [
        "han2",
        "gai4",
        "qian2",
        "kun1",
    ]
    assert [readings[0] for readings in syllables("函盖乾坤")] == ["han", "gai", "qian", "kun"]


def test_an_empty_text_has_no_reading() -> None:
    assert reading_of("") == ""
    assert syllables("") == []


def test_there_is_a_list_for_every_character() -> None:
    assert syllables("三A，无") == [["san"], ["a"], [], ["wu", "mo"]]


def test_lone_surrogates_and_rare_characters_have_no_reading() -> None:
    assert syllables("\ud800中") == [[], ["zhong"]]


@pytest.mark.slow
def test_importing_the_module_does_not_import_pypinyin() -> None:
    code = "import sys, glossary.text.readings; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("text", ["劼养兡", "叨嚧傠", "𠡠"])
def test_a_character_that_nobody_can_read_does_not_shift_the_others(text: str) -> None:
    assert len(syllables(text, numbered=True)) == len(text)
    assert syllables(text, numbered=True)[0] == syllables(text[0], numbered=True)[0]
