"""What a call of mining can ask for: terms to look for, strings to leave out, new ones only, a contrast."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from articles import TEXTS, write_articles
from base_dumps import dump

from glossary.model import CandidateKind, CandidateState
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.mining import preparing
from glossary.services.mining.candidates import find_candidate, list_candidates
from glossary.services.mining.contrast import read_contrast
from glossary.services.mining.paths import MiningReport, mine_paths
from glossary.services.mining.settings import Settings
from glossary.services.review.deciding import decide_candidate
from glossary.store.database import Base, open_base
from glossary.text.folding import folded_key

DYKE, COPY, CHANNEL, SAMPLE = TEXTS


def mine(base: Base, folder: Path, *names: str, **settings: Any) -> MiningReport:
    return mine_paths(base, write_articles(folder / "articles", *names), Settings(**settings), who="tester")


def terms(*texts: str) -> Mapping[str, str]:
    """Terms as a file of terms gives them."""
    return {folded_key(text): text for text in texts}


def listed(report: MiningReport) -> list[str]:
    return [entry.candidate.term for entry in report.candidates]


# Watched


def test_a_watched_term_leads_the_list_though_it_occurs_once(base: Base, tmp_path: Path) -> None:
    report = mine(base, tmp_path, DYKE, watched=terms("白蚁穴"))
    first = report.candidates[0].candidate
    assert (first.term, first.count) == ("白蚁穴", 1)
    assert [context.keyword for context in first.contexts] == ["白蚁穴"]


def test_a_watched_term_is_found_where_words_are_cut_otherwise(base: Base, tmp_path: Path) -> None:
    report = mine(base, tmp_path, DYKE, watched=terms("防管理"))
    first = report.candidates[0].candidate
    assert (first.term, first.count) == ("防管理", 4)


def test_a_watched_term_is_found_whatever_its_script_and_punctuation(base: Base, tmp_path: Path) -> None:
    report = mine(base, tmp_path, SAMPLE, watched=terms("兩無竹筏"))
    assert report.candidates[0].candidate.count == 2
    assert report.missing == ()


def test_watched_terms_come_before_all_others_and_each_once(base: Base, tmp_path: Path) -> None:
    wanted = ["白蚁穴", "渗水点", "无人船"]
    report = mine(base, tmp_path, DYKE, watched=terms(*wanted))
    assert set(listed(report)[:3]) == set(wanted)
    assert len(listed(report)) == len(set(listed(report)))
    assert "堤防管理站" in listed(report)


def test_a_watched_term_says_that_it_is_watched(base: Base, tmp_path: Path) -> None:
    report = mine(base, tmp_path, DYKE, watched=terms("渗水点"))
    features = [entry.candidate.features for entry in report.candidates]
    assert "watched" in features[0]
    assert "watched" not in features[1]


def test_a_watched_term_that_occurs_nowhere_is_reported_as_it_was_written(base: Base, tmp_path: Path) -> None:
    report = mine(base, tmp_path, DYKE, watched=terms("渗水点", "“兩無”竹筏"))
    assert report.missing == ("“兩無”竹筏",)
    assert "两无竹筏" not in {entry.candidate.key for entry in report.candidates}


def test_a_watched_name_is_listed_among_the_terms(base: Base, tmp_path: Path) -> None:
    text = "渔民陈志远说，潮位高了。记者陈志远写道，潮位又低了。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    report = mine_paths(base, [str(tmp_path / "a.txt")], Settings(watched=terms("陈志远")), who="tester")
    assert report.candidates[0].candidate.term == "陈志远"
    assert report.candidates[0].candidate.kind is CandidateKind.TERM
    assert "陈志远" not in [entry.candidate.term for entry in report.names]


def test_watched_terms_are_looked_for_in_what_the_base_holds_too(mined: Base, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("渔船靠岸，渔民上岸。\n", encoding="utf-8")
    report = mine_paths(mined, [str(tmp_path / "new.txt")], Settings(watched=terms("白蚁穴")), who="tester")
    assert report.candidates[0].candidate.documents == 2


def test_a_run_that_watches_nothing_any_more_forgets_what_was_watched(base: Base, tmp_path: Path) -> None:
    mine(base, tmp_path, DYKE, watched=terms("防管理"))
    assert "防管理" not in listed(mine(base, tmp_path, DYKE))


# Stopped


def test_a_stopped_string_is_not_listed(base: Base, tmp_path: Path) -> None:
    assert "渗水点" in listed(mine(base, tmp_path, DYKE))
    stopped = listed(mine(base, tmp_path, DYKE, stopped=terms("滲水點")))
    assert stopped
    assert "渗水点" not in stopped


def test_stopping_one_string_leaves_the_scores_of_the_others(base: Base, tmp_path: Path) -> None:
    def scores(report: MiningReport) -> dict[str, float]:
        return {entry.candidate.key: entry.candidate.score for entry in report.candidates}

    before = scores(mine(base, tmp_path, DYKE))
    after = scores(mine(base, tmp_path, DYKE, stopped=terms("渗水点")))
    assert after == {key: score for key, score in before.items() if key != "渗水点"}


# New ones only


def test_what_is_a_term_of_the_base_is_not_new(base: Base, tmp_path: Path) -> None:
    add_term(base, "堤防管理站", NewRendering(text="dyke station"), who="tester")
    assert "堤防管理站" in listed(mine(base, tmp_path, DYKE))
    assert "堤防管理站" not in listed(mine(base, tmp_path, DYKE, new_only=True))


def test_what_is_a_term_of_the_base_under_another_form_is_not_new(base: Base, tmp_path: Path) -> None:
    assert "渠长负责制" in listed(mine(base, tmp_path, CHANNEL, new_only=True))
    add_term(base, "渠长制", NewRendering(text="channel chief system"), who="tester")
    assert "渠长负责制" not in listed(mine(base, tmp_path, CHANNEL, new_only=True))


@pytest.mark.parametrize("state", [CandidateState.REJECTED, CandidateState.DEFERRED])
def test_what_was_decided_is_not_new(base: Base, tmp_path: Path, state: CandidateState) -> None:
    mine(base, tmp_path, DYKE)
    decide_candidate(base, "渗水点", state, who="tester")
    assert "渗水点" not in listed(mine(base, tmp_path, DYKE, new_only=True))


def test_as_many_new_ones_are_listed_as_are_asked_for_all_with_contexts(base: Base, tmp_path: Path) -> None:
    first = listed(mine(base, tmp_path, DYKE))[0]
    add_term(base, first, NewRendering(text="known"), who="tester")
    report = mine(base, tmp_path, DYKE, new_only=True, top=3)
    assert len(report.candidates) == 3
    assert all(entry.candidate.contexts for entry in report.candidates)


def test_what_is_known_stays_in_the_base_when_only_new_ones_are_listed(base: Base, tmp_path: Path) -> None:
    add_term(base, "堤防管理站", NewRendering(text="dyke station"), who="tester")
    mine(base, tmp_path, DYKE, new_only=True)
    assert find_candidate(base, "堤防管理站").concept is not None


# A contrast of one's own


def rank_beside(contrast: str, term: str, base: Base, folder: Path) -> int:
    """The rank of a term in a text that speaks alike of two things, beside this contrast."""
    text = "村里修好潮汐闸门，潮汐闸门能挡浪。县里看上渔灯广场，渔灯广场能散步。潮汐闸门旁边有渔灯广场。\n"
    for name, content in (("text", text), ("contrast", contrast)):
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
    settings = Settings(background=read_contrast([str(folder / "contrast.txt")]).background)
    return listed(mine_paths(base, [str(folder / "text.txt")], settings, who="tester")).index(term)


@pytest.mark.parametrize("term", ["潮汐闸门", "渔灯广场"])
def test_a_word_that_is_common_in_the_contrast_sinks(base: Base, tmp_path: Path, term: str) -> None:
    other = {"潮汐闸门": "渔灯广场", "渔灯广场": "潮汐闸门"}[term]
    speaks_of_it, speaks_of_the_other = (f"有人说{one}，有人看{one}。\n" for one in (term, other))
    assert rank_beside(speaks_of_the_other, term, base, tmp_path) == 0
    assert rank_beside(speaks_of_it, term, base, tmp_path) > 0


def test_without_a_contrast_general_chinese_is_the_contrast(base: Base, tmp_path: Path) -> None:
    mine(base, tmp_path, DYKE)
    assert find_candidate(base, "渗水点").candidate.features["background_per_million"] < 1


# Adding up


@pytest.mark.slow
def test_several_processes_find_what_one_finds(
    empty_base_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "BATCH_BYTES", 1)
    alone = mined_in(empty_base_file, tmp_path / "alone", (DYKE, COPY, CHANNEL, SAMPLE))
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    monkeypatch.setattr(preparing, "_count_processes", lambda: 2)
    assert mined_in(empty_base_file, tmp_path / "together", (SAMPLE, CHANNEL), (COPY, DYKE)) == alone


def mined_in(empty_base_file: Path, folder: Path, *runs: tuple[str, ...]) -> list[str]:
    """Mine in several runs and return the candidates, contexts and documents afterwards."""
    folder.mkdir()
    path = Path(shutil.copyfile(empty_base_file, folder / "terms.db"))
    with open_base(str(path), write=True) as base:
        for names in runs:
            mine(base, folder, *names, watched=terms("白蚁穴"))
    return [row for row in dump(path) if row.startswith(('["candidate"', '["context"', '["document",'))]


def test_what_somebody_else_mines_meanwhile_counts_too(empty_base_file: Path, tmp_path: Path) -> None:
    at_once = mined_in(empty_base_file, tmp_path / "at once", (DYKE, CHANNEL))
    (tmp_path / "meanwhile").mkdir()
    path = Path(shutil.copyfile(empty_base_file, tmp_path / "meanwhile" / "terms.db"))
    others = write_articles(tmp_path / "meanwhile" / "articles", CHANNEL)

    def interfere(stage: str, _done: int, _total: int) -> None:
        if stage == "comparing" and others:
            with open_base(str(path), write=True) as base:
                mine_paths(base, [others.pop()], Settings(), who="somebody else")

    with open_base(str(path), write=True) as base:
        articles = write_articles(tmp_path / "meanwhile" / "articles", DYKE)
        settings = Settings(watched=terms("白蚁穴"))
        report = mine_paths(base, articles, settings, progress=interfere, who="tester")
        assert len(report.documents) == 1
        assert "渠长负责制" in [entry.candidate.term for entry in list_candidates(base)]
    found = [row for row in dump(path) if row.startswith(('["candidate"', '["context"', '["document",'))]
    assert found == at_once


def test_the_samples_that_no_longer_count_are_told(base: Base, tmp_path: Path) -> None:
    assert mine(base, tmp_path, SAMPLE).samples_left_out == 0
    assert mine(base, tmp_path, DYKE).samples_left_out == 1
