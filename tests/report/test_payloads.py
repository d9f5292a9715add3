"""The JSON of the contract, key by key; fields may be added, none renamed."""

import json
from dataclasses import replace
from typing import Any

import pytest

from glossary.curation.merging import Conflict
from glossary.formats.concepts import Dropped
from glossary.model import (
    Answer,
    BaseCounts,
    CandidateKind,
    CandidateState,
    Concept,
    Decision,
    Definition,
    Hit,
    MatchKind,
    RankedCandidate,
    Status,
    Term,
    Tier,
    Unread,
)
from glossary.report.payloads import (
    describe_answer,
    describe_candidate,
    describe_counts,
    describe_document,
    describe_hit,
    describe_import,
    describe_unread,
    pick_definition,
)

from .answers import CONTEXT, DOCUMENT, FOURS, GREENWAY, RANKED, RECORD, RECORDS, a_hit

HIT_KEYS = {
    "concept",
    "term",
    "reading",
    "subject_field",
    "definition",
    "scope",
    "notes",
    "other_terms",
    "match",
    "renderings",
    "gap",
    "members",
    "contexts",
}
RENDERING_KEYS = {"id", "text", "status", "instead", "term_type", "note", "evidence"}
EVIDENCE_KEYS = {"publisher", "title", "date", "url", "tier", "basis"}
CONTEXT_KEYS = {"document", "start", "end", "left", "keyword", "right", "original"}
CANDIDATE_KEYS = {
    "id",
    "rank",
    "term",
    "state",
    "score",
    "count",
    "documents",
    "clusters",
    "kind",
    "features",
    "variants",
    "short_forms",
    "concept",
    "contexts",
}
DOCUMENT_KEYS = {
    "id",
    "path",
    "title",
    "encoding",
    "offsets",
    "cluster",
    "characters",
    "kept_characters",
    "repairs",
}


def an_answer(query: str, *hits: Hit) -> Answer:
    return Answer(query=query, hits=hits, candidates=(RANKED,), documents=RECORDS)


def a_described_hit() -> dict[str, Any]:
    return describe_hit(a_hit(GREENWAY, MatchKind.SCRIPT, CONTEXT), RECORDS)


def test_an_answer_has_the_query_the_hits_and_the_candidates() -> None:
    answer = describe_answer(an_answer("绿道", a_hit()))
    assert set(answer) == {"query", "parts", "hits", "candidates", "held"}
    assert (answer["query"], len(answer["hits"]), len(answer["candidates"])) == ("绿道", 1, 1)


def test_an_answer_to_nothing_has_empty_lists() -> None:
    answer = Answer(query="x", hits=(), candidates=(), documents={})
    assert describe_answer(answer) == {
        "query": "x",
        "parts": ["x"],
        "hits": [],
        "candidates": [],
        "held": [],
    }


def test_of_the_terms_in_a_phrase_is_told_what_to_write() -> None:
    answer = Answer(query="绿道建设", hits=(), candidates=(), documents={}, held=(a_hit(),))
    assert describe_answer(answer)["held"] == [
        {"query": "绿道建设", "concept": GREENWAY.id, "term": "绿道", "rendering": "greenway"}
    ]


def test_each_hit_names_the_term_of_a_list_that_it_answers() -> None:
    parts = (an_answer("绿道", a_hit()), an_answer("海堤"), an_answer("greenway", a_hit()))
    answer = describe_answer(replace(an_answer("绿道、海堤、greenway"), parts=parts))
    assert answer["parts"] == ["绿道", "海堤", "greenway"]
    assert [hit["query"] for hit in answer["hits"]] == ["绿道", "greenway"]


def test_a_hit_has_the_keys_of_the_contract() -> None:
    described = a_described_hit()
    assert set(described) >= HIT_KEYS
    assert set(described["match"]) == {"kind", "key"}
    assert set(described["renderings"][0]) >= RENDERING_KEYS
    assert set(described["renderings"][1]["evidence"][0]) >= EVIDENCE_KEYS
    assert set(described["contexts"][0]) >= CONTEXT_KEYS


def test_a_hit_says_what_was_found_and_why() -> None:
    described = a_described_hit()
    assert described["concept"] == GREENWAY.id
    assert (described["term"], described["reading"]) == ("绿道", "lǜ dào")
    assert described["other_terms"] == ["綠色步道"]
    assert described["match"] == {"kind": "script", "key": "绿道"}
    assert described["notes"] == ["Never for a row of street trees."]
    assert described["gap"] is False


def test_a_rendering_says_what_to_write_instead_or_null() -> None:
    forbidden, deprecated, preferred = a_described_hit()["renderings"]
    assert (forbidden["status"], forbidden["instead"]) == ("forbidden", "greenway")
    assert (deprecated["status"], deprecated["instead"]) == ("deprecated", "greenway")
    assert (preferred["status"], preferred["instead"]) == ("preferred", None)
    assert preferred["id"] == GREENWAY.renderings[2].id_within(GREENWAY.id)


def test_evidence_says_who_when_where_and_how_sure() -> None:
    (fact, *_) = a_described_hit()["renderings"][2]["evidence"]
    assert fact["publisher"] == "Office of Greenways"
    assert (fact["title"], fact["date"]) == ("Greenways on foot", "2023-05")
    assert fact["url"] == "https://example.org/greenways"
    assert (fact["tier"], fact["basis"]) == ("official", "bilingual")


