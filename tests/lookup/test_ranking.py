"""Which finding stands first, and in which order a concept's renderings are shown."""

from dataclasses import replace

import pytest

from glossary.lookup.ranking import matched_term, order_renderings, rank_found
from glossary.model import Concept, Found, MatchKind, Rendering, Status, Term, TermType

FULL = Term(text="自由贸易港")
SHORT = Term(text="自贸港", term_type=TermType.SHORT_FORM)


def found(text: str, match: MatchKind = MatchKind.EXACT, concept: str = "caaaaaaa", **fields: str) -> Found:
    described = {"language": "zh-Hans", "folded": text, "key": text, **fields}
    return Found(concept=concept, text=text, term_type=TermType.FULL_FORM, match=match, **described)


def kinds(query: str, *findings: Found) -> list[MatchKind]:
    return [finding.match for finding in rank_found(query, findings)]


PART = [
    MatchKind.ABBREVIATION,
    MatchKind.PREFIX,
    MatchKind.PINYIN,
    MatchKind.INITIALS,
    MatchKind.RENDERING,
    MatchKind.FUZZY_PINYIN,
    MatchKind.CONTEXT,
]


def test_better_kinds_come_first_whatever_the_length() -> None:
    findings = [
        found("网" * number, kind, f"caaaaaa{'abcdefgh'[number]}") for number, kind in enumerate(PART, 1)
    ]
    assert [finding.match for finding in rank_found("wang", findings[::-1])] == PART


def whole(finding: Found) -> Found:
    return replace(finding, whole=True)


def test_an_english_rendering_typed_whole_comes_before_what_only_begins_so() -> None:
    english = found("gang", MatchKind.RENDERING, "ca", language="en")
    begins = found("港口", MatchKind.PINYIN, "cb", key="gang", reading="gǎng kǒu")
    assert kinds("gang", begins, english) == [MatchKind.RENDERING, MatchKind.PINYIN]


def test_a_whole_reading_comes_before_an_english_rendering_and_that_before_a_blurred_one() -> None:
    english = found("gang", MatchKind.RENDERING, "ca", language="en")
    reading = whole(found("港", MatchKind.PINYIN, "cb", key="gang", reading="gǎng"))
    blurred = found("干", MatchKind.FUZZY_PINYIN, "cc", key="gan", reading="gān")
    order = [MatchKind.PINYIN, MatchKind.RENDERING, MatchKind.FUZZY_PINYIN]
    assert kinds("gang", blurred, english, reading) == order


def test_part_of_a_rendering_comes_before_what_only_sounds_alike() -> None:
    english = found("climate change", MatchKind.RENDERING, "ca", language="en")
    blurred = found("张娥", MatchKind.FUZZY_PINYIN, "cb", key="zane", reading="zhāng é")
    assert kinds("change", blurred, english) == [MatchKind.RENDERING, MatchKind.FUZZY_PINYIN]


def test_a_gap_that_was_typed_parts_two_syllables() -> None:
    first = whole(found("先", MatchKind.PINYIN, "ca", key="xian", reading="xiān"))
    city = whole(found("西安", MatchKind.PINYIN, "cb", key="xian", reading="xī ān"))
    assert [one.text for one in rank_found("xi'an", [first, city])] == ["西安", "先"]
    assert [one.text for one in rank_found("xian", [city, first])] == ["先", "西安"]


def test_terms_that_lost_the_same_character_need_not_be_alike() -> None:
    far, near = found("网员格", MatchKind.FUZZY, "ca"), found("网格院", MatchKind.FUZZY, "cb")
    assert [one.text for one in rank_found("网格员", [far, near])] == ["网员格", "网格院"]
    assert kinds("网格员", found("员网格站", MatchKind.FUZZY)) == []


def test_one_concept_is_found_once_by_its_best_match() -> None:
    assert kinds("网格", found("网格员", MatchKind.PREFIX), found("网格", MatchKind.EXACT)) == [
        MatchKind.EXACT
    ]


def test_bigrams_in_another_order_are_no_substring() -> None:
    assert kinds("网格网", found("格网格", MatchKind.SUBSTRING)) == []


def test_the_same_key_in_the_other_script_is_called_so() -> None:
    assert kinds("網格", found("网格")) == [MatchKind.SCRIPT]
    assert kinds("网格", found("網格", folded="网格", key="网格")) == [MatchKind.SCRIPT]


@pytest.mark.parametrize(("query", "text"), [("網格", "網格"), ("“三无”", "三无"), ("ppp", "PPP")])
def test_what_differs_in_width_case_or_punctuation_alone_is_exact(query: str, text: str) -> None:
    assert kinds(query, found(text)) == [MatchKind.EXACT]


def test_an_english_word_for_word_match_is_a_rendering() -> None:
    assert kinds("grid", found("grid", language="en")) == [MatchKind.RENDERING]


