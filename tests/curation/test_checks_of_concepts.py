"""The checks that look at one concept: recommendation, evidence, coverage, wording."""

import pytest
from msgspec.structs import replace

from glossary.model import Definition, Evidence, Rendering, Status, Term, TermType, Tier

from .examined import FRESH, GREENWAY, codes, make_concept, messages

LINEAR_PARK = Rendering(text="linear park", evidence=(FRESH,))
OFFICIAL = replace(FRESH, tier=Tier.OFFICIAL)
COMPOSED = Evidence()
MACHINE = Evidence(publisher="a machine", tier=Tier.MACHINE)


def rendered(*renderings: Rendering) -> list[str]:
    return codes(make_concept(renderings=renderings))


def written(text: str) -> list[str]:
    return rendered(replace(GREENWAY, text=text))


def dated(*dates: str, tier: Tier = Tier.MEDIA) -> list[str]:
    evidence = tuple(replace(FRESH, date=date, tier=tier) for date in dates)
    return rendered(replace(GREENWAY, evidence=evidence))


def test_a_concept_without_fault_has_no_finding() -> None:
    assert codes(make_concept()) == []


# Recommendation


def test_two_preferred_renderings_in_one_language_are_an_error() -> None:
    concept = make_concept(renderings=(GREENWAY, replace(LINEAR_PARK, status=Status.PREFERRED)))
    assert messages("E101", concept) == ["preferred in en: 'greenway', 'linear park'"]


def test_one_preferred_rendering_in_each_of_two_languages_is_no_error() -> None:
    assert rendered(GREENWAY, replace(LINEAR_PARK, status=Status.PREFERRED, language="en-US")) == []


def test_two_preferred_chinese_terms_are_an_error() -> None:
    heads = tuple(Term(text=text, status=Status.PREFERRED) for text in ("绿道", "绿色步道"))
    assert messages("E105", replace(make_concept(), terms=heads)) == [
        "preferred in zh-Hans: '绿道', '绿色步道'"
    ]


def test_a_preferred_term_in_each_of_two_scripts_is_no_error() -> None:
    heads = (
        Term(text="绿道", status=Status.PREFERRED),
        Term(text="綠色步道", language="zh-Hant", status=Status.PREFERRED),
    )
    assert codes(replace(make_concept(), terms=heads)) == []


def test_renderings_of_which_none_is_preferred_leave_the_choice_to_the_reader() -> None:
    assert "W106" in rendered(replace(GREENWAY, status=Status.ADMITTED))


def test_a_proposed_rendering_alone_is_a_choice_still_to_be_made() -> None:
    assert "W106" not in rendered(replace(GREENWAY, status=Status.PROPOSED))


@pytest.mark.parametrize("status", [Status.DEPRECATED, Status.FORBIDDEN])
def test_a_rendering_not_to_be_written_needs_a_replacement(status: Status) -> None:
    assert rendered(GREENWAY, replace(LINEAR_PARK, status=status)) == ["E102"]


def test_a_replacement_satisfies() -> None:
    assert rendered(GREENWAY, replace(LINEAR_PARK, status=Status.DEPRECATED, instead="greenway")) == []


def test_a_replacement_that_is_itself_discouraged_is_an_error() -> None:
    forbidden = Rendering(text="green road", status=Status.FORBIDDEN, instead="linear park")
    deprecated = replace(LINEAR_PARK, status=Status.DEPRECATED, instead="greenway")
    found = messages("E103", make_concept(renderings=(GREENWAY, deprecated, forbidden)))
    assert found == ["'green road' is to be replaced by 'linear park', which is deprecated"]


def test_a_machine_alone_is_no_ground_to_prefer_a_rendering() -> None:
    assert "E104" in rendered(replace(GREENWAY, evidence=(MACHINE,)))


def test_a_machine_beside_somebody_does_no_harm() -> None:
    assert rendered(replace(GREENWAY, evidence=(MACHINE, FRESH))) == []


def test_a_machine_may_be_the_witness_of_a_form_to_avoid() -> None:
    bad = Rendering(text="bayonet", status=Status.FORBIDDEN, instead="greenway", evidence=(MACHINE,))
    assert rendered(GREENWAY, bad) == []


# Evidence


def test_evidence_without_a_date_names_the_publisher() -> None:
    undated = replace(GREENWAY, evidence=(FRESH, replace(FRESH, publisher="Lakeside Post", date="")))
    assert messages("W201", make_concept(renderings=(undated,))) == ["no date for 'greenway': Lakeside Post"]


def test_what_was_composed_needs_no_date() -> None:
    assert "W201" not in rendered(replace(GREENWAY, evidence=(COMPOSED,)))


def test_a_preferred_rendering_last_seen_long_ago_is_stale() -> None:
    concept = make_concept(renderings=(replace(GREENWAY, evidence=(replace(FRESH, date="2013-05"),)),))
    assert messages("W202", concept) == ["the newest evidence for 'greenway' is of 2013-05"]


def test_the_newest_evidence_decides() -> None:
    assert dated("2001-01-01", "2024") == []


