"""Which side of a bilingual file is Chinese: by what is written, then by its tags."""

import pytest

from glossary.errors import InvalidInput
from glossary.files.sides import pair_units
from glossary.files.units import Unit
from glossary.model import Pair


def unit(source: str, target: str, languages: str = "zh en", where: str = "1") -> Unit:
    source_language, _, target_language = languages.partition(" ")
    return Unit(
        where=where,
        source=source,
        target=target,
        source_language=source_language,
        target_language=target_language,
    )


def pair(*units: Unit) -> tuple[list[tuple[int, str, str]], list[str]]:
    """The pairs as (number, Chinese, English), and the notes."""
    notes: list[str] = []
    pairs: list[Pair] = list(pair_units(units, path="f", note=notes.append))
    return [(one.number, one.source, one.target) for one in pairs], notes


def test_the_source_of_a_pair_is_chinese_whichever_way_round_the_file_is() -> None:
    assert pair(unit("网格员", "grid worker")) == ([(1, "网格员", "grid worker")], [])
    assert pair(unit("grid worker", "网格员", "en zh-CN")) == ([(1, "网格员", "grid worker")], [])


def test_without_tags_the_script_tells() -> None:
    assert pair(unit("grid worker", "网格员", " "))[0] == [(1, "网格员", "grid worker")]


def test_swapped_tags_are_noticed_and_told() -> None:
    pairs, notes = pair(unit("网格员", "grid worker", "en zh"))
    assert pairs == [(1, "网格员", "grid worker")]
    assert notes == [
        "its language tags are wrong, so it is read by what is written: "
        "what is tagged en is Chinese; what is tagged zh is English"
    ]


def test_a_translation_memory_of_three_languages_gives_its_chinese_and_english() -> None:
    units = [unit("travailleur", "grid worker", "fr en"), unit("travailleur", "网格员", "fr zh")]
    assert pair(*units)[0] == [(1, "网格员", "grid worker")]


def test_two_translations_of_one_text_are_two_pairs_of_one_segment() -> None:
    units = [unit("网格员", "grid worker", "zh en-US"), unit("网格员", "grid attendant", "zh en-GB")]
    assert pair(*units)[0] == [(1, "网格员", "grid worker"), (1, "网格员", "grid attendant")]


def test_a_segment_that_is_not_translated_has_an_empty_side() -> None:
    units = [unit("网格员", "grid worker"), unit("综治中心", "", where="2"), unit("", "", where="3")]
    assert pair(*units)[0] == [(1, "网格员", "grid worker"), (2, "综治中心", "")]


def test_a_language_that_comes_late_is_known_by_its_tag() -> None:
    units = [unit(f"甲{n}", "a", where=str(n)) for n in range(250)]
    pairs, _ = pair(*units, unit("乙", "b", "zh en-GB", where="x"))
    assert pairs[-1] == (251, "乙", "b")


def test_letters_inside_chinese_do_not_make_it_english() -> None:
    assert pair(unit("使用GPS和APP", "use the GPS and the app", " "))[0][0][1] == "使用GPS和APP"


def test_numbers_alone_follow_the_tags() -> None:
    units = [unit("网格员", "grid worker"), unit("2024", "2024", where="2")]
    assert pair(*units)[0][1] == (2, "2024", "2024")


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ([unit("网格员", "")], "its English side is empty"),
        ([unit("", "grid worker")], "its Chinese side is empty"),
        (
            [unit("网格员", "網格員", "zh-CN zh-TW")],
            "no side of it is English; its languages are zh-cn, zh-tw",
        ),
        ([unit("agent", "worker", "fr en")], "no side of it is Chinese; its languages are en, fr"),
        ([unit("网格员", "agent de grille", "zh fr")], "no side of it is English"),
        ([unit("ネットワークの人", "grid worker", "ja en")], "no side of it is Chinese"),
        ([], "it holds no segment"),
    ],
)
def test_a_file_without_both_languages_is_refused(units: list[Unit], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        pair(*units)
