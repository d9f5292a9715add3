"""Texts are cut into the dictionary's words, each with its part of speech."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.segmentation import tag_words

SENTENCE = "平潮县建成渔港综合管理平台"
LETTERS = st.text(alphabet="渔港综合管理平台巡海员陈志远了的三app12", max_size=40)
WITHOUT_RJIEBA = f"""
import sys
sys.modules["rjieba"] = None
from glossary.text.segmentation import tag_words
print(tag_words({SENTENCE!r}))
"""


def words(text: str, *, guess_names: bool = False) -> list[str]:
    return [word for word, _ in tag_words(text, guess_names=guess_names)]


@given(LETTERS, st.booleans())
def test_the_words_are_the_text(text: str, guess_names: bool) -> None:
    assert "".join(words(text, guess_names=guess_names)) == text


def test_words_are_those_of_the_dictionary() -> None:
    assert words("渔港综合管理平台") == ["渔港", "综合", "管理", "平台"]


def test_each_word_has_its_part_of_speech() -> None:
    assert tag_words("海南渔港") == [("海南", "ns"), ("渔港", "n")]


def test_a_word_that_is_in_no_dictionary_falls_into_its_characters() -> None:
    assert words("推社管") == ["推", "社", "管"]


def test_names_in_no_dictionary_can_be_guessed() -> None:
    assert ("苏半舟", "nr") in tag_words("渔民苏半舟说", guess_names=True)
    assert "苏半舟" not in words("渔民苏半舟说")


def test_letters_and_figures_stay_together() -> None:
    assert words("5g网络") == ["5g", "网络"]


def test_no_text_has_no_words() -> None:
    assert tag_words("") == []


@pytest.mark.slow
def test_without_rjieba_jieba_gives_the_same_words() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT_RJIEBA],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.strip() == str(tag_words(SENTENCE))
