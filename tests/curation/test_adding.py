"""Adding a rendering or a term to a concept."""

from msgspec.structs import replace
from small_base import CONCEPTS, NEWSPAPER, OFFICIAL

from glossary.curation.merging import add_rendering, add_terms
from glossary.model import Concept, Rendering, Status, Term

GREENWAY, CHIEF, RAFT, *_ = CONCEPTS


def statuses(concept: Concept) -> dict[str, str]:
    return {rendering.text: rendering.status.value for rendering in concept.renderings}


def test_a_new_rendering_goes_behind_the_others() -> None:
    new = Rendering(text="linear park", evidence=(NEWSPAPER,))
    assert add_rendering(GREENWAY, new).renderings == (*GREENWAY.renderings, new)


def test_a_new_preferred_rendering_makes_the_old_one_admitted() -> None:
    after = add_rendering(GREENWAY, Rendering(text="linear park", status=Status.PREFERRED))
    assert statuses(after) == {
        "green road": "forbidden",
        "green path": "deprecated",
        "greenway": "admitted",
        "linear park": "preferred",
    }


def test_a_known_rendering_made_preferred_is_the_only_one() -> None:
    after = add_rendering(CHIEF, replace(CHIEF.renderings[1], status=Status.PREFERRED))
    assert statuses(after) == {"river and lake chief system": "admitted", "river chief system": "preferred"}


def test_a_rendering_that_is_not_preferred_leaves_the_others_as_they_are() -> None:
    after = add_rendering(GREENWAY, Rendering(text="linear park", status=Status.PROPOSED))
    assert statuses(after)["greenway"] == "preferred"


def test_a_known_rendering_keeps_its_place_and_its_evidence() -> None:
    again = replace(GREENWAY.renderings[1], note="Old.", evidence=(OFFICIAL,))
    after = add_rendering(GREENWAY, again)
    assert after.renderings[1] == replace(again, evidence=(NEWSPAPER, OFFICIAL))
    assert after.renderings[::2] == GREENWAY.renderings[::2]


def test_the_same_text_in_another_english_is_another_rendering() -> None:
    assert len(add_rendering(GREENWAY, Rendering(text="greenway", language="en-GB")).renderings) == 4


def test_known_terms_are_not_added_again() -> None:
    added = add_terms(RAFT, [*RAFT.terms, Term(text="无证竹筏"), Term(text="两无筏")])
    assert [term.text for term in added.terms] == ["“两无”竹筏", "无证竹筏", "两无筏"]
