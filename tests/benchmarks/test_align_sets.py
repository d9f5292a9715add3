"""The bilingual sets of the benchmark are what they say: large, marked, and in step with themselves."""

import pytest

from benchmarks.align.measuring import SETS, Figures, generate_pairs, measure, read_set
from glossary.services.alignment.files import Alignment
from glossary.text.english import word_keys


@pytest.mark.parametrize("name", SETS)
def test_every_right_rendering_stands_in_a_sentence_of_its_term(name: str) -> None:
    one = read_set(name)
    missing = [
        (term, key)
        for term, right in one.gold.items()
        for key in right
        if not any(term in source and _holds(word_keys(target), key) for source, target in one.pairs)
    ]
    assert missing == []


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))


def test_the_sets_are_large_enough() -> None:
    sets = [read_set(name) for name in SETS]
    assert sum(len(one.pairs) for one in sets) >= 300
    assert sum(len(one.frequent()) for one in sets) >= 80


def test_no_sentence_is_there_twice() -> None:
    pairs = [pair for name in SETS for pair in read_set(name).pairs]
    assert len(set(pairs)) == len(pairs)


def test_nothing_found_is_nothing_right() -> None:
    assert measure(Alignment(pairs=0, read=0, terms=()), read_set("a")) == Figures(40, 0.0, 0.0)


def test_generated_pairs_are_all_different() -> None:
    assert len(set(generate_pairs(read_set("a").pairs, 500))) == 500
