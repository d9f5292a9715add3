"""All terms that begin anywhere in a text are found, and nothing else."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.recognition.search import UTF_32, build_search

Match = tuple[int, int, str]

LETTERS = "一二网𠀀\U0010fffd"
known = st.lists(st.text(LETTERS, min_size=2, max_size=7), max_size=12, unique=True)


def walk(text: str, terms: list[str]) -> list[Match]:
    spelled = sorted(terms)
    codes = numpy.frombuffer(text.encode(UTF_32), dtype=numpy.uint32)
    return sorted(
        (place, place + found.length, spelled[term])
        for found in build_search(spelled).walk(codes)
        for place, term in zip(found.places.tolist(), found.terms.tolist(), strict=True)
    )


def try_each(text: str, terms: list[str]) -> list[Match]:
    return sorted(
        (place, place + len(term), term)
        for term in terms
        for place in range(len(text))
        if text.startswith(term, place)
    )


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("网格员和网格", ["网格", "网格员"]),
        ("网格员", ["网格员工", "格员工作"]),
        ("甲乙丙丁戊", ["甲乙", "甲乙丙", "甲乙丙丁", "甲乙丙丁戊", "乙丙丁戊己"]),
        ("啊" * 9, ["啊" * length for length in range(2, 7)]),
        ("𠀀𠀁𠀂\U0010ffff", ["𠀀𠀁", "𠀁𠀂\U0010ffff", "𠀂\U0010fffe"]),
        ("", ["网格"]),
        ("网", ["网格"]),
        ("网格", []),
    ],
)
def test_terms_are_found_wherever_they_begin(text: str, terms: list[str]) -> None:
    assert walk(text, terms) == try_each(text, terms)


def test_a_long_term_is_found_whole_and_not_cut_short() -> None:
    term = "".join(chr(0x4E00 + number) for number in range(200))
    assert walk(f"前{term}后", [term, term[:100]]) == [(1, 101, term[:100]), (1, 201, term)]
    assert walk(term[:-1], [term]) == []


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(text=st.text(LETTERS, max_size=60), terms=known)
def test_the_same_is_found_as_by_trying_each_term_at_each_place(text: str, terms: list[str]) -> None:
    assert walk(text, terms) == try_each(text, terms)


@pytest.mark.slow
def test_a_hundred_thousand_terms_that_share_their_beginnings_are_all_told_apart() -> None:
    terms = [f"{chr(0x4E00 + one)}网格{chr(0x4E00 + other)}" for one in range(300) for other in range(350)]
    assert walk("".join(terms), terms) == [(4 * at, 4 * at + 4, term) for at, term in enumerate(terms)]
