"""Mining adds up: what is mined once is kept, and the order in which it came does not matter."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from articles import TEXTS, write_articles
from base_dumps import dump, rows_of

from glossary.errors import InvalidInput, NotFound, NothingMined
from glossary.model import CandidateKind, CandidateState
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.lookup.answers import look_up
from glossary.services.mining.candidates import find_candidate, list_candidates
from glossary.services.mining.documents import list_documents, remove_document, show_document
from glossary.services.mining.paths import MiningReport, mine_paths
from glossary.services.mining.settings import Settings
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.store.database import Base, open_base

DYKE, COPY, CHANNEL, SAMPLE = TEXTS


def mine(base: Base, *paths: str, **settings: Any) -> MiningReport:
    return mine_paths(base, paths, Settings(**settings), who="tester")


def mined_apart(empty_base_file: Path, folder: Path, *runs: tuple[str, ...]) -> list[str]:
    """Mine in several runs and return what is known of the candidates and their contexts afterwards."""
    folder.mkdir()
    path = Path(shutil.copyfile(empty_base_file, folder / "terms.db"))
    with open_base(str(path), write=True) as base:
        for names in runs:
            mine(base, *write_articles(folder / "articles", *names))
    return [row for row in dump(path) if row.startswith(('["candidate"', '["context"', '["document",'))]


def test_mining_reports_what_it_read_and_what_it_found(base: Base, tmp_path: Path) -> None:
    paths = write_articles(tmp_path / "articles", CHANNEL, DYKE)
    report = mine(base, *paths)
    assert [record.paths[0] for record in report.documents] == paths
    assert report.unread == ()
    assert report.candidates[0].candidate.term == "堤防管理站"


def test_progress_hears_the_stages_and_how_much_is_read(base: Base, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    paths = write_articles(tmp_path / "articles", CHANNEL, DYKE)
    size = sum(Path(path).stat().st_size for path in paths)
    mine_paths(base, paths, Settings(), progress=lambda *told: heard.append(told), who="tester")
    assert heard == [
        ("reading", 0, size),
        ("reading", size, size),
        ("comparing", 0, 0),
        ("mining", 0, 0),
        ("writing", 0, 0),
    ]


def test_candidates_are_ranked_from_one_with_counts_features_and_contexts(mined: Base) -> None:
    listed = list_candidates(mined)
    assert [entry.rank for entry in listed] == list(range(1, len(listed) + 1))
    scores = [entry.candidate.score for entry in listed]
    assert scores == sorted(scores, reverse=True)
    first = listed[0].candidate
    assert (first.term, first.count, first.documents, first.clusters) == ("堤防管理站", 10, 3, 2)
    assert first.features
    assert {context.keyword for context in first.contexts} == {"堤防管理站"}


def test_near_copies_are_one_cluster(mined: Base) -> None:
    clusters = {record.title: record.cluster for record in list_documents(mined)}
    assert len(list_documents(mined)) == 4
    assert len(set(clusters.values())) == 3


def test_mining_the_same_documents_again_changes_nothing(mined: Base, mined_base_file: Path) -> None:
    before = rows_of(mined)
    mine(mined, str(mined_base_file.parent / "articles"))
    assert rows_of(mined) == before


def test_another_place_of_the_same_bytes_is_only_another_path(mined: Base, tmp_path: Path) -> None:
    before = list_candidates(mined)
    mine(mined, *write_articles(tmp_path / "elsewhere", CHANNEL))
    assert list_candidates(mined) == before
    (channel,) = [record for record in list_documents(mined) if record.title == "渠长上岗"]
    assert len(channel.paths) == 2


@pytest.mark.parametrize(
    "runs",
    [
        [(DYKE, COPY), (CHANNEL, SAMPLE)],
        [(SAMPLE, CHANNEL), (COPY,), (DYKE,)],
        [(CHANNEL, DYKE, SAMPLE, COPY)],
        [(COPY, CHANNEL), (DYKE, CHANNEL), (SAMPLE, DYKE)],
    ],
)
def test_runs_add_up_to_one_run_over_all_in_any_order(
    empty_base_file: Path, tmp_path: Path, runs: list[tuple[str, ...]]
) -> None:
    at_once = mined_apart(empty_base_file, tmp_path / "at once", (DYKE, COPY, CHANNEL, SAMPLE))
    assert mined_apart(empty_base_file, tmp_path / "apart", *runs) == at_once


def test_the_counts_of_a_removed_document_go(empty_base_file: Path, tmp_path: Path) -> None:
    without = mined_apart(empty_base_file, tmp_path / "without", (DYKE, COPY))
    folder = tmp_path / "removed"
    folder.mkdir()
    path = Path(shutil.copyfile(empty_base_file, folder / "terms.db"))
    with open_base(str(path), write=True) as base:
        report = mine(base, *write_articles(folder / "articles", DYKE, COPY, CHANNEL))
        removed = remove_document(base, report.documents[2].id, who="tester")
    assert removed.title == "渠长上岗"
    kept = [row for row in dump(path) if row.startswith(('["candidate"', '["context"', '["document",'))]
    assert kept == without


def test_when_the_last_document_goes_no_candidate_is_left(base: Base, tmp_path: Path) -> None:
    report = mine(base, *write_articles(tmp_path / "articles", DYKE))
    remove_document(base, report.documents[0].id, who="tester")
    assert (list_documents(base), list_candidates(base)) == ([], ())


def test_who_removes_a_document_hears_how_the_rest_is_mined(base: Base, tmp_path: Path) -> None:
    report = mine(base, *write_articles(tmp_path / "articles", CHANNEL, DYKE))
    heard: list[str] = []
    remove_document(
        base, report.documents[0].id, who="tester", progress=lambda stage, *_: heard.append(stage)
    )
    assert list(dict.fromkeys(heard)) == ["reading", "comparing", "mining"]


def test_samples_count_as_long_as_there_is_nothing_else(base: Base, tmp_path: Path) -> None:
    mine(base, *write_articles(tmp_path / "articles", SAMPLE))
    assert "竹筏登记点" in [entry.candidate.term for entry in list_candidates(base)]


def test_samples_leave_the_counts_once_there_is_another_document(base: Base, tmp_path: Path) -> None:
    mine(base, *write_articles(tmp_path / "articles", SAMPLE))
    mine(base, *write_articles(tmp_path / "articles", DYKE))
    assert "竹筏登记点" not in [entry.candidate.term for entry in list_candidates(base)]
    assert len(list_documents(base)) == 2


def test_offsets_of_contexts_point_into_the_text_of_the_document(mined: Base) -> None:
    contexts = [context for entry in list_candidates(mined) for context in entry.candidate.contexts]
    assert len(contexts) > 20
    for context in contexts:
        text = show_document(mined, context.document).text
        assert text[context.start : context.end] == context.original
        assert context.keyword in context.original or context.original


def test_offsets_point_before_repair(base: Base, tmp_path: Path) -> None:
    text = "\ufeff第一行。\r\n渗(shèn)水点很多，渗水点在湖堤下面。渗水点要报。\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    mine(base, str(tmp_path / "a.txt"))
    (first, *_) = [
        context for context in find_candidate(base, "渗水点").candidate.contexts if "(" in context.original
    ]
    shown = show_document(base, first.document).text
    assert shown == text.removeprefix("\ufeff")
    assert (first.keyword, first.original) == ("渗水点", "渗(shèn)水点")
    assert shown[first.start : first.end] == "渗(shèn)水点"


def test_a_term_of_a_concept_has_contexts_even_where_it_is_no_candidate(mined: Base) -> None:
    answer = look_up(mined, "绿道")
    context = answer.hits[0].contexts[0]
    assert context.keyword == "绿道"
    assert answer.documents[context.document].sample


def test_decisions_survive_mining_again(mined: Base, tmp_path: Path) -> None:
    decide_candidate(mined, "渗水点", CandidateState.REJECTED, who="tester", why="too plain")
    decide_candidate(mined, "分水", CandidateState.DEFERRED, who="tester")
    accepted = accept_candidate(mined, "渠长", NewRendering(text="channel chief"), who="tester").concept
    (tmp_path / "new.txt").write_text("渗水点又多了。渗水点要报，渠长也要报。\n", encoding="utf-8")
    mine(mined, str(tmp_path / "new.txt"))
    assert find_candidate(mined, "渗水点").state is CandidateState.REJECTED
    assert find_candidate(mined, "分水").state is CandidateState.DEFERRED
    assert find_candidate(mined, "渠长").state is CandidateState.ACCEPTED
    assert find_candidate(mined, "渠长").concept == accepted.id


def test_a_decision_waits_for_a_candidate_that_is_gone_for_a_while(mined: Base, tmp_path: Path) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="tester")
    (channel,) = [record for record in list_documents(mined) if record.title == "渠长上岗"]
    remove_document(mined, channel.id, who="tester")
    with pytest.raises(NotFound):
        find_candidate(mined, "渠长")
    mine(mined, *write_articles(tmp_path / "again", CHANNEL))
    assert find_candidate(mined, "渠长").state is CandidateState.REJECTED


def test_only_candidates_of_a_state_are_listed(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="tester")
    rejected = list_candidates(mined, state=CandidateState.REJECTED)
    assert [entry.candidate.term for entry in rejected] == ["渠长"]
    new = list_candidates(mined, state=CandidateState.NEW, top=3)
    assert len(new) == 3
    assert "渠长" not in [entry.candidate.term for entry in new]


def test_a_candidate_is_found_by_id_term_script_and_short_form(mined: Base) -> None:
    found = find_candidate(mined, "渠长负责制")
    assert found.candidate.short_forms == ("渠长制",)
    for name in (found.candidate.id, "渠長負責制", " 渠长负责制 ", "渠长制"):
        assert find_candidate(mined, name).candidate.id == found.candidate.id


@pytest.mark.parametrize("name", ["", "  "])
def test_a_candidate_without_a_name_is_refused(mined: Base, name: str) -> None:
    with pytest.raises(InvalidInput, match="name a candidate by its id or its term"):
        find_candidate(mined, name)


def test_an_unknown_candidate_is_said_with_the_way_to_the_list(mined: Base) -> None:
    with pytest.raises(NotFound, match="there is no candidate '上海'; `glossary candidates` lists them"):
        find_candidate(mined, "上海")


def test_the_least_count_is_kept(base: Base, tmp_path: Path) -> None:
    report = mine(base, *write_articles(tmp_path / "articles", DYKE), min_count=4)
    counts = [entry.candidate.count for entry in report.candidates]
    assert counts
    assert min(counts) >= 4


def test_the_top_limits_what_is_returned_and_not_what_is_counted(base: Base, tmp_path: Path) -> None:
    report = mine(base, *write_articles(tmp_path / "articles"), top=2)
    assert len(report.candidates) == 2
    assert len(list_candidates(base)) > 10
    assert list_candidates(base)[5].candidate.contexts == ()


def test_only_the_wanted_kinds_are_returned(base: Base, tmp_path: Path) -> None:
    paths = write_articles(tmp_path / "articles", DYKE)
    report = mine_paths(base, paths, Settings(kinds=frozenset({CandidateKind.SLOGAN})), who="tester")
    assert report.candidates == ()


def test_a_candidate_knows_the_concept_that_has_its_term(base: Base, tmp_path: Path) -> None:
    station = add_term(base, "堤防管理站", NewRendering(text="dyke station"), who="tester").concept
    report = mine(base, *write_articles(tmp_path / "articles", DYKE))
    assert report.candidates[0].concept == station.id
    assert report.concepts == {station.id: station}
    assert report.candidates[1].concept is None


def test_one_unreadable_file_is_named_and_the_rest_is_mined(base: Base, tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", DYKE)
    (tmp_path / "articles" / "empty.txt").touch()
    report = mine(base, str(tmp_path / "articles"))
    assert len(report.documents) == 1
    ((path, reason),) = [(entry.path, entry.reason) for entry in report.unread]
    assert path.endswith("empty.txt")
    assert "empty" in reason


def test_where_nothing_can_be_read_every_reason_is_given_and_nothing_changes(
    small_base: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    before = small_base.read_bytes()
    with (
        open_base(str(small_base), write=True) as base,
        pytest.raises(NothingMined, match=r"empty\.txt: empty"),
    ):
        mine(base, str(tmp_path / "empty.txt"))
    assert small_base.read_bytes() == before


def test_a_document_is_found_by_the_beginning_of_its_id(mined: Base) -> None:
    record = list_documents(mined)[0]
    assert show_document(mined, record.id[:12]).id == record.id


@pytest.mark.parametrize("id", ["", "zzz", "%", "0" * 64, "\udcff"])
def test_an_unknown_document_is_said(mined: Base, id: str) -> None:
    with pytest.raises(NotFound, match="`glossary documents list` lists them"):
        show_document(mined, id)
