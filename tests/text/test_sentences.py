"""Paragraphs are cut where a sentence ends, and nowhere else; nothing is lost."""

import pytest

from glossary.text.sentences import split_chinese, split_english


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("渔港封闭。船只撤离！", ["渔港封闭。", "船只撤离！"]),
        ("他说：“船只撤离。”随后离开。", ["他说：“船只撤离。”", "随后离开。"]),
        ("没有句号的标题", ["没有句号的标题"]),
        ("", [""]),
    ],
)
def test_a_chinese_sentence_ends_behind_its_mark_and_closing_quotation(
    paragraph: str, sentences: list[str]
) -> None:
    assert split_chinese(paragraph) == sentences
    assert "".join(sentences) == paragraph


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("The port closed. Ships left!", ["The port closed.", "Ships left!"]),
        ("It took 3.5 hours. Then it ended.", ["It took 3.5 hours.", "Then it ended."]),
        ("A title without an end", ["A title without an end"]),
    ],
)
def test_an_english_sentence_ends_before_a_blank_and_a_capital(paragraph: str, sentences: list[str]) -> None:
    assert split_english(paragraph) == sentences
