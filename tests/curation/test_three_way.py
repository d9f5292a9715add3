"""Two people changed one concept: both changes survive, and where they cannot, both are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from glossary.curation.conflicts import Policy
from glossary.curation.three_way import Clash, Joined, join_changes
from glossary.model import Concept, Definition, Evidence, Rendering, Status, Term, TermType, Tier

OFFICIAL = Evidence(publisher="Office of Ferries", tier=Tier.OFFICIAL)
POST = Evidence(publisher="Lakeside Post", tier=Tier.MEDIA)
FERRY = Concept(
    id="cferryaa",
    note="On lakes alone.",
    definitions=(Definition(text="载人过湖的船。", language="zh"),),
    terms=(Term(text="渡船", status=Status.PREFERRED), Term(text="渡轮")),
    renderings=(
        Rendering(text="ferry", status=Status.PREFERRED, evidence=(OFFICIAL,)),
        Rendering(text="ferryboat", status=Status.ADMITTED, note="older"),
    ),
)


def with_rendering(concept: Concept, text: str, **changed: object) -> Concept:
    renderings = tuple(replace(one, **changed) if one.text == text else one for one in concept.renderings)
    return replace(concept, renderings=renderings)


def respelled(before: str, after: str) -> Concept:
    renderings = (replace(one, text=after) if one.text == before else one for one in FERRY.renderings)
    return replace(FERRY, renderings=tuple(renderings))


def test_what_only_one_side_changed_is_taken_from_it() -> None:
    changed = replace(FERRY, note="On rivers too.")
    assert join_changes(FERRY, changed, FERRY).concept == changed
    assert join_changes(FERRY, FERRY, changed).concept == changed


def test_changes_of_different_fields_both_survive() -> None:
    here = replace(FERRY, note="On rivers too.")
    there = replace(FERRY, subject_field="transport")
    joined = join_changes(FERRY, here, there)
    assert joined.concept == replace(FERRY, note="On rivers too.", subject_field="transport")
    assert joined.clashes == ()


def test_changes_of_different_fields_of_one_rendering_both_survive() -> None:
    here = with_rendering(FERRY, "ferryboat", note="quaint")
    there = with_rendering(FERRY, "ferryboat", status=Status.DEPRECATED, instead="ferry")
    joined = join_changes(FERRY, here, there)
    assert joined.concept
    assert joined.concept.renderings[1] == Rendering(
        text="ferryboat", status=Status.DEPRECATED, instead="ferry", note="quaint"
    )


@pytest.mark.parametrize(
    ("policy", "standing", "taken"),
    [(Policy.KEEP, ["ferry", "lake boat"], "here"), (Policy.REPLACE, ["ferry", "punt"], "there")],
)
def test_one_rendering_respelled_on_both_sides_is_a_clash(
    policy: Policy, standing: list[str], taken: str
) -> None:
    here, there = respelled("ferryboat", "lake boat"), respelled("ferryboat", "punt")
    joined = join_changes(FERRY, here, there, decide=lambda _: policy)
    assert joined.concept
    assert [one.text for one in joined.concept.renderings] == standing
    assert joined.clashes == (
        Clash(field="rendering 'ferryboat'", here="lake boat", there="punt", taken=taken),
    )


def test_both_spellings_stand_where_both_are_wanted() -> None:
    here, there = respelled("ferryboat", "lake boat"), respelled("ferryboat", "punt")
    joined = join_changes(FERRY, here, there, decide=lambda _: Policy.ADD)
    assert joined.concept
    assert [one.text for one in joined.concept.renderings] == ["ferry", "lake boat", "punt"]
    assert [one.taken for one in joined.clashes] == ["both"]


def test_what_they_respelled_while_we_changed_it_stands_once() -> None:
    here = with_rendering(FERRY, "ferryboat", note="quaint")
    joined = join_changes(FERRY, here, respelled("ferryboat", "punt"))
    assert joined.concept == here
    assert joined.clashes == (Clash(field="rendering 'ferryboat'", here="ferryboat", there="punt"),)


def test_what_only_they_respelled_or_both_did_alike_is_no_clash() -> None:
    there = respelled("ferryboat", "punt")
    assert join_changes(FERRY, FERRY, there) == Joined(there)
    here = replace(there, note="On rivers too.")
    assert join_changes(FERRY, here, replace(there, scope="lakes")) == Joined(replace(here, scope="lakes"))


def test_one_field_changed_on_both_sides_is_a_clash_and_ours_stays() -> None:
    here, there = replace(FERRY, note="On rivers too."), replace(FERRY, note="Nowhere.")
    joined = join_changes(FERRY, here, there)
    assert joined.concept == here
    assert joined.clashes == (Clash(field="note", here="On rivers too.", there="Nowhere."),)


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    changed = replace(FERRY, note="On rivers too.")
    assert join_changes(FERRY, changed, replace(changed, scope="lakes")).clashes == ()


def test_renderings_that_each_side_added_are_both_there() -> None:
    here = replace(FERRY, renderings=(*FERRY.renderings, Rendering(text="lake ferry")))
    there = replace(FERRY, renderings=(*FERRY.renderings, Rendering(text="water bus")))
    joined = join_changes(FERRY, here, there)
    assert joined.concept
    assert [one.text for one in joined.concept.renderings] == [
        "ferry",
        "ferryboat",
        "lake ferry",
        "water bus",
    ]


def test_a_rendering_that_one_side_took_out_is_out() -> None:
    there = replace(FERRY, renderings=FERRY.renderings[:1])
    joined = join_changes(FERRY, replace(FERRY, note=""), there)
    assert joined.concept == replace(FERRY, note="", renderings=FERRY.renderings[:1])


def test_a_rendering_taken_out_here_and_changed_there_is_a_clash() -> None:
    here = replace(FERRY, renderings=FERRY.renderings[:1])
    there = with_rendering(FERRY, "ferryboat", note="quaint")
    joined = join_changes(FERRY, here, there)
    assert joined.concept == here
    assert joined.clashes == (Clash(field="rendering 'ferryboat'", here="nothing", there="ferryboat"),)


def test_facts_of_both_sides_are_kept_and_one_taken_out_is_out() -> None:
    here = with_rendering(FERRY, "ferry", evidence=(OFFICIAL, POST))
    there = with_rendering(FERRY, "ferry", evidence=(Evidence(),))
    joined = join_changes(FERRY, here, there)
    assert joined.concept
    assert joined.concept.renderings[0].evidence == (POST, Evidence())


def test_two_preferred_renderings_are_a_clash_and_ours_stays_preferred() -> None:
    step_back = with_rendering(FERRY, "ferry", status=Status.ADMITTED)
    here = replace(
        step_back, renderings=(*step_back.renderings, Rendering(text="lake ferry", status=Status.PREFERRED))
    )
    there = with_rendering(step_back, "ferryboat", status=Status.PREFERRED)
    joined = join_changes(FERRY, here, there)
    assert joined.concept
    preferred = [one.text for one in joined.concept.renderings if one.status is Status.PREFERRED]
    assert preferred == ["lake ferry"]
    assert [clash.field for clash in joined.clashes] == ["preferred rendering in en"]


def test_a_definition_changed_on_both_sides_is_a_clash() -> None:
    here = replace(FERRY, definitions=(Definition(text="过湖的船。", language="zh"),))
    there = replace(FERRY, definitions=(Definition(text="过河的船。", language="zh"),))
    joined = join_changes(FERRY, here, there)
    assert joined.clashes == (Clash(field="definition in zh", here="过湖的船。", there="过河的船。"),)


def test_two_definitions_in_one_language_are_both_kept() -> None:
    two = replace(FERRY, definitions=(*FERRY.definitions, Definition(text="渡水之舟。", language="zh")))
    joined = join_changes(FERRY, two, replace(FERRY, definitions=(Definition(text="船。", language="zh"),)))
    assert joined.concept
    assert [one.text for one in joined.concept.definitions] == ["船。", "渡水之舟。"]


def test_parts_that_do_not_fit_together_any_more_are_a_clash() -> None:
    here = replace(FERRY, renderings=FERRY.renderings[:1])
    there = replace(
        FERRY,
        renderings=(
            *FERRY.renderings,
            Rendering(text="punt", status=Status.DEPRECATED, instead="ferryboat"),
        ),
    )
    joined = join_changes(FERRY, here, there)
    assert joined.concept == here
    assert "to use instead" in joined.clashes[0].field


def test_a_concept_taken_out_here_and_changed_there_is_a_clash() -> None:
    joined = join_changes(FERRY, None, replace(FERRY, note=""))
    assert joined.concept is None
    assert joined.clashes == (Clash(field="concept", here="nothing", there="渡船: ferry; ferryboat"),)


def test_a_concept_taken_out_there_and_unchanged_here_is_out() -> None:
    assert join_changes(FERRY, FERRY, None).concept is None


NOTES = st.sampled_from(["", "a", "b", "c"])
CHANGED = st.builds(
    lambda note, scope, types: replace(
        FERRY,
        note=note,
        scope=scope,
        terms=(FERRY.terms[0], *(Term(text=text, term_type=kind) for text, kind in types.items())),
    ),
    NOTES,
    NOTES,
    st.dictionaries(st.sampled_from(["渡轮", "轮渡", "摆渡船"]), st.sampled_from(TermType), max_size=3),
)


@pytest.mark.slow
@given(CHANGED, CHANGED)
def test_whichever_side_is_ours_the_clashes_are_about_the_same_things(one: Concept, other: Concept) -> None:
    forth, back = join_changes(FERRY, one, other), join_changes(FERRY, other, one)
    assert {clash.field for clash in forth.clashes} == {clash.field for clash in back.clashes}


THREE_TERMS = replace(FERRY, terms=(*FERRY.terms, Term(text="摆渡船")))


def preferring(text: str) -> Concept:
    status = {True: Status.PREFERRED, False: Status.ADMITTED}
    terms = (replace(one, status=status[one.text == text]) for one in THREE_TERMS.terms)
    return replace(THREE_TERMS, terms=tuple(terms))


def in_order(*numbers: int) -> Concept:
    return replace(THREE_TERMS, terms=tuple(THREE_TERMS.terms[number] for number in numbers))


def test_both_sides_choosing_another_head_is_a_clash() -> None:
    joined = join_changes(THREE_TERMS, preferring("渡轮"), preferring("摆渡船"))
    assert [clash.field for clash in joined.clashes] == ["preferred term in zh-Hans"]
    assert joined.concept == preferring("渡轮")


def test_the_order_of_the_side_that_changed_it_stands_beside_what_the_other_side_changed() -> None:
    first, second, third = THREE_TERMS.terms
    noted = replace(second, note="on lakes")
    joined = join_changes(THREE_TERMS, replace(THREE_TERMS, terms=(first, noted, third)), in_order(2, 1, 0))
    assert joined.clashes == ()
    assert joined.concept == replace(THREE_TERMS, terms=(third, noted, first))


def test_two_other_orders_are_a_clash() -> None:
    joined = join_changes(THREE_TERMS, in_order(1, 0, 2), in_order(2, 1, 0))
    assert [clash.field for clash in joined.clashes] == ["order"]
    assert joined.concept == in_order(1, 0, 2)
