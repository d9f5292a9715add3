"""Keys are data: no character of a query means anything to the engine."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from engines import FILES_ONLY, SERVER_ONLY
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from glossary.model import (
    Found,
    KeyedConcept,
    KeyedTerm,
    KeyKind,
    MatchKind,
    Probe,
    Rendering,
    TermKey,
    TermType,
)
from glossary.store.concepts import insert_concept, insert_concepts
from glossary.store.database import Base
from glossary.store.keys import end_of_prefix, run_probe

from .samples import CENTRE, GRID, WORKER, a_concept, keyed, texts


def exact(*keys: str, kind: KeyKind = KeyKind.FOLDED) -> Probe:
    return Probe(match=MatchKind.EXACT, kind=kind, keys=keys)


def prefix(key: str, kind: KeyKind = KeyKind.FOLDED) -> Probe:
    return Probe(match=MatchKind.PREFIX, kind=kind, keys=(key,), prefix=True)


def holding(*keys: str) -> Probe:
    return Probe(match=MatchKind.SUBSTRING, kind=KeyKind.BIGRAM, keys=keys)


def write(connection: Connection, *spellings: str) -> None:
    ids = (f"caaaaaa{letter}" for letter in "abcdefghijklmnop")
    concepts = (a_concept(id, text) for id, text in zip(ids, spellings, strict=False))
    insert_concepts(connection, map(keyed, concepts))


def ask(base: Base, probe: Probe, *spellings: str, limit: int = 20) -> list[str]:
    with base.writing() as connection:
        write(connection, *spellings)
        return texts(run_probe(connection, probe, limit=limit))


def test_an_exact_probe_tells_all_about_the_term_that_it_found(base: Base) -> None:
    with base.writing() as connection:
        insert_concept(connection, keyed(a_concept(text="App", scope="Sanya")))
        found = run_probe(connection, exact("app"), limit=1)
    assert found == [
        Found(
            concept=WORKER,
            text="App",
            language="zh-Hans",
            term_type=TermType.FULL_FORM,
            folded="app",
            match=MatchKind.EXACT,
            key="app",
            reading="reading of App",
            scope="Sanya",
        )
    ]


def test_a_rendering_is_found_by_its_words(base: Base) -> None:
    concept = a_concept(renderings=(Rendering(text="grid worker"),))
    with base.writing() as connection:
        insert_concept(connection, keyed(concept))
        found = run_probe(connection, exact("worker", "grid", kind=KeyKind.WORD), limit=9)
    assert [(one.text, one.language, one.key) for one in found] == [("grid worker", "en", "worker")]


def test_a_key_of_another_kind_is_not_found(base: Base) -> None:
    assert ask(base, exact("网格", kind=KeyKind.PINYIN), "网格") == []


def test_all_the_keys_must_be_held_by_one_term(base: Base) -> None:
    spellings = ("网格员", "网格化", "专职网格员", "格员")
    assert ask(base, holding("网格", "格员"), *spellings) == ["网格员", "专职网格员"]


def test_a_key_asked_twice_counts_once(base: Base) -> None:
    assert ask(base, holding("网格", "网格"), "网格员") == ["网格员"]


def test_terms_come_in_the_order_in_which_they_were_written(base: Base) -> None:
    assert ask(base, holding("网格"), "网格员", "大网格", "网格") == ["网格员", "大网格", "网格"]


def test_a_prefix_finds_what_starts_with_it_in_the_order_of_keys(base: Base) -> None:
    spellings = ("网格员", "网络", "网格", "大网格", "网格化")
    assert ask(base, prefix("网格"), *spellings) == ["网格", "网格化", "网格员"]


def test_the_limit_counts_terms(base: Base) -> None:
    assert ask(base, prefix("网"), "网格员", "网络", "网格", limit=2) == ["网格", "网格员"]


def test_a_term_with_several_keys_in_the_range_comes_once_and_does_not_use_up_the_limit(base: Base) -> None:
    keys = tuple(TermKey(KeyKind.PINYIN, pinyin) for pinyin in ("hangzhang", "hangchang", "xingzhang"))
    both = KeyedConcept(concept=a_concept(WORKER, "行长"), keyed=(KeyedTerm(folded="行长", keys=keys),))
    other = KeyedTerm(folded="航线", keys=(TermKey(KeyKind.PINYIN, "hangxian"),))
    with base.writing() as connection:
        insert_concept(connection, both)
        insert_concept(connection, KeyedConcept(concept=a_concept(CENTRE, "航线"), keyed=(other,)))
        found = run_probe(connection, prefix("hang", KeyKind.PINYIN), limit=2)
    assert [(one.text, one.key) for one in found] == [("行长", "hangchang"), ("航线", "hangxian")]


PATTERNS = [*"%_*'?[]\\", '"', "a%", "_b", "a*b", '"quoted"', "' or 1=1 --", "near(", "ab and zz"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_characters_find_themselves_alone(base: Base, pattern: str) -> None:
    assert ask(base, prefix(pattern), "网格", "ab", f"{pattern}x", "zzz") == [f"{pattern}x"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_characters_are_looked_up_as_they_are(base: Base, pattern: str) -> None:
    assert ask(base, exact(pattern), "网格", "ab") == []


@pytest.mark.parametrize("start", ["𠮷", "𠮷野", "\U0010ffff", "\ud7ff", "\ue000", "\uffff", "龥"])
def test_a_prefix_beyond_the_usual_planes_finds_what_starts_with_it(base: Base, start: str) -> None:
    first, second = f"{start}a", f"{start}𠮷"
    concepts = [(WORKER, first), (CENTRE, second), (GRID, "网格")]
    with base.writing() as connection:
        for id, folded in concepts:
            terms = (KeyedTerm(folded=folded),)
            insert_concept(connection, KeyedConcept(concept=a_concept(id), keyed=terms))
        found = run_probe(connection, prefix(start), limit=9)
    assert [one.folded for one in found] == [first, second]


NO_KEYS = [exact(), exact(""), prefix(""), exact("\ud800"), prefix("网\udfff"), exact("\0")]


@pytest.mark.parametrize("probe", NO_KEYS)
def test_what_no_key_can_be_finds_nothing(base: Base, probe: Probe) -> None:
    assert ask(base, probe, "网格") == []


def test_a_long_query_with_many_keys_is_answered(base: Base) -> None:
    long = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))
    keys = [long[at : at + 2] for at in range(199)]
    assert ask(base, holding(*keys), long, "网格") == [long]


@given(st.text(min_size=1), st.text())
def test_the_end_of_a_prefix_is_above_all_that_start_with_it(start: str, rest: str) -> None:
    end = end_of_prefix(start)
    assert end is None or start + rest < end


@given(st.text(min_size=1), st.text())
def test_the_end_of_a_prefix_is_below_all_else_that_is_above_it(start: str, other: str) -> None:
    end = end_of_prefix(start)
    if other > start and not other.startswith(start):
        assert end is not None
        assert other >= end


PROBES = pytest.mark.parametrize("probe", [exact("网格"), prefix("网"), holding("网格", "格员")])


@FILES_ONLY
@PROBES
def test_a_probe_reads_a_stretch_of_an_index_and_sorts_nothing(base: Base, probe: Probe) -> None:
    steps = " / ".join(step.detail for step in plan_of(base, probe, "EXPLAIN QUERY PLAN"))
    assert "SCAN" not in steps
    assert "TEMP B-TREE" not in steps
    assert steps.startswith("SEARCH term_key USING PRIMARY KEY")


@SERVER_ONLY
@PROBES
def test_on_a_server_too_a_probe_reads_a_stretch_of_an_index(base: Base, probe: Probe) -> None:
    # So few rows would be read as they lie.
    steps = " / ".join(
        str(step[0]).strip() for step in plan_of(base, probe, "SET LOCAL enable_seqscan TO off", "EXPLAIN")
    )
    assert "Seq Scan" not in steps
    assert re.search(r"Scan (using|on) pk_term_key.*Index Cond: \(\(kind = .* AND \(key ", steps)


def plan_of(base: Base, probe: Probe, *explain: str) -> Sequence[Any]:
    """What the engine would do for a probe."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    with base.reading() as connection:
        event.listen(connection, "before_cursor_execute", note)
        run_probe(connection, probe, limit=9)
        event.remove(connection, "before_cursor_execute", note)
        ((statement, parameters),) = asked
        for setting in explain[:-1]:
            connection.exec_driver_sql(setting)
        return connection.exec_driver_sql(f"{explain[-1]} {statement}", parameters).all()
