"""Renderings that others used are proposed first, and bring who used them along."""

from pathlib import Path

import pytest
from review_base import KNOWN, WORKER
from screens import words
from small_base import GREENWAY

from glossary.model import Concept, Tier
from glossary.services.concepts.editing import show_concept
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.attesting import import_list
from glossary.store.database import Base

from .conftest import LOOK, Sit

LIST = """zh,en,kind,tier,publisher,date,note
网格员,grid attendant,attested,official,Office of Grids,2022-03,
网格员,grid attendant,attested,media,Lakeside Post,2020,
网格员,net man,avoid,media,Hill Times,2019,misleads the reader
"""


@pytest.fixture(autouse=True)
def attested(base: Base, tmp_path: Path) -> None:
    """A list about the first candidate, imported by somebody else."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    import_list(base, path, who="lan")


def accepted(base: Base) -> Concept:
    decision = find_candidate(base, WORKER).decision
    assert decision
    assert decision.concept
    return show_concept(base, decision.concept)


def test_an_attested_rendering_is_proposed_first_with_who_used_it_when(sit: Sit) -> None:
    text = sit().text
    assert "› 1 grid attendant  official: Office of Grids, 2022-03; and 1 more" in text
    assert "not: net man  misleads the reader" in text


def test_accepting_it_keeps_everybody_who_used_it(base: Base, sit: Sit) -> None:
    sit("a")
    (rendering,) = accepted(base).renderings
    assert [(fact.publisher, fact.tier) for fact in rendering.evidence] == [
        ("Office of Grids", Tier.OFFICIAL),
        ("Lakeside Post", Tier.MEDIA),
    ]


@pytest.mark.slow
def test_the_form_begins_with_the_first_source_and_keeps_the_others(base: Base, sit: Sit) -> None:
    (form,) = sit("e", LOOK, "enter").looks
    assert "publisher  Office of Grids" in form.text
    assert "tier       official" in form.text
    assert len(accepted(base).renderings[0].evidence) == 2


@pytest.mark.slow
def test_a_source_does_not_go_over_to_words_that_it_did_not_use(base: Base, sit: Sit) -> None:
    sit("e", words("s"), "enter")
    (rendering,) = accepted(base).renderings
    assert rendering.text == "grid attendants"
    assert [fact.tier for fact in rendering.evidence] == [Tier.COMPOSED]


def test_what_the_base_holds_comes_first_and_is_accepted_as_the_concept_that_it_is(
    base: Base, sit: Sit
) -> None:
    before = show_concept(base, GREENWAY)
    (card,) = sit("1", LOOK, "a", start=find_candidate(base, KNOWN).candidate.id).looks
    assert "› 1 greenway" in card.text
    assert find_candidate(base, KNOWN).decision.concept == GREENWAY
    assert show_concept(base, GREENWAY) == before


@pytest.mark.slow
def test_other_words_have_the_source_that_was_written_for_them(base: Base, sit: Sit) -> None:
    sit("e", words("s"), "down", "down", "down", "ctrl+u", words("Hill Times"), "enter")
    (rendering,) = accepted(base).renderings
    assert [fact.publisher for fact in rendering.evidence] == ["Hill Times"]
