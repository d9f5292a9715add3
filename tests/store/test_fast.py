"""The fast lookup: plain tuples for a plain hit, None for anything else."""

import pytest

from glossary.model import (
    Concept,
    Context,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)
from glossary.store.concepts import insert_concepts
from glossary.store.contexts import replace_contexts
from glossary.store.database import Base
from glossary.store.fast import MOST_SEE_ALSO, find_exact

from .samples import (
    CENTRE,
    GRID,
    WORKER,
    a_concept,
    a_context,
    a_document,
    full_concept,
    insert_document,
    keyed,
)

SAMPLE, REAL = a_document("sample", sample=True, publisher="Ours"), a_document("real", title="A title")


@pytest.fixture
def engine() -> str:
    """These are about files."""
    return "sqlite"


def write(base: Base, *concepts: Concept) -> str:
    with base.writing() as connection:
        insert_concepts(connection, map(keyed, concepts))
    return base.location


def look_up(base: Base, query: str, *concepts: Concept) -> tuple[tuple[object, ...], tuple[object, ...]]:
    answer = find_exact(write(base, *concepts), query)
    assert answer is not None
    return answer


def renderings(base: Base, query: str, *given: Rendering, terms: tuple[Term, ...]) -> list[object]:
    concepts, _ = look_up(base, query, a_concept(terms=terms, renderings=given))
    return [rendering[0] for rendering in concepts[0][9]]


