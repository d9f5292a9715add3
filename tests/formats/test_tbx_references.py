"""Every reference of a TBX file leads to an entry of it, however many there are of either."""

from io import BytesIO

import pytest

from glossary.errors import InvalidInput
from glossary.formats.tbx import references
from glossary.formats.tbx.references import References
from glossary.model import Concept, Relation, RelationKind, Term

IDS = ("caaaaaaa", "caaaaaab", "caaaaaac")


def noted(*arrows: tuple[str, str]) -> References:
    kept = References(written=BytesIO(), wanted=BytesIO())
    for id, target in arrows:
        relations = (Relation(kind=RelationKind.BROADER, concept=target),) if target else ()
        kept.note(Concept(id=id, terms=(Term(text="网格员"),), relations=relations))
    return kept


def test_a_reference_may_lead_back_and_forth() -> None:
    first, second, third = IDS
    noted((first, second), (second, first), (third, first)).refuse_lost()


def test_the_last_of_many_references_is_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "REFERENCES_AT_A_TIME", 1)
    first, second, third = IDS
    with pytest.raises(InvalidInput, match=f"concept {third} is related to czzzzzzz"):
        noted((first, second), (second, first), (third, "czzzzzzz")).refuse_lost()


def test_a_file_without_references_has_none_to_refuse() -> None:
    noted((IDS[0], "")).refuse_lost()
