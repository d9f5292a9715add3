"""Findings that somebody accepted."""

import pytest

from glossary.checking.waivers import Waiving
from glossary.errors import InvalidInput
from glossary.model import FindingKind, Waiver

from .checked import check, concept

FINDINGS = check([concept(0, "网格员", "grid worker")], ("网格员", "staff"), ("网格员", "workers of a grid"))
COVERING = [
    Waiver(term="网格员", reason="r"),
    Waiver(term="网格员", kind=FindingKind.MISSING, reason="r"),
    Waiver(term="网格员", where="line 1", reason="r"),
    Waiver(term="网格员", where="1", reason="r"),
]
OTHERS = [
    Waiver(term="网格", reason="r"),
    Waiver(term="网格员", kind=FindingKind.FORBIDDEN, reason="r"),
    Waiver(term="网格员", where="line 2", reason="r"),
    Waiver(term="网格员", found="staff", reason="r"),
]


@pytest.mark.parametrize("waiver", COVERING)
def test_a_covered_finding_is_set_aside_and_counted(waiver: Waiver) -> None:
    waiving = Waiving([waiver])
    assert list(waiving.sift(FINDINGS)) == []
    assert (waiving.waived, waiving.unused) == (1, [])


@pytest.mark.parametrize("waiver", OTHERS)
def test_others_stay_and_the_waiver_is_told_as_unused(waiver: Waiver) -> None:
    waiving = Waiving([waiver])
    assert list(waiving.sift(FINDINGS)) == FINDINGS
    assert (waiving.waived, waiving.unused) == (0, [waiver])


def test_a_waiver_needs_a_reason() -> None:
    with pytest.raises(InvalidInput):
        Waiver(term="网格员", reason="")