def see_also(base: Base, query: str, *texts: str) -> list[object]:
    ids = (f"caaaaaa{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    _, found = look_up(base, query, *(a_concept(id, text) for id, text in zip(ids, texts, strict=False)))
    return [text for text, *_ in found]


def test_a_hit_tells_all_that_is_printed(base: Base) -> None:
    others = (a_concept(CENTRE, "综治中心"), a_concept(GRID, "格"))
    concepts, found = look_up(base, "网格员", full_concept(), *others)
    official = ("Xinhua", "Grids and those who work in them", "2023-05", "state-media", "bilingual")
    evidence = ((*official, "http://example.org/a"), ("", "", "", "composed", "", ""))
    assert concepts == (
        (
            WORKER,
            "网格员",
            "reading of 网格员",
            "governance",
            "Hainan",
            "someone who looks after a grid",
            "not a grid engineer",
            ("網格員", "格员"),
            (("格", ""),),
            (
                ("grid worker", "preferred", "", "full-form", "", evidence),
                ("grid worker", "admitted", "", "full-form", "", ()),
                ("gridder", "forbidden", "grid worker", "full-form", "", ()),
            ),
            False,
            None,
            "exact",
        ),
    )
    assert found == ()


def test_members_of_a_formula_come_in_its_order_with_what_to_write_for_each(base: Base) -> None:
    forms = Rendering(text="watch", status=Status.DEPRECATED, instead="look-out"), Rendering(text="look-out")
    dike, watch = a_concept("cbbbbbbb", "堤坝"), a_concept("caaaaaaa", "瞭望", renderings=forms)
    relations = (
        Relation(kind=RelationKind.RELATED, concept=dike.id),
        Relation(kind=RelationKind.HAS_MEMBER, concept=dike.id),
        Relation(kind=RelationKind.HAS_MEMBER, concept=watch.id),
    )
    formula = a_concept("ccccccca", "二位一体", relations=relations)
    concepts, _ = look_up(base, "二位一体", dike, watch, formula)
    assert concepts[0][8] == (("堤坝", ""), ("瞭望", "look-out"))


def test_homographs_come_by_scope_the_empty_one_first_then_by_id(base: Base) -> None:
    scopes = {"caaaaaaa": "Sanya", "cbbbbbbb": "Haikou", "cccccccc": "", "cddddddd": ""}
    concepts, _ = look_up(base, "一体", *(a_concept(id, "一体", scope=scope) for id, scope in scopes.items()))
    assert [concept[0] for concept in concepts] == ["cccccccc", "cddddddd", "cbbbbbbb", "caaaaaaa"]


def test_of_two_terms_that_match_the_one_spelled_as_the_query_is_shown(base: Base) -> None:
    spellings = ("APP端", "app端", "App端")
    concepts, _ = look_up(base, "app端", a_concept(terms=tuple(Term(text=text) for text in spellings)))
    assert [(concept[1], concept[7]) for concept in concepts] == [("app端", ("APP端", "App端"))]


def test_else_the_first_of_them_by_text_is_shown(base: Base) -> None:
    concepts, _ = look_up(base, "app端", a_concept(terms=(Term(text="App端"), Term(text="APP端"))))
    assert concepts[0][1] == "APP端"


def test_homographs_spelled_as_the_query_come_before_those_that_are_not(base: Base) -> None:
    first, second = a_concept("caaaaaaa", "APP端"), a_concept("cbbbbbbb", "app端", scope="Sanya")
    concepts, _ = look_up(base, "app端", first, second)
    assert [concept[0] for concept in concepts] == ["cbbbbbbb", "caaaaaaa"]


def test_a_query_without_a_chinese_character_is_left_to_the_full_command(base: Base) -> None:
    assert find_exact(write(base, a_concept(text="app")), "app") is None


DEFINITIONS = {
    "zh-Hans": Definition(text="中文", language="zh-Hans"),
    "de": Definition(text="deutsch", language="de"),
    "enm": Definition(text="middle English", language="enm"),
    "en-GB": Definition(text="British", language="en-GB"),
    "en": Definition(text="English", language="en"),
}


@pytest.mark.parametrize(
    ("languages", "shown"),
    [
        (["zh-Hans", "en", "en-GB"], "English"),
        (["en-GB", "en"], "British"),
        (["de", "enm", "zh-Hans"], "中文"),
        (["de", "enm"], ""),
        ([], ""),
    ],
)
def test_the_english_definition_is_shown_else_the_chinese_one(
    base: Base, languages: list[str], shown: str
) -> None:
    definitions = tuple(DEFINITIONS[language] for language in languages)
    concepts, _ = look_up(base, "网格员", a_concept(definitions=definitions))
    assert concepts[0][5] == shown


FULL, SHORT = Term(text="社会管理平台"), Term(text="社管平台", term_type=TermType.SHORT_FORM)


def test_renderings_come_by_status_then_as_given(base: Base) -> None:
    given = [Rendering(text=status.value, status=status) for status in reversed(Status)]
    given += [Rendering(text="second", status=Status.PREFERRED)]
    order = ["preferred", "second", "admitted", "proposed", "deprecated", "forbidden"]
    assert renderings(base, FULL.text, *given, terms=(FULL,)) == order


def test_recommended_renderings_come_first_and_among_them_those_that_suit_the_term(base: Base) -> None:
    given = (
        Rendering(text="long", status=Status.PREFERRED),
        Rendering(text="for another", status=Status.PREFERRED, serves=FULL.text, term_type=TermType.ACRONYM),
        Rendering(text="short", term_type=TermType.SHORT_FORM),
        Rendering(text="acronym", term_type=TermType.ACRONYM),
        Rendering(text="serving", serves=SHORT.text),
        Rendering(text="unsure", status=Status.PROPOSED, serves=SHORT.text),
    )
    order = ["short", "serving", "long", "for another", "acronym", "unsure"]
    assert renderings(base, SHORT.text, *given, terms=(FULL, SHORT)) == order


def test_for_another_term_of_the_concept_the_order_is_another(base: Base) -> None:
    given = (
        Rendering(text="short", serves=SHORT.text, term_type=TermType.SHORT_FORM),
        Rendering(text="long"),
    )
    assert renderings(base, FULL.text, *given, terms=(FULL, SHORT)) == ["long", "short"]


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (Evidence(),),
        (Evidence(publisher="A program", tier=Tier.MACHINE),),
        (Evidence(), Evidence(publisher="Xinhua", tier=Tier.STATE_MEDIA)),
        (Evidence(publisher="Us", tier=Tier.IN_HOUSE),),
    ],
)
def test_a_gap_is_said_as_the_concept_says_it(base: Base, facts: tuple[Evidence, ...]) -> None:
    concept = a_concept(renderings=(Rendering(text="a"), Rendering(text="b", evidence=facts)))
    concepts, _ = look_up(base, "网格员", concept)
    assert concepts[0][10] is concept.is_gap


def context_of(base: Base, *contexts: Context) -> object:
    with base.writing() as connection:
        for document in (SAMPLE, REAL):
            insert_document(connection, document)
        replace_contexts(connection, [("网格员", contexts)])
    concepts, _ = look_up(base, "网格员", a_concept())
    return concepts[0][11]


