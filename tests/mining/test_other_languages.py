"""Words without Chinese are names that a text uses, or passages of another language in it."""

from glossary.mining.other_languages import stands_in_passages

from .conftest import make_stream


def passage_words(*written: str) -> set[str]:
    stream, _ = make_stream(*written)
    return {word for word, found in zip(stream.words, stands_in_passages(stream), strict=True) if found}


def test_a_word_beside_another_without_chinese_is_one_of_a_passage() -> None:
    assert passage_words("the harbour gate", "海堤 巡查") == {"the", "harbour", "gate"}


def test_an_acronym_amid_chinese_is_none() -> None:
    assert passage_words("使用 gps 定位", "gps 系统") == set()


def test_what_stands_in_passages_half_of_the_time_belongs_to_them() -> None:
    assert "gate" in passage_words("the gate", "渔港 gate 系统")
    assert "gate" not in passage_words("the gate", "渔港 gate 系统", "gate 开启")


def test_figures_are_of_no_language() -> None:
    assert passage_words("gps 12", "app 3") == set()
