"""What docs/curation-policy.md and docs/subject-fields.md promise of the shipped concepts."""

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from glossary.formats.declaration import ExportOptions
from glossary.formats.toml.writing import slug, write_toml
from glossary.model import DISCOURAGED, RECOMMENDED, Concept, Evidence, Rendering, Status, Tier
from glossary.text.folding import folded_key

MIN_CONCEPTS = 450
MIN_DEFINED_IN_BOTH = 200
MAX_DEFINITION_CHARS = 240
FIELDS_PAGE = Path(__file__).resolve().parents[2] / "docs" / "subject-fields.md"
FIELD_ROW = re.compile(r"^\| ([a-z -]+) \| [^-]", re.MULTILINE)
NO_AUTHOR = re.compile(r"mirror|repost|re-post|re-host", re.IGNORECASE)
BRITISH = re.compile(r"centre|isation|labour|behaviour|defence|programme|neighbour|traveller", re.IGNORECASE)
COMPETING = {
    "政法委": (
        "Political and Legal Affairs Commission",
        "Commission for Political and Legal Affairs",
        "Commission for Judicial, Procuratorial and Public Security Affairs",
        "commission for law and order",
    ),
    "封关": ("special customs operations", "island-wide special customs operations"),
    "网格员": ("grid worker", "grid-based community worker", "grid manager"),
    "枫桥经验": ("Fengqiao model", "Fengqiao Experience"),
    "流动人口": ("migrant population", "floating population"),
    "基层治理": ("community-level governance", "primary-level governance", "grassroots governance"),
}
SUPERSEDED = {
    "政法委": ("Politics and Law Commission", "Political and Legal Affairs Committee"),
    "封关": ("independent customs operations", "closure", "lockdown"),
    "网格员": ("grid administrator", "grid controller", "grid monitor"),
    "枫桥经验": ("Fengqiao Town Experience",),
    "流动人口": ("transient population", "fluid population"),
}
MEMBERS = {
    ("三位一体", "Hainan"): ("综治中心", "雪亮工程", "网格化服务管理"),
    ("四位一体", "Hainan"): ("社会管理信息化平台", "综治中心", "网格化服务管理", "矛盾纠纷多元化解"),
    ("四位一体", "Nanning, comprehensive governance centers"): (
        "全时空信息支撑",
        "扁平化指挥",
        "部门联动共治",
        "“一网通”勤务",
    ),
    ("三网融合", "Nanning"): ("综治视联网", "公共安全视频监控网", "综治信息系统"),
    ("三道防控圈", "Hainan"): ("近海防控圈", "岸线防控圈", "岛内防控圈"),
    ("人防、物防、技防", ""): ("人防", "物防", "技防"),
    ("系统化、社会化、精细化、法治化、智能化", "Hainan"): (
        "系统化",
        "社会化",
        "精细化",
        "法治化",
        "智能化",
    ),
}


def named(concepts: tuple[Concept, ...], text: str, scope: str | None = None) -> Concept:
    found = [one for one in concepts if text in {term.text for term in one.terms}]
    return next(one for one in found if scope in (None, one.scope))


def renderings(concepts: tuple[Concept, ...]) -> list[tuple[str, Rendering]]:
    return [(concept.head.text, one) for concept in concepts for one in concept.renderings]


def facts(concepts: tuple[Concept, ...]) -> list[tuple[str, Evidence]]:
    return [(f"{zh}: {one.text}", fact) for zh, one in renderings(concepts) for fact in one.evidence]


def test_there_are_enough_concepts(concepts: tuple[Concept, ...]) -> None:
    assert len(concepts) >= MIN_CONCEPTS


def test_enough_are_defined_in_both_languages(concepts: tuple[Concept, ...]) -> None:
    defined = [one for one in concepts if {"zh", "en"} <= {each.language for each in one.definitions}]
    assert len(defined) >= MIN_DEFINED_IN_BOTH


def test_a_definition_is_one_sentence(concepts: tuple[Concept, ...]) -> None:
    stops = {"zh": re.compile(r"[^。]+。"), "en": re.compile(r"(?:[^.]|\.(?! [A-Z]))+\.")}
    assert [
        (concept.head.text, each.text)
        for concept in concepts
        for each in concept.definitions
        if not stops[each.language].fullmatch(each.text) or len(each.text) > MAX_DEFINITION_CHARS
    ] == []


def test_a_definition_does_not_begin_with_what_it_defines(concepts: tuple[Concept, ...]) -> None:
    assert [
        concept.head.text
        for concept in concepts
        for each in concept.definitions
        if each.text.startswith(concept.head.text)
    ] == []


def test_each_concept_has_a_documented_subject_field(concepts: tuple[Concept, ...]) -> None:
    documented = set(FIELD_ROW.findall(FIELDS_PAGE.read_text(encoding="utf-8"))) - {"field"}
    assert {one.subject_field for one in concepts} == documented


def test_a_field_is_one_file(concepts: tuple[Concept, ...], seeds_folder: Path) -> None:
    files = {path.name for path in seeds_folder.glob("*.toml")}
    assert files == {slug(one.subject_field) + ".toml" for one in concepts}


def test_the_files_are_as_export_writes_them(
    concepts: tuple[Concept, ...], seeds_folder: Path, tmp_path: Path
) -> None:
    write_toml(concepts, tmp_path, options=ExportOptions())
    for path in sorted(seeds_folder.glob("*.toml")):
        assert path.read_text(encoding="utf-8") == (tmp_path / path.name).read_text(encoding="utf-8")


def test_one_rendering_is_recommended_above_the_others(concepts: tuple[Concept, ...]) -> None:
    first = (Status.PREFERRED, Status.PROPOSED)
    counted = {one.id: sum(each.status in first for each in one.renderings) for one in concepts}
    assert {id: count for id, count in counted.items() if count != 1} == {}