def test_a_rendering_that_begins_with_chinese_is_no_chinese_term() -> None:
    assert kinds("户", found("户口 (hukou)", MatchKind.PREFIX, language="en")) == []


def test_the_term_spelled_as_the_query_is_the_one_that_was_found() -> None:
    both = (found("三无船舶"), found("“三无”船舶", folded="三无船舶", key="三无船舶"))
    assert rank_found("“三无”船舶", both)[0].text == "“三无”船舶"


def test_homographs_come_by_scope_and_then_by_id() -> None:
    given = [("cb", "Sanya"), ("cc", ""), ("cd", "Haikou"), ("ca", "Haikou")]
    ranked = rank_found("网格", [found("网格", concept=id, scope=scope) for id, scope in given])
    assert [finding.concept for finding in ranked] == ["cc", "ca", "cd", "cb"]


def pinyin(text: str, key: str, reading: str, concept: str) -> Found:
    spelled = found(text, MatchKind.PINYIN, concept, key=key, reading=reading)
    return replace(spelled, whole=key == "xian" or key == "wangluo")


def test_a_whole_reading_comes_before_the_beginning_of_a_shorter_term() -> None:
    ranked = rank_found("xian", [pinyin("乡", "xiang", "xiāng", "ca"), pinyin("西安", "xian", "xī ān", "cb")])
    assert [finding.text for finding in ranked] == ["西安", "乡"]


def test_the_usual_reading_comes_before_a_rare_one() -> None:
    rare, usual = (
        pinyin("网格", "wangluo", "wǎng gé", "ca"),
        pinyin("网络安全", "wangluoanquan", "wǎng luò ān quán", "cb"),
    )
    assert [finding.text for finding in rank_found("wangluo", [rare, usual])] == ["网络安全", "网格"]


def order(matched: Term, *renderings: Rendering) -> list[str]:
    concept = Concept(id="caaaaaaa", terms=(FULL, SHORT), renderings=renderings)
    return [rendering.text for rendering in order_renderings(concept, matched)]


def test_renderings_come_by_status_forbidden_ones_last() -> None:
    by_status = [Rendering(text=status.value, status=status) for status in reversed(Status)]
    assert order(FULL, *by_status) == ["preferred", "admitted", "proposed", "deprecated", "forbidden"]


def test_renderings_of_one_status_stay_as_listed() -> None:
    assert order(FULL, *(Rendering(text=text) for text in "bca")) == ["b", "c", "a"]


LONG = Rendering(text="free trade port", status=Status.PREFERRED)
ABBREVIATION = Rendering(text="FTP", term_type=TermType.ACRONYM, serves=SHORT.text)


def test_for_the_short_form_the_short_english_comes_first_and_for_the_full_form_the_full_one() -> None:
    assert order(SHORT, LONG, ABBREVIATION) == ["FTP", "free trade port"]
    assert order(FULL, ABBREVIATION, LONG) == ["free trade port", "FTP"]


def test_a_short_rendering_that_names_no_term_suits_a_short_term() -> None:
    short = Rendering(text="trade port", term_type=TermType.SHORT_FORM)
    assert order(SHORT, LONG, short) == ["trade port", "free trade port"]


def test_an_acronym_is_of_another_type_than_a_short_form() -> None:
    acronym = Rendering(text="FTP", term_type=TermType.ACRONYM)
    assert order(SHORT, LONG, acronym) == ["free trade port", "FTP"]


def test_a_rendering_for_another_term_does_not_suit_even_if_as_long() -> None:
    for_the_full = Rendering(
        text="free-trade port", status=Status.PREFERRED, term_type=TermType.SHORT_FORM, serves=FULL.text
    )
    assert order(SHORT, for_the_full, ABBREVIATION) == ["FTP", "free-trade port"]


def test_what_suits_is_not_shown_before_what_is_recommended() -> None:
    wrong = Rendering(text="FTZ", status=Status.FORBIDDEN, serves=SHORT.text)
    unsure = Rendering(text="FP", status=Status.PROPOSED, serves=SHORT.text)
    assert order(SHORT, wrong, unsure, LONG) == ["free trade port", "FP", "FTZ"]


def test_the_matched_term_is_the_one_of_that_text_and_language() -> None:
    hant = Term(text="自贸港", language="zh-Hant")
    concept = Concept(id="caaaaaaa", terms=(hant, SHORT))
    assert matched_term(concept, found("自贸港")) is SHORT


def test_where_english_was_found_the_preferred_term_is_the_matched_one() -> None:
    preferred = Term(text="自贸港区", status=Status.PREFERRED)
    concept = Concept(id="caaaaaaa", terms=(FULL, preferred), renderings=(LONG,))
    assert matched_term(concept, found(LONG.text, language="en")) is preferred
