"""Keys are data: no character of a query means anything to the engine."""

import re
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
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base
from glossary.store.keys import (
    MOST_PROBES_A_STATEMENT,
    WEIGHED_AT_ROW,
    end_of_prefix,
    run_probe,
    run_probes,
)
from glossary.store.known_keys import known_keys

from .samples import CENTRE, GRID, WORKER, a_concept, keyed, texts


def exact(*keys: str, kind: KeyKind = KeyKind.FOLDED) -> Probe:
    return Probe(match=MatchKind.EXACT, kind=kind, keys=keys)


def prefix(key: str, kind: KeyKind = KeyKind.FOLDED) -> Probe:
    return Probe(match=MatchKind.PREFIX, kind=kind, keys=(key,), prefix=True)


def holding(*keys: str) -> Probe:
    return Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=keys)


HOLDING_TEXT = Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=("网格", "格员"), within="网格员")


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
        insert_concepts(connection, [keyed(a_concept(text="App", scope="Sanya"))])
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
        insert_concepts(connection, [keyed(concept)])
        found = run_probe(connection, exact("worker", "grid", kind=KeyKind.WORD), limit=9)
    assert [(one.text, one.language, one.key) for one in found] == [("grid worker", "en", "worker grid")]


def test_a_key_of_another_kind_is_not_found(base: Base) -> None:
    assert ask(base, exact("网格", kind=KeyKind.PINYIN), "网格") == []


def test_all_the_keys_must_be_held_by_one_term(base: Base) -> None:
    spellings = ("网格员", "网格化", "专职网格员", "格员")
    assert ask(base, holding("网格", "格员"), *spellings) == ["网格员", "专职网格员"]


def test_a_key_asked_twice_counts_once(base: Base) -> None:
    assert ask(base, holding("网格", "网格"), "网格员") == ["网格员"]


def test_short_terms_come_first_and_then_what_was_written_first(base: Base) -> None:
    assert ask(base, holding("网格"), "网格员", "大网格", "网格") == ["网格", "网格员", "大网格"]


def test_a_prefix_finds_what_is_longer_and_starts_with_it_short_terms_first(base: Base) -> None:
    spellings = ("网格化管理", "网络", "网格", "大网格", "网格化")
    assert ask(base, prefix("网格"), *spellings) == ["网格化", "网格化管理"]


def test_the_limit_counts_terms(base: Base) -> None:
    assert ask(base, prefix("网"), "网格员", "网络", "网格", limit=2) == ["网络", "网格"]


def test_of_many_terms_the_shortest_are_read(base: Base) -> None:
    spellings = ["网格" + "长" * length for length in range(14, 0, -1)]
    assert ask(base, holding("网格"), *spellings, limit=2) == ["网格长", "网格长长"]


def test_several_probes_are_answered_in_their_order(base: Base) -> None:
    with base.writing() as connection:
        write(connection, "网格员", "网格")
        found = run_probes(connection, [holding("格员"), exact("网格"), prefix("网")], limit=9)
    assert texts(found) == ["网格员", "网格", "网格", "网格员"]


def test_more_probes_than_a_statement_takes_are_answered(base: Base) -> None:
    probes = [exact(chr(0x4E00 + number)) for number in range(3 * MOST_PROBES_A_STATEMENT)]
    with base.writing() as connection:
        write(connection, "一", "丁", chr(0x4E00 + len(probes) - 1))
        assert texts(run_probes(connection, probes, limit=9)) == ["一", "丁", chr(0x4E00 + len(probes) - 1)]


def test_a_text_must_stand_as_it_is_within_what_holds_its_pairs(base: Base) -> None:
    probe = Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=("网格", "格网"), within="网格网")
    assert ask(base, probe, "格网格", "一网格网", "网格网") == ["网格网", "一网格网"]


def test_the_rarest_key_leads(base: Base) -> None:
    common = [f"网格{chr(0x4E00 + number)}" for number in range(WEIGHED_AT_ROW + 5)]
    ids = (f"c{number:07d}".translate(str.maketrans("0189", "wxyz")) for number in range(len(common) + 1))
    with base.writing() as connection:
        concepts = (a_concept(id, text) for id, text in zip(ids, [*common, "网格员"], strict=True))
        insert_concepts(connection, map(keyed, concepts))
        _, parameters = note_statements(connection, HOLDING_TEXT)[-1]
    values = parameters.values() if isinstance(parameters, dict) else parameters
    assert "格员" in values
    assert "网格" not in values


def test_keys_that_some_term_holds_are_told_from_others(base: Base) -> None:
    with base.writing() as connection:
        write(connection, "网格员", "网络")
        many = [chr(code) for code in range(0x4E00, 0x4E00 + 600)]
        assert known_keys(connection, KeyKind.FOLDED, ["网格员", "网格", *many, "网络"]) == {"网格员", "网络"}
        assert known_keys(connection, KeyKind.FOLDED, []) == set()


def test_a_term_with_several_keys_in_the_range_comes_once_and_does_not_use_up_the_limit(base: Base) -> None:
    keys = tuple(TermKey(KeyKind.PINYIN, pinyin) for pinyin in ("hangzhang", "hangchang", "xingzhang"))
    both = KeyedConcept(concept=a_concept(WORKER, "行长"), keyed=(KeyedTerm(folded="行长", keys=keys),))
    other = KeyedTerm(folded="航线", keys=(TermKey(KeyKind.PINYIN, "hangxian"),))
    with base.writing() as connection:
        insert_concepts(connection, [both])
        insert_concepts(connection, [KeyedConcept(concept=a_concept(CENTRE, "航线"), keyed=(other,))])
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
            insert_concepts(connection, [KeyedConcept(concept=a_concept(id), keyed=terms)])
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


PROBES = pytest.mark.parametrize(
    "probe", [exact("网格"), prefix("网"), holding("网格", "格员"), HOLDING_TEXT]
)


@FILES_ONLY
@PROBES
def test_a_probe_reads_a_stretch_of_an_index(base: Base, probe: Probe) -> None:
    steps = plan_of(base, probe, "EXPLAIN QUERY PLAN")
    assert not [step for step in steps if step.startswith("SCAN term")]
    assert [step for step in steps if step.startswith("SEARCH term_key USING PRIMARY KEY (kind=? AND key")]


@SERVER_ONLY
@PROBES
def test_on_a_server_too_a_probe_reads_a_stretch_of_an_index(base: Base, probe: Probe) -> None:
    # So few rows would be read as they lie.
    steps = " / ".join(plan_of(base, probe, "SET LOCAL enable_seqscan TO off", "EXPLAIN"))
    assert re.search(r"Scan (using|on) pk_term_key.*Index Cond: \(\(kind = .* AND \(key ", steps)


def note_statements(connection: Connection, probe: Probe) -> list[tuple[str, Any]]:
    """What is asked of the engine for a probe."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    run_probe(connection, probe, limit=9)
    event.remove(connection, "before_cursor_execute", note)
    return asked


def plan_of(base: Base, probe: Probe, *explain: str) -> list[str]:
    """What the engine would do for the last statement of a probe."""
    with base.reading() as connection:
        statement, parameters = note_statements(connection, probe)[-1]
        for setting in explain[:-1]:
            connection.exec_driver_sql(setting)
        rows = connection.exec_driver_sql(f"{explain[-1]} {statement}", parameters).all()
    return [str(row[-1]).strip() for row in rows]
