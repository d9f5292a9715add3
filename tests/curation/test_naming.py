"""Parts of a term that no word list needs to have: places, numbers, Latin letters."""

import pytest

from glossary.curation.naming import find_names, level_of, name_place
from glossary.curation.senses import Known, Role


def named(term: str, **known: str) -> dict[str, str]:
    parts = {zh: (Known(text=en, concept="cplaceaa"),) for zh, en in known.items()}
    return {term[start:end]: sense.text for start, end, sense in find_names(term, parts)}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("海口", "Haikou"),
        ("西安市", "Xi'an"),
        ("绿春县", "Lüchun"),
        ("陕西省", "Shaanxi"),
        ("香港", "Hong Kong"),
        ("沙市", "Shashi"),
    ],
)
def test_a_place_is_written_as_maps_write_it(zh: str, en: str) -> None:
    assert name_place(zh) == en


def test_the_level_of_a_place_is_its_last_character_unless_it_is_part_of_the_name() -> None:
    assert [level_of(zh) for zh in ("海南省", "沙市", "海口")] == ["省", "", ""]


def test_a_place_is_found_at_the_beginning_of_a_term() -> None:
    assert named("海南省公安厅")["海南省"] == "Hainan"
    assert named("海口海关")["海口"] == "Haikou"


def test_what_the_base_knows_is_no_place_to_be_spelled() -> None:
    assert named("海口海关", 海口="Port of Haikou") == {}


def test_latin_letters_stay_and_short_ones_are_capitals() -> None:
    assert named("vr课堂") == {"vr": "VR"}
    assert named("5g网络") == {"5g": "5G"}
    assert named("deepseek模型") == {"deepseek": "deepseek"}


@pytest.mark.parametrize(
    ("term", "number", "text"),
    [
        ("三级平台", "三级", "three-level"),
        ("第二法庭", "第二", "second"),
        ("三道防线", "三道", "three"),
        ("5号文件", "5号", "No. 5"),
    ],
)
def test_numbers_are_read_with_what_counts_them(term: str, number: str, text: str) -> None:
    assert named(term)[number] == text


def test_a_number_is_no_mere_modifier() -> None:
    roles = {sense.zh: sense.role for _, _, sense in find_names("三道防线", {})}
    assert roles["三道"] is Role.NUMBER
