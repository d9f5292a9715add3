"""What a translator types, and what stands first: the tables beside this file, one line a query."""

from pathlib import Path

import pytest

from glossary.model import MatchKind
from glossary.services.bases.choosing import shipped_base
from glossary.services.lookup.answers import look_up
from glossary.store.database import Base, open_base

Case = tuple[str, str, str]


def read_table(name: str) -> list[Case]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(typed, first, kind) for typed, first, kind in rows]


OWN, SHIPPED = read_table("first_hits.tsv"), read_table("shipped_first_hits.tsv")
EVERYTHING_AT_ONCE = 12
"""So many cases are one test: to begin a test takes longer than to ask."""


def first_hit(base: Base, typed: str) -> Case:
    hit = next(iter(look_up(base, typed).hits), None)
    return (typed, hit.term.text, hit.match.value) if hit else (typed, "", "nothing")


@pytest.mark.parametrize("start", range(0, len(OWN), EVERYTHING_AT_ONCE))
def test_the_first_hit(trap_base: Base, start: int) -> None:
    cases = OWN[start : start + EVERYTHING_AT_ONCE]
    assert [first_hit(trap_base, typed) for typed, _, _ in cases] == cases


def test_the_first_hit_of_the_shipped_base() -> None:
    with open_base(str(shipped_base()), write=False) as base:
        assert [first_hit(base, typed) for typed, _, _ in SHIPPED] == SHIPPED


def test_the_table_has_every_kind_and_enough_queries() -> None:
    assert len({typed for typed, _, _ in OWN}) >= 200
    assert {kind for _, _, kind in OWN} == {kind.value for kind in MatchKind} - {"context"}


@pytest.mark.parametrize(
    "typed", ["liuancha", "trade union", "网格员网格员", "上海", "zzzz", "%", "grid vessel", "the", "of the"]
)
def test_nothing_is_found_for_what_no_term_is_called(many_terms: Base, typed: str) -> None:
    assert look_up(many_terms, typed, fuzzy=False).hits == ()


NOT_EXACT = [typed for typed, _, kind in OWN if kind.startswith("fuzzy")]


def test_without_fuzzy_nothing_is_taken_for_what_it_resembles(trap_base: Base) -> None:
    found = [hit.match for typed in NOT_EXACT for hit in look_up(trap_base, typed, fuzzy=False).hits]
    assert {MatchKind.FUZZY, MatchKind.FUZZY_PINYIN}.isdisjoint(found)


def test_what_sounds_right_comes_before_what_only_sounds_alike(trap_base: Base) -> None:
    hits = [(hit.term.text, hit.match.value) for hit in look_up(trap_base, "sizhang").hits]
    assert hits == [("司长", "pinyin"), ("市长", "fuzzy-pinyin")]


def test_several_ways_to_cut_letters_are_all_answered(trap_base: Base) -> None:
    assert {"先", "西安"} <= {hit.term.text for hit in look_up(trap_base, "xian").hits}
    assert {"方案", "反感"} <= {hit.term.text for hit in look_up(trap_base, "fangan").hits}


def test_one_simplified_character_finds_all_that_it_stands_for(trap_base: Base) -> None:
    begun = {hit.term.text for hit in look_up(trap_base, "发").hits}
    assert begun == {"髮型", "发展", "發佈會"}
    assert begun == {hit.term.text for typed in "發髮" for hit in look_up(trap_base, typed).hits}


@pytest.mark.parametrize(
    ("typed", "other"),
    [("网信办", "网络安全和信息化委员会办公室"), ("网络安全和信息化委员会办公室", "网信办")],
)
def test_a_short_form_that_is_a_concept_of_its_own_leads_to_the_full_one_and_back(
    trap_base: Base, typed: str, other: str
) -> None:
    hits = [(hit.term.text, hit.match.value) for hit in look_up(trap_base, typed).hits]
    assert hits[:2] == [(typed, "exact"), (other, "abbreviation")]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("网格员", "网格员"),
        ("格员", "格员"),
        ("wgy", "wgy"),
        ("网格人员", "网格员"),
        ("grid wroker", "grid worker"),
        ("grid workers", "grid worker"),
        ("gridworkers", "grid worker"),
    ],
)
def test_a_hit_says_by_what_it_was_found(trap_base: Base, typed: str, key: str) -> None:
    assert look_up(trap_base, typed).hits[0].key == key


def test_two_words_that_no_rendering_has_together_are_not_what_was_written_as_one(trap_base: Base) -> None:
    assert look_up(trap_base, "worker").hits
    assert look_up(trap_base, "workergrid system").hits == ()


def test_a_corrected_reading_has_no_rival(many_terms: Base) -> None:
    assert look_up(many_terms, "luancha").hits[0].reading == "lù ān chá"


@pytest.mark.parametrize("typed", ["政务中心", "政務中心", "zhengwuzhongxin", "zwzx"])
def test_homographs_come_by_scope_the_empty_one_first(many_terms: Base, typed: str) -> None:
    hits = look_up(many_terms, typed).hits
    assert [hit.concept.scope for hit in hits] == ["", "A City", "B City"]


def test_kinds_come_best_first_and_each_concept_once(many_terms: Base) -> None:
    hits = [(hit.term.text, hit.match.value) for hit in look_up(many_terms, "网格员").hits]
    assert hits == [("网格员", "exact"), ("网格员队伍", "prefix"), ("专职网格员", "substring")]


def test_the_usual_reading_comes_before_a_reading_of_the_same_characters_elsewhere(many_terms: Base) -> None:
    terms = [hit.term.text for hit in look_up(many_terms, "wangluo").hits]
    assert terms == ["网络", "网络安全", "网格", "网格员", "网格员队伍"]


def test_of_english_hits_the_one_with_the_fewest_other_words_comes_first(many_terms: Base) -> None:
    terms = [hit.term.text for hit in look_up(many_terms, "grid").hits]
    assert terms == ["网格", "网格员", "网格员队伍", "专职网格员"]


def test_the_simplified_spelling_is_shown_where_both_fit_alike(many_terms: Base) -> None:
    assert look_up(many_terms, "wanggeyuan").hits[0].term.text == "网格员"


def test_for_english_the_preferred_chinese_term_is_shown(many_terms: Base) -> None:
    assert look_up(many_terms, "river chief system").hits[0].term.text == "河湖长制"


def test_the_limit_is_kept(many_terms: Base) -> None:
    assert len(look_up(many_terms, "grid", limit=2).hits) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "网" * 200,
        "w" * 200,
        "网w" * 100,
        "xian" * 50,
        " ".join("abcdefghijklmnop"),
        "%_*\"'()[]",
        "a OR b NEAR c",
        "x' OR 1=1 --",
        ".*[网格]+$",
        "(?:",
        "😀",
        "网格😀员😀😀",
        "👩‍👩‍👧‍👦",
        "é",
        "网\u200b格",
    ],
)
def test_long_and_odd_queries_are_answered(many_terms: Base, typed: str) -> None:
    assert all(hit.match.value for hit in look_up(many_terms, typed).hits)