@pytest.mark.parametrize("date", ["2016", "2016-06", "2016-06-15"])
def test_ten_years_old_to_the_day_is_not_stale_however_coarse_the_date(date: str) -> None:
    assert dated(date) == []


@pytest.mark.parametrize("date", ["2015", "2016-05", "2016-06-14"])
def test_a_day_a_month_or_a_year_more_is(date: str) -> None:
    assert dated(date) == ["W202"]


@pytest.mark.parametrize("date", ["2027", "2026-07", "2026-06-16"])
def test_a_date_that_is_still_to_come_is_told(date: str) -> None:
    concept = make_concept(renderings=(replace(GREENWAY, evidence=(replace(FRESH, date=date),)),))
    assert messages("W205", concept) == [f"Office of Greenways for 'greenway' is dated {date}"]


@pytest.mark.parametrize("date", ["2026", "2026-06", "2026-06-15"])
def test_the_day_the_month_and_the_year_that_it_is_are_not_to_come(date: str) -> None:
    assert dated(date) == []


def test_a_composed_rendering_has_no_age() -> None:
    assert "W202" not in rendered(replace(GREENWAY, evidence=(replace(COMPOSED, date="1999"),)))


def test_an_admitted_rendering_may_be_old() -> None:
    assert rendered(GREENWAY, replace(LINEAR_PARK, evidence=(replace(FRESH, date="1999"),))) == []


def test_a_rendering_without_any_evidence_is_told() -> None:
    assert rendered(GREENWAY, replace(LINEAR_PARK, evidence=())) == ["W203"]


def test_a_rendering_not_to_be_written_may_have_no_evidence() -> None:
    bad = Rendering(text="green road", status=Status.FORBIDDEN, instead="greenway")
    assert rendered(GREENWAY, bad) == []


def test_two_official_forms_and_none_preferred_conflict() -> None:
    one = replace(GREENWAY, status=Status.ADMITTED, note="In parks.", evidence=(OFFICIAL,))
    other = replace(LINEAR_PARK, note="In towns.", evidence=(OFFICIAL,))
    concept = make_concept(renderings=(one, other))
    assert messages("W204", concept) == ["official, and none preferred: 'greenway', 'linear park'"]


def test_an_official_form_beside_the_preferred_one_needs_a_note() -> None:
    preferred = replace(GREENWAY, evidence=(OFFICIAL,))
    other = replace(LINEAR_PARK, evidence=(OFFICIAL,))
    assert rendered(preferred, other) == ["W204"]
    assert rendered(preferred, replace(other, note="In the law of 2001.")) == []


def test_an_official_acronym_does_not_compete_with_the_full_form() -> None:
    acronym = Rendering(text="GW", term_type=TermType.ACRONYM, evidence=(OFFICIAL,))
    assert rendered(replace(GREENWAY, evidence=(OFFICIAL,)), acronym) == []


def test_an_official_form_that_is_deprecated_is_decided_upon() -> None:
    old = replace(LINEAR_PARK, status=Status.DEPRECATED, instead="greenway", evidence=(OFFICIAL,))
    assert rendered(replace(GREENWAY, evidence=(OFFICIAL,)), old) == []


# Coverage


def test_a_concept_without_a_rendering_is_told_and_is_not_called_a_gap_too() -> None:
    assert rendered() == ["W301"]


def test_a_gap_is_worth_knowing() -> None:
    concept = make_concept(renderings=(replace(GREENWAY, evidence=(COMPOSED,)),))
    assert messages("I302", concept) == ["composed or machine-made: 'greenway'"]


def test_a_definition_in_one_of_two_languages_is_half_of_it() -> None:
    concept = make_concept(definitions=(Definition(text="供步行的通道。", language="zh-Hans"),))
    assert messages("W303", concept) == ["defined in Chinese, not in English"]


def test_definitions_in_both_languages_or_in_none_are_well() -> None:
    both = (Definition(text="通道。", language="zh"), Definition(text="a path", language="en-GB"))
    assert codes(make_concept(definitions=both)) == codes(make_concept()) == []


# Wording


def test_chinese_in_a_rendering_is_told() -> None:
    assert written("greenway (绿道)") == ["W401"]


@pytest.mark.parametrize("text", ["green  way", "green\tway", "green\N{NO-BREAK SPACE}way"])
def test_odd_blanks_are_told(text: str) -> None:
    assert written(text) == ["W402"]


@pytest.mark.parametrize("text", ["greenway/linear park", "greenway / park", "path and/or road"])
def test_alternatives_with_a_slash_are_told(text: str) -> None:
    assert written(text) == ["W403"]


@pytest.mark.parametrize("text", ["24/7 service", "TCP/IP network", "Order 2019/12"])
def test_a_slash_in_figures_and_abbreviations_is_none(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize("text", ["greenway.", "greenway,", "greenway;", "绿道。"])
def test_punctuation_at_the_end_is_told(text: str) -> None:
    assert "W404" in written(text)


@pytest.mark.parametrize("text", ["Greenway Co., Ltd.", "paths, roads, etc.", "the U.S.", "Who pays?", "Up!"])
def test_the_end_of_an_abbreviation_a_question_or_a_call_is_well(text: str) -> None:
    assert written(text) == []