def test_what_is_discouraged_names_something_better(concepts: tuple[Concept, ...]) -> None:
    for concept in concepts:
        status = {one.text: one.status for one in concept.renderings}
        for one in concept.renderings:
            if one.status in DISCOURAGED:
                assert status[one.instead] not in DISCOURAGED, (concept.head.text, one.text)


def test_each_rendering_has_evidence(concepts: tuple[Concept, ...]) -> None:
    assert [(zh, one.text) for zh, one in renderings(concepts) if not one.evidence] == []


@pytest.mark.parametrize("headword", COMPETING)
def test_official_forms_that_compete_stand_side_by_side(concepts: tuple[Concept, ...], headword: str) -> None:
    there = {one.text: one for one in named(concepts, headword).renderings}
    assert all(there[text].status in RECOMMENDED for text in COMPETING[headword])


@pytest.mark.parametrize("headword", COMPETING)
def test_a_form_that_competes_says_where_it_belongs(concepts: tuple[Concept, ...], headword: str) -> None:
    concept = named(concepts, headword)
    there = {one.text: one for one in concept.renderings}
    assert [text for text in COMPETING[headword] if not (there[text].note or concept.note)] == []


@pytest.mark.parametrize("headword", COMPETING)
def test_no_official_form_is_without_a_word_on_its_use(concepts: tuple[Concept, ...], headword: str) -> None:
    official = (Tier.OFFICIAL, Tier.STATE_MEDIA)
    there = [
        one
        for one in named(concepts, headword).renderings
        if any(fact.tier in official for fact in one.evidence) and not one.note
    ]
    assert [one.text for one in there] == []


@pytest.mark.parametrize("headword", SUPERSEDED)
def test_an_old_or_misleading_form_is_discouraged(concepts: tuple[Concept, ...], headword: str) -> None:
    status = {one.text: one.status for one in named(concepts, headword).renderings}
    assert all(status[text] in DISCOURAGED for text in SUPERSEDED[headword])


def test_the_senses_of_one_word_have_scopes_of_their_own(concepts: tuple[Concept, ...]) -> None:
    senses = defaultdict(set)
    for concept in concepts:
        for term in concept.terms:
            senses[folded_key(term.text)].add((concept.id, concept.scope))
    told_apart = {word: Counter(scope for _, scope in each) for word, each in senses.items() if len(each) > 1}
    assert told_apart
    assert {word: scopes for word, scopes in told_apart.items() if max(scopes.values()) > 1} == {}


def test_four_in_one_has_three_senses(concepts: tuple[Concept, ...]) -> None:
    senses = [one for one in concepts if one.head.text == "四位一体"]
    assert len({one.scope for one in senses}) == len(senses) == 3


@pytest.mark.parametrize(("formula", "scope"), MEMBERS)
def test_a_numbered_formula_names_its_members_in_order(
    concepts: tuple[Concept, ...], formula: str, scope: str
) -> None:
    heads = {one.id: one.head.text for one in concepts}
    relations = named(concepts, formula, scope).relations
    members = tuple(heads[one.concept] for one in relations if one.kind == "has-member")
    assert members == MEMBERS[formula, scope]


def test_a_copy_names_its_author(concepts: tuple[Concept, ...]) -> None:
    assert [
        where
        for where, fact in facts(concepts)
        if NO_AUTHOR.search(fact.publisher)
        and not fact.mirror_of
        and fact.tier in ("official", "state-media")
    ] == []


def test_a_copy_is_not_its_author(concepts: tuple[Concept, ...]) -> None:
    assert [where for where, fact in facts(concepts) if fact.mirror_of == fact.publisher != ""] == []


def test_a_spam_mirror_is_not_linked(concepts: tuple[Concept, ...]) -> None:
    unfit = re.compile(r"third-party mirror|spam")
    assert [where for where, fact in facts(concepts) if unfit.search(fact.publisher) and fact.url] == []


def test_machine_english_is_called_machine(concepts: tuple[Concept, ...]) -> None:
    assert [
        where
        for where, fact in facts(concepts)
        if "machine translation" in fact.publisher and fact.tier is not Tier.MACHINE
    ] == []


def test_only_what_is_composed_has_no_publisher(concepts: tuple[Concept, ...]) -> None:
    assert [w for w, fact in facts(concepts) if bool(fact.publisher) == (fact.tier is Tier.COMPOSED)] == []


def test_a_published_fact_says_on_what_it_rests(concepts: tuple[Concept, ...]) -> None:
    assert [w for w, fact in facts(concepts) if (fact.basis is None) != (fact.tier is Tier.COMPOSED)] == []


def test_no_term_is_one_character(concepts: tuple[Concept, ...]) -> None:
    assert [term.text for one in concepts for term in one.terms if len(term.text) == 1] == []


def test_a_rendering_has_no_slash_and_no_bracket(concepts: tuple[Concept, ...]) -> None:
    assert [one.text for _, one in renderings(concepts) if re.search(r"[/()（）]", one.text)] == []


def test_renderings_are_spelled_the_american_way(concepts: tuple[Concept, ...]) -> None:
    assert [one.text for _, one in renderings(concepts) if BRITISH.search(one.text)] == []


def test_terms_of_a_concept_differ_in_more_than_marks(concepts: tuple[Concept, ...]) -> None:
    def bare(text: str) -> str:
        return re.sub(r"[“”\"'（）()]", "", folded_key(text))

    assert [
        (one.text, other.text)
        for concept in concepts
        for one, other in combinations(concept.terms, 2)
        if bare(one.text) == bare(other.text)
    ] == []
