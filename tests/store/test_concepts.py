"""A concept comes back as it was written, with a fixed number of statements."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from engines import ENGINES
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from glossary.errors import BaseError, NotFound
from glossary.model import (
    Basis,
    Concept,
    Definition,
    Evidence,
    KeyedConcept,
    KeyKind,
    MatchKind,
    Probe,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)
from glossary.store.concepts import (
    concepts_with_folded,
    count_concepts,
    find_concept,
    find_concepts,
    insert_concepts,
    iterate_concepts,
    replace_concepts,
)
from glossary.store.database import Base, create_base
from glossary.store.keys import run_probe

from .samples import CENTRE, GRID, WORKER, a_concept, full_concept, keyed


def numbered(count: int) -> list[KeyedConcept]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    ids = (f"caaaaa{a}{b}" for a in letters for b in letters)
    return [keyed(a_concept(id, f"词{id}", f"word {id}")) for id, _ in zip(ids, range(count), strict=False)]


@contextmanager
def statements_of(connection: Connection) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    yield seen
    event.remove(connection, "before_cursor_execute", note)


def test_a_concept_with_everything_in_it_comes_back(base: Base) -> None:
    with base.writing() as connection:
        for concept in (full_concept(), a_concept(CENTRE, "综治中心"), a_concept(GRID, "网格")):
            insert_concepts(connection, [keyed(concept)])
    with base.reading() as connection:
        assert find_concept(connection, WORKER) == full_concept()


def test_a_concept_that_is_not_there_is_not_found(base: Base) -> None:
    with base.reading() as connection:
        assert find_concept(connection, WORKER) is None


def test_concepts_come_in_the_order_of_the_question(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, numbered(5))
        ids = [f"caaaaaa{letter}" for letter in "dabec"]
        assert [concept.id for concept in find_concepts(connection, ids)] == ids


def test_an_id_asked_twice_comes_twice_and_a_missing_one_is_left_out(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        found = find_concepts(connection, [WORKER, CENTRE, WORKER])
    assert [concept.id for concept in found] == [WORKER, WORKER]


@pytest.mark.parametrize("count", [1, 40, 600])
def test_however_many_concepts_it_takes_four_statements(base: Base, count: int) -> None:
    concepts = numbered(count)
    with base.writing() as connection:
        insert_concepts(connection, concepts)
        with statements_of(connection) as statements:
            assert len(find_concepts(connection, [each.concept.id for each in concepts])) == count
    assert len(statements) == 4


def test_more_ids_than_a_statement_can_carry_are_asked_in_parts(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        ids = [f"c{number:07}" for number in range(40_000)]
        assert len(find_concepts(connection, [*ids, WORKER])) == 1


@pytest.mark.parametrize("batch", [1, 3, 7, 100])
def test_all_concepts_stream_in_the_order_of_ids(base: Base, batch: int) -> None:
    concepts = numbered(7)
    with base.writing() as connection:
        insert_concepts(connection, reversed(concepts))
        assert list(iterate_concepts(connection, batch=batch)) == [each.concept for each in concepts]


def test_a_stream_of_concepts_is_counted(base: Base) -> None:
    with base.writing() as connection:
        assert insert_concepts(connection, iter(numbered(3))) == 3
        assert count_concepts(connection) == 3


def test_a_concept_replaces_the_one_of_its_id(base: Base) -> None:
    new = a_concept(WORKER, "网格长", "grid head", scope="Sanya")
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(WORKER, "网格员", "grid worker"))])
        replace_concepts(connection, [keyed(new)])
        assert find_concept(connection, WORKER) == new
        assert count_concepts(connection) == 1


def test_a_replaced_concept_is_found_by_its_new_keys_alone(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(text="网格员"))])
        replace_concepts(connection, [keyed(a_concept(text="网格长"))])
        assert concepts_with_folded(connection, "网格员") == []
        assert concepts_with_folded(connection, "网格长") == [WORKER]


def test_relations_that_lead_to_a_replaced_concept_stay(base: Base) -> None:
    arrow = Relation(kind=RelationKind.BROADER, concept=WORKER)
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(WORKER))])
        insert_concepts(connection, [keyed(a_concept(CENTRE, "综治中心", relations=(arrow,)))])
        replace_concepts(connection, [keyed(a_concept(WORKER, "网格长"))])
        found = find_concept(connection, CENTRE)
    assert found is not None
    assert found.relations == (arrow,)


def test_a_concept_that_is_not_there_cannot_be_replaced(base: Base) -> None:
    with pytest.raises(NotFound, match="there is no concept caaaaaaa"), base.writing() as connection:
        replace_concepts(connection, [keyed(a_concept())])


def test_the_same_concept_cannot_be_written_twice(base: Base) -> None:
    with pytest.raises(BaseError, match=r"concept\.id|pk_concept"), base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept()), keyed(a_concept())])


def test_a_value_without_keys_for_each_term_is_a_mistake(base: Base) -> None:
    with pytest.raises(ValueError, match="zip"), base.writing() as connection:
        insert_concepts(connection, [KeyedConcept(concept=a_concept(), keyed=())])


def test_homographs_come_by_scope_the_empty_one_first_then_by_id(base: Base) -> None:
    scopes = {"caaaaaaa": "Sanya", "cbbbbbbb": "Haikou", "cccccccc": "", "cddddddd": ""}
    with base.writing() as connection:
        for id, scope in scopes.items():
            insert_concepts(connection, [keyed(a_concept(id, "四位一体", scope=scope))])
        found = concepts_with_folded(connection, "四位一体")
    assert found == ["cccccccc", "cddddddd", "cbbbbbbb", "caaaaaaa"]


def test_a_concept_with_two_terms_of_one_key_comes_once(base: Base) -> None:
    both = a_concept(terms=(Term(text="App"), Term(text="APP")))
    with base.writing() as connection:
        insert_concepts(connection, [keyed(both)])
        assert concepts_with_folded(connection, "app") == [WORKER]


def test_only_chinese_terms_count_as_spellings(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(WORKER, "网格员", "grid worker"))])
        assert concepts_with_folded(connection, "grid worker") == []


def test_the_folded_spelling_is_a_key_even_when_it_is_not_given_as_one(base: Base) -> None:
    probe = Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=("网格员",))
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        assert [found.folded for found in run_probe(connection, probe, limit=9)] == ["网格员"]


Fields = dict[str, Any]
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=12
).filter(lambda text: text == text.strip())
NOTES = st.one_of(st.just(""), TEXTS)
LANGUAGES = st.sampled_from(["zh-Hans", "zh-Hant", "en", "en-GB"])
DESIGNATION = {
    "text": TEXTS,
    "language": LANGUAGES,
    "status": st.sampled_from(Status),
    "part_of_speech": NOTES,
    "term_type": st.sampled_from(TermType),
    "reading": NOTES,
    "case_sensitive": st.booleans(),
    "do_not_translate": st.booleans(),
    "note": NOTES,
}
EVIDENCE = st.builds(
    Evidence,
    publisher=TEXTS,
    title=NOTES,
    date=st.sampled_from(["", "1999", "2024-02", "2024-02-29"]),
    url=st.just("") | NOTES.map("https://{}".format),
    mirror_of=NOTES,
    tier=st.sampled_from(Tier),
    basis=st.sampled_from([None, *Basis]),
    note=NOTES,
)
DEFINITIONS = st.builds(Definition, text=TEXTS, language=LANGUAGES, source=NOTES)
ARROWS = st.builds(Relation, kind=st.sampled_from(RelationKind), concept=st.sampled_from([CENTRE, GRID]))


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    chinese = [Term(**draw(fields(*name))) for name in draw(names_in("zh-Hans", "zh-Hant", least=1))]
    english = [_rendering(draw, chinese, fields(*name)) for name in draw(names_in("en", "en-GB"))]
    return Concept(
        id=WORKER,
        subject_field=draw(NOTES),
        scope=draw(NOTES),
        note=draw(NOTES),
        definitions=tuple(draw(st.lists(DEFINITIONS, max_size=2))),
        terms=tuple(chinese),
        renderings=_pointing(draw, english),
        relations=tuple(draw(st.lists(ARROWS, max_size=3, unique=True))),
    )


def names_in(*languages: str, least: int = 0) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.tuples(st.sampled_from(languages), TEXTS), min_size=least, max_size=4, unique=True)


def fields(language: str, text: str) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(DESIGNATION | {"language": st.just(language), "text": st.just(text)})


def _rendering(draw: st.DrawFn, chinese: list[Term], made: st.SearchStrategy[Fields]) -> Fields:
    serves = draw(st.sampled_from(["", *(term.text for term in chinese)]))
    return draw(made) | {"serves": serves, "evidence": tuple(draw(st.lists(EVIDENCE, max_size=2)))}


def _pointing(draw: st.DrawFn, english: list[Fields]) -> tuple[Rendering, ...]:
    def another(text: str) -> str:
        return draw(st.sampled_from(["", *(each["text"] for each in english if each["text"] != text)]))

    return tuple(Rendering(**each, instead=another(each["text"])) for each in english)


class TakenBack(Exception):
    """Ends a transaction without keeping it."""


@pytest.fixture(scope="module", params=ENGINES)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    if request.param == "sqlite":
        place = str(tmp_path_factory.mktemp("shared") / "terms.db")
    else:
        place = request.getfixturevalue("server").new_schema()
    with create_base(place) as base:
        yield base


@pytest.mark.slow
@settings(deadline=None)
@given(concept=concepts())
def test_any_concept_comes_back_as_it_was_written(shared: Base, concept: Concept) -> None:
    with suppress(TakenBack), shared.writing() as connection:
        insert_concepts(connection, [keyed(concept)])
        assert list(iterate_concepts(connection)) == [concept]
        replace_concepts(connection, [keyed(concept)])
        assert find_concept(connection, concept.id) == concept
        raise TakenBack
