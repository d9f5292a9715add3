"""What is said of a segment: missing, forbidden, deprecated, not to be translated."""

import pytest
from msgspec.structs import replace

from glossary.model import Rendering, Status, Term

from .checked import check, concept, told

WORKER = concept(
    0,
    "网格员",
    "grid worker",
    "grid attendant",
    Rendering(text="grid member", status=Status.FORBIDDEN, instead="grid worker"),
    Rendering(text="grid manager", status=Status.DEPRECATED),
)
GRID = concept(1, "网格", "grid", Rendering(text="mesh", status=Status.FORBIDDEN))
KEPT = concept(2, Term(text="12345", do_not_translate=True))


def test_a_term_without_its_rendering_is_missing() -> None:
    (finding,) = check([WORKER], ("各网格员注意", "Attention, all staff"))
    assert (finding.kind, finding.side, finding.start, finding.end) == ("missing", "source", 1, 4)
    assert finding.expected == ("grid worker", "grid attendant")


def test_any_admitted_rendering_will_do() -> None:
    assert check([WORKER], ("网格员", "grid attendants")) == []


def test_the_longest_term_counts() -> None:
    assert check([WORKER, GRID], ("网格员", "grid attendants")) == []


def test_a_forbidden_rendering_is_one_finding_with_what_to_write() -> None:
    (finding,) = check([WORKER], ("网格员", "All grid members are here"))
    assert (finding.kind, finding.side, finding.found) == ("forbidden", "target", "grid members")
    assert finding.text[finding.start : finding.end] == "grid members"
    assert finding.expected == ("grid worker",)


def test_a_deprecated_rendering_without_advice_names_what_will_do() -> None:
    (finding,) = check([WORKER], ("网格员", "the grid managers"))
    assert (finding.kind, finding.expected) == ("deprecated", ("grid worker", "grid attendant"))


def test_it_is_found_beside_a_right_one() -> None:
    assert told(check([WORKER], ("网格员", "a grid worker, that is a grid member"))) == [
        (1, "forbidden", "网格员")
    ]


def test_it_is_none_where_the_source_does_not_name_the_term() -> None:
    assert check([WORKER, GRID], ("网格", "a grid of grid members")) == []


def test_it_is_none_as_part_of_what_will_do() -> None:
    power = concept(3, "电网", "power grid")
    community = concept(4, "网格", "block", Rendering(text="grid", status=Status.FORBIDDEN))
    assert check([power, community], ("电网和网格", "the power grid and the blocks")) == []


def test_it_is_none_where_another_sense_of_the_term_allows_it() -> None:
    senses = [
        concept(0, "自治", "self-governance", Rendering(text="autonomy", status=Status.FORBIDDEN)),
        concept(1, "自治", "autonomy"),
    ]
    assert check(senses, ("民族区域自治", "regional autonomy")) == []


def test_a_longer_wrong_one_is_not_told_twice() -> None:
    center = concept(3, "中心", "center", Rendering(text="mesh center", status=Status.FORBIDDEN))
    assert told(check([GRID, center], ("网格、中心", "a mesh center and a grid"))) == [
        (1, "forbidden", "中心")
    ]


def test_a_form_of_a_wrong_one_is_not_taken_for_a_verb() -> None:
    managed = concept(
        3, "管理", "grid management", Rendering(text="gridded management", status=Status.DEPRECATED)
    )
    assert told(check([managed], ("管理", "gridded management"))) == [(1, "deprecated", "管理")]


def test_a_term_left_in_chinese_is_missing_and_said_so() -> None:
    (finding,) = check([WORKER], ("网格员", "All 网格员 are here"))
    assert (finding.kind, finding.found) == ("missing", "网格员")
    assert "left in Chinese" in finding.message


def test_what_is_not_to_be_translated_must_stand() -> None:
    assert check([KEPT], ("拨打12345热线", "Dial 12345")) == []
    assert told(check([KEPT], ("拨打12345热线", "Dial the hotline"))) == [(1, "untranslated-rule", "12345")]


def test_once_is_enough() -> None:
    assert check([WORKER], ("网格员帮网格员", "Grid workers help one another")) == []


def test_every_time_where_that_is_asked() -> None:
    findings = check([WORKER], ("网格员帮网格员", "Grid workers help one another"), counted=True)
    assert [finding.start for finding in findings] == [4]


def test_a_concept_without_renderings_says_nothing() -> None:
    assert check([concept(0, "网格员")], ("网格员", "whoever")) == []


def test_an_empty_side_is_not_checked() -> None:
    assert check([WORKER], ("网格员", "")) == []


def test_a_verb_made_of_a_term_is_another_word() -> None:
    assert check([GRID], ("精细化、网格化", "in every detail")) == []
    assert told(check([GRID], ("网格化解纠纷", "they resolve disputes"))) == [(1, "missing", "网格")]


@pytest.mark.parametrize(
    ("source", "expected"), [("加强管理", []), ("“建、管、用”中的管理", [(1, "missing", "管理")])]
)
def test_a_sense_within_a_formula_is_asked_for_where_the_formula_is(
    source: str, expected: list[tuple[int, str, str]]
) -> None:
    member = replace(concept(0, "管理", "managing"), scope="建、管、用 (Nanning, 2017)")
    assert told(check([member], (source, "administration"))) == expected