def test_a_context_of_another_term_of_the_concept_is_shown_where_the_query_has_none(base: Base) -> None:
    with base.writing() as connection:
        insert_document(connection, REAL)
        replace_contexts(connection, [("格员", [a_context(REAL, keyword="格员")])])
    concepts, _ = look_up(base, "网格员", a_concept(terms=(Term(text="网格员"), Term(text="格员"))))
    assert concepts[0][11][1] == "格员"


def test_a_context_near_lost_characters_is_shown_only_where_there_is_no_other(base: Base) -> None:
    shown = context_of(base, a_context(REAL, left="lost", low_trust=True), a_context(REAL, 9, left="sound"))
    assert shown == ("sound", "网格员", "右", "A title", False)


def test_the_context_of_a_real_document_is_shown_before_that_of_a_sample(base: Base) -> None:
    shown = context_of(
        base, a_context(SAMPLE, left="s"), a_context(REAL, 9, left="r"), a_context(REAL, left="q")
    )
    assert shown == ("r", "网格员", "右", "A title", False)


def test_a_sample_is_called_one_and_its_publisher_goes_before_its_title(base: Base) -> None:
    assert context_of(base, a_context(SAMPLE)) == ("左", "网格员", "右", "Ours", True)


def test_terms_that_start_with_the_query_come_before_those_that_hold_it_the_shorter_first(base: Base) -> None:
    texts = ("网格", "大网格", "网格化管理", "网格员", "专职网格员", "网格化", "网络", "一网格局")
    assert see_also(base, "网格", *texts) == [
        "网格化",
        "网格员",
        "网格化管理",
        "大网格",
        "一网格局",
        "专职网格员",
    ]


def test_holding_the_first_two_characters_is_not_enough(base: Base) -> None:
    assert see_also(base, "网格员", "网格员", "大网格", "大网格员") == ["大网格员"]


def test_for_one_character_only_what_starts_with_it_is_seen(base: Base) -> None:
    assert see_also(base, "网", "网", "网格", "大网") == ["网格"]


def test_no_more_than_eight_are_seen(base: Base) -> None:
    texts = [f"网格{character}" for character in "一七三上下不与世丙业"]
    assert see_also(base, "网格", "网格", *texts) == texts[:MOST_SEE_ALSO]


def test_each_concept_is_seen_once_and_none_that_is_shown(base: Base) -> None:
    shown = a_concept(WORKER, terms=(Term(text="网格"), Term(text="网格点")))
    other = a_concept(CENTRE, terms=(Term(text="网格员"), Term(text="网格人员"), Term(text="大网格员")))
    _, found = look_up(base, "网格", shown, other)
    assert found == (("网格员", "reading of 网格员", "", "prefix"),)


def test_what_is_seen_comes_with_its_first_rendering_that_may_be_used(base: Base) -> None:
    given = (
        Rendering(text="bad", status=Status.FORBIDDEN),
        Rendering(text="fair", status=Status.PROPOSED),
        Rendering(text="good", status=Status.PREFERRED),
        Rendering(text="its own", status=Status.PREFERRED, serves="网格员"),
        Rendering(text="another's", status=Status.PREFERRED, term_type=TermType.SHORT_FORM),
    )
    other = a_concept(CENTRE, terms=(Term(text="网格员"),), renderings=given)
    bare = a_concept(GRID, terms=(Term(text="网格长"),), renderings=given[:1])
    _, found = look_up(base, "网格", a_concept(WORKER, "网格"), other, bare)
    assert [(term, rendering) for term, _, rendering, _ in found] == [("网格员", "good"), ("网格长", "")]


def test_a_rendering_is_no_chinese_term(base: Base) -> None:
    assert find_exact(write(base, a_concept(WORKER, "网格员", "grid")), "grid") is None


def test_a_concept_with_a_short_form_of_its_own_is_left_to_the_full_command(base: Base) -> None:
    short_of = (Relation(kind=RelationKind.SHORT_FORM_OF, concept=CENTRE),)
    concepts = (a_concept(CENTRE, "社会管理平台"), a_concept(WORKER, "社管平台", relations=short_of))
    place = write(base, *concepts)
    assert [find_exact(place, text) for text in ("社会管理平台", "社管平台")] == [None, None]


def test_of_many_terms_the_shortest_is_seen_first_whatever_was_written_first(base: Base) -> None:
    texts = [f"网格{'长' * length}" for length in range(25, 0, -1)]
    assert see_also(base, "网格", "网格", *texts)[0] == "网格长"
