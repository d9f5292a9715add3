"""The English phrases that stand for Chinese terms, best first, with their sentence pairs."""

from typing import Any

import pytest

from glossary.alignment.declared import Declared
from glossary.alignment.renderings import AlignedTerm, align_terms, choose_normal
from glossary.model import Pair

SENTENCES = """
网格员每天走访居民。|Grid workers visit residents every day.
每个社区都有网格员。|Every community has a grid worker.
网格员上报安全隐患。|The grid worker reports safety hazards.
居民发现安全隐患应当报告。|Residents who find safety hazards shall report them.
社区里的网格共有八个。|There are eight grids in the community.
志愿服务队清理河道。|The volunteer team cleans the river.
社区成立志愿服务队。|A volunteer service team was set up in the community.
居民加入志愿服务队。|Residents join the volunteer team.
志愿者走访老人。|Volunteers visit the aged.
服务大厅每天开放。|The service hall is open every day.
老人每天读书。|The aged read every day.
河道每年清理一次。|The river is cleaned once a year.
""".strip().splitlines()


def pairs(lines: list[str] = SENTENCES) -> list[Pair]:
    split = [line.split("|") for line in lines]
    return [
        Pair(number=number, where=f"line {number}", source=source, target=target)
        for number, (source, target) in enumerate(split, 1)
    ]


def align(*terms: str, **options: Any) -> dict[str, AlignedTerm]:
    return {one.term: one for one in align_terms(pairs(), terms, **options)}


def texts(aligned: AlignedTerm) -> list[str]:
    return [one.text for one in aligned.renderings]


def test_the_whole_phrase_comes_first_with_its_forms_and_its_sentences() -> None:
    aligned = align("网格员", "安全隐患")
    worker = aligned["网格员"].renderings[0]
    assert (worker.text, worker.count, aligned["网格员"].count) == ("grid worker", 3, 3)
    assert worker.forms == {"grid worker": 2, "Grid workers": 1}
    assert [pair.number for pair in worker.examples] == [1, 2, 3]
    assert texts(aligned["安全隐患"])[0] == "safety hazards"


def test_two_renderings_of_one_term_are_both_found() -> None:
    assert texts(align("志愿服务队")["志愿服务队"])[:2] == ["volunteer team", "volunteer service team"]


def test_the_longest_term_counts() -> None:
    assert align("网格")["网格"].count == 4
    assert align("网格", "网格员")["网格员"].count == 3


def test_traditional_script_and_width_are_one() -> None:
    folded = [*pairs(), Pair(number=13, where="", source="網格員很忙。", target="Grid workers are busy.")]
    assert align_terms(folded, ["网格员"])[0].count == 4


def test_a_term_that_is_nowhere_is_left_out() -> None:
    assert align("派出所") == {}


def test_what_is_declared_comes_first() -> None:
    declared = [Declared("网格员", "grid attendant", pairs()[0])]
    first = align("网格员", declared=declared)["网格员"].renderings[0]
    assert (first.text, first.declared, first.count) == ("grid attendant", 1, 0)


def test_a_doubtful_string_becomes_a_term_where_one_phrase_stands_for_it() -> None:
    assert texts(align("网格", doubtful=["网格员"])["网格员"]) == ["grid worker"]
    assert "每天" not in align("网格", doubtful=["每天走访"])


def test_no_pairs_have_no_terms() -> None:
    assert align_terms([], ["网格员"]) == []


@pytest.mark.parametrize(
    ("forms", "shown"),
    [
        ({"grid workers": 5, "grid worker": 1}, "grid worker"),
        ({"Grid worker": 1, "grid workers": 2}, "grid workers"),
        ({"Party building": 3}, "Party building"),
    ],
)
def test_the_form_that_is_shown_is_short_and_small(forms: dict[str, int], shown: str) -> None:
    assert choose_normal(forms) == shown