def test_a_basis_that_is_not_known_is_null() -> None:
    concept = FOURS[0]
    described = describe_hit(a_hit(concept), {})
    assert described["renderings"][0]["evidence"][0]["basis"] == "english-only"
    raft = describe_hit(a_hit(Concept(id="caaaaaaa", terms=(Term(text="筏"),))), {})
    assert (raft["notes"], raft["definition"], raft["gap"]) == ([], "", True)


def test_a_context_says_where_it_stands_and_whether_it_is_a_sample() -> None:
    (context,) = a_described_hit()["contexts"]
    assert (context["document"], context["start"], context["end"]) == (DOCUMENT.id, 2, 4)
    assert (context["left"], context["keyword"], context["right"]) == ("沿着", "绿道", "走")
    assert context["original"] == "綠道"
    assert (context["publisher"], context["sample"]) == ("Lakeside Post", True)


@pytest.mark.parametrize(
    ("languages", "shown"),
    [("zh-Hans en", "en"), ("en-GB en", "en-GB"), ("de zh", "zh"), ("de enm", ""), ("", "")],
)
def test_the_english_definition_is_shown_else_the_chinese_one(languages: str, shown: str) -> None:
    definitions = tuple(Definition(text=tag, language=tag) for tag in languages.split())
    assert pick_definition(Concept(id="caaaaaaa", terms=(Term(text="筏"),), definitions=definitions)) == shown


def test_a_candidate_has_the_keys_of_the_contract() -> None:
    described = describe_candidate(RANKED)
    assert set(described) >= CANDIDATE_KEYS
    assert described["id"] == RANKED.candidate.id
    assert (described["rank"], described["state"], described["kind"]) == (3, "new", "term")
    assert described["features"] == {"contrast": 0.5}
    assert (described["variants"], described["short_forms"]) == (["綠道網"], ["道网"])
    assert described["concept"] == GREENWAY.id
    assert set(described["contexts"][0]) >= CONTEXT_KEYS


def test_the_members_of_a_formula_are_listed_by_document() -> None:
    candidate = replace(RANKED.candidate, members={"d1": ("甲", "乙")})
    assert describe_candidate(replace(RANKED, candidate=candidate))["members"] == {"d1": ["甲", "乙"]}


def test_a_candidate_has_the_state_that_was_decided_and_null_without_a_concept() -> None:
    decision = Decision(state=CandidateState.DEFERRED, who="me", when="2024-01-01T00:00:00Z")
    described = describe_candidate(RankedCandidate(candidate=RANKED.candidate, rank=1, decision=decision))
    assert (described["state"], described["concept"]) == ("deferred", None)


def test_a_document_has_the_keys_of_the_contract() -> None:
    described = describe_document(RECORD)
    assert set(described) >= DOCUMENT_KEYS
    assert described["path"] == "news/a.txt"
    assert (described["encoding"], described["offsets"]) == ("gb18030", "file")
    assert described["repairs"] == [{"kind": "width", "count": 2}, {"kind": "reading", "count": 1}]


def test_an_unread_file_has_its_reason() -> None:
    assert describe_unread(Unread(path="a.pdf", reason="a PDF")) == {"path": "a.pdf", "reason": "a PDF"}


def test_an_import_counts_concepts_and_lists_the_rest() -> None:
    said = {"concept": "caaaaaaa", "field": "note", "here": "a", "there": "b", "taken": "there"}
    conflict = Conflict(**said, name="note")
    dropped = Dropped(where="line 2", what="column 'x'", why="is no column")
    described = describe_import(("caaaaaaa", "cbbbbbbb"), (), ("cccccccc",), [conflict], [dropped])
    assert (described["added"], described["changed"], described["unchanged"]) == (2, 0, 1)
    assert list(described["conflicts"]) == [{**said, "name": "note"}]
    assert list(described["dropped"]) == [{"where": "line 2", "what": "column 'x'", "why": "is no column"}]
    assert list(described) == ["added", "changed", "unchanged", "conflicts", "dropped"]


def test_counts_name_every_member_of_a_closed_list() -> None:
    described = describe_counts(
        BaseCounts(
            concepts=1,
            terms=2,
            renderings=dict.fromkeys(Status, 0),
            evidence=dict.fromkeys(Tier, 3),
            gaps=4,
            documents=5,
            clusters=6,
            candidates=dict.fromkeys(CandidateState, 7),
            changes=8,
        )
    )
    assert (described["concepts"], described["gaps"], described["changes"]) == (1, 4, 8)
    assert described["renderings"]["forbidden"] == 0
    assert described["evidence"]["state-media"] == 3
    assert described["candidates"]["deferred"] == 7


def test_every_payload_is_plain_json() -> None:
    answer = describe_answer(an_answer("绿道", a_hit(GREENWAY, MatchKind.EXACT, CONTEXT)))
    for payload in (answer, describe_document(RECORD), describe_candidate(RANKED)):
        assert json.loads(json.dumps(payload)) == payload


@pytest.mark.parametrize("kind", MatchKind)
def test_kinds_of_match_are_written_by_name(kind: MatchKind) -> None:
    assert describe_hit(a_hit(GREENWAY, kind), {})["match"]["kind"] == kind.value


@pytest.mark.parametrize("kind", CandidateKind)
def test_kinds_of_candidates_are_written_by_name(kind: CandidateKind) -> None:
    entry = replace(RANKED, candidate=replace(RANKED.candidate, kind=kind))
    assert describe_candidate(entry)["kind"] == kind.value
