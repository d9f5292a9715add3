"""A term within a term: its renderings stand for one another."""

import pytest

from glossary.model import Rendering, Status

from .checked import check, concept, told

COMMISSION = concept(0, "政法委", "Legal Affairs Commission", "Commission for Legal Affairs")
SECRETARY = concept(1, "政法委书记", "secretary of the Legal Affairs Commission")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("the secretary of the Commission for Legal Affairs", []),
        ("the secretary of the county's Commission for Legal Affairs", []),
        ("the Commission for Legal Affairs", [(1, "missing", "政法委书记")]),
        ("the secretary of the Court", [(1, "missing", "政法委书记")]),
    ],
)
def test_another_rendering_of_the_shorter_term_will_do(
    target: str, expected: list[tuple[int, str, str]]
) -> None:
    assert told(check([COMMISSION, SECRETARY], ("政法委书记", target))) == expected


def test_what_to_write_is_what_the_base_has() -> None:
    (finding,) = check([COMMISSION, SECRETARY], ("政法委书记", "He came."))
    assert finding.expected == ("secretary of the Legal Affairs Commission",)


def test_a_discouraged_rendering_of_the_shorter_term_will_not_do() -> None:
    committee = Rendering(text="Law Committee", status=Status.DEPRECATED)
    shorter = concept(0, "政法委", "Legal Affairs Commission", committee)
    findings = check([shorter, SECRETARY], ("政法委书记", "the secretary of the Law Committee"))
    assert told(findings) == [(1, "missing", "政法委书记")]


def test_what_the_base_forbids_is_not_made_good_by_its_parts() -> None:
    forbidden = Rendering(text="secretary of the Commission for Legal Affairs", status=Status.FORBIDDEN)
    longer = concept(1, "政法委书记", "secretary of the Legal Affairs Commission", forbidden)
    target = "the secretary of the Commission for Legal Affairs"
    assert told(check([COMMISSION, longer], ("政法委书记", target))) == [(1, "forbidden", "政法委书记")]


def test_the_parts_of_a_term_are_kept_the_same_throughout() -> None:
    shorter = concept(0, "枫桥经验", "Fengqiao model", "Fengqiao Experience")
    longer = concept(1, "新时代枫桥经验", "new Fengqiao model")
    renderings = ("new Fengqiao model", "new Fengqiao model", "new Fengqiao Experience")
    findings = check([shorter, longer], *(("新时代枫桥经验", one) for one in renderings))
    assert told(findings) == [(3, "inconsistent", "新时代枫桥经验")]
