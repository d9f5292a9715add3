"""Two judges' files become one gold file, and nothing that contradicts itself gets in."""

from pathlib import Path

import pytest

from benchmarks.quality.gold import MOST_CORE, Mark, decide, join_marks, read_gold, read_marks, write_gold
from glossary.errors import InvalidInput, UnreadableFile

YES, NO, CORE = Mark(term=True), Mark(term=False), Mark(term=True, core=True)


def write(folder: Path, text: str) -> Path:
    path = folder / "judge.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_judges_file_says_term_and_core(tmp_path: Path) -> None:
    marks = read_marks(write(tmp_path, "综治中心\ty\ty\n情况\tn\t\n网格\tY\n"))
    assert marks == {"综治中心": CORE, "情况": NO, "网格": YES}


def test_the_header_of_a_judges_file_is_passed_over(tmp_path: Path) -> None:
    assert read_marks(write(tmp_path, "key\tterm\tcore\n网格\ty\t\n")) == {"网格": YES}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("网格\tmaybe\t", "write y or n"),
        ("网格\t\t", "write y or n"),
        ("网格", "write y or n"),
        ("网格\tn\ty", "marked core but no term"),
        ("“三无”船舶\ty\t", "no key of the pool"),
        ("网格\ty\t\n网格\tn\t", "marked twice"),
    ],
)
def test_a_line_that_says_nothing_clear_is_refused(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read_marks(write(tmp_path, line))


def test_what_both_call_a_term_is_one_and_what_both_call_core_is_core() -> None:
    gold = join_marks({}, {"综治": CORE, "网格": CORE}, {"综治": CORE, "网格": YES})
    assert [(one.is_term, one.is_core) for one in gold.values()] == [(True, True), (True, False)]


def test_what_the_judges_disagree_on_is_no_term_until_it_is_decided() -> None:
    gold = join_marks({}, {"网格": YES}, {"网格": NO})
    assert not gold["网格"].is_term
    assert decide(gold, {"网格": YES})["网格"].is_term


def test_a_third_look_decides_only_what_is_disputed() -> None:
    with pytest.raises(InvalidInput, match="do not disagree on: 网格"):
        decide(join_marks({}, {"网格": YES}, {"网格": YES}), {"网格": NO})


def test_both_judges_must_have_marked_the_same_strings() -> None:
    with pytest.raises(InvalidInput, match="only one judge has marked: 情况"):
        join_marks({}, {"网格": YES, "情况": NO}, {"网格": YES})


def test_what_was_judged_before_stays_and_is_not_judged_again() -> None:
    gold = join_marks({}, {"网格": YES}, {"网格": YES})
    assert join_marks(gold, {"综治": YES}, {"综治": YES}).keys() == {"网格", "综治"}
    with pytest.raises(InvalidInput, match="judged before"):
        join_marks(gold, {"网格": NO}, {"网格": NO})


def test_core_has_a_limit() -> None:
    marks = {f"工程{number}": CORE for number in range(MOST_CORE + 1)}
    with pytest.raises(InvalidInput, match="mark fewer as core"):
        join_marks({}, marks, marks)


def test_a_gold_file_comes_back_as_it_was_written_and_is_sorted_by_key(tmp_path: Path) -> None:
    gold = join_marks({}, {"网格": YES, "综治": CORE, "情况": NO}, {"网格": NO, "综治": CORE, "情况": NO})
    gold = decide(gold, {"网格": YES})
    path = tmp_path / "gold.tsv"
    write_gold(path, gold)
    assert read_gold(path) == gold
    keys = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert keys == sorted(gold)


def test_a_gold_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_gold(tmp_path / "absent.tsv") == {}


def test_a_table_of_another_kind_is_no_gold_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="the first line is not key"):
        read_gold(write(tmp_path, "term\tyes\n"))
