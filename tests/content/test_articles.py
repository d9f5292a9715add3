"""The systems, bodies and mechanisms that the five articles name are concepts.

``named_in_articles.txt`` holds single terms, one a line, and nothing else of the texts.
"""

import re
from pathlib import Path

import pytest

from glossary.model import Concept
from glossary.text.folding import folded_key

TERMS = Path(__file__).with_name("named_in_articles.txt")
ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "seeds"
MARKS = re.compile(r"[^\w]")


def read_terms() -> list[str]:
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def articles() -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("00[0-4]_*.txt"))]
    if len(texts) < 5:
        pytest.skip("the five articles of ../shared/seeds are not there")
    return bare("\n".join(texts))


def bare(text: str) -> str:
    """The text in simplified script, without marks and spaces: one article is in traditional script."""
    return MARKS.sub("", folded_key(text))


def test_what_the_articles_name_is_a_concept(concepts: tuple[Concept, ...]) -> None:
    known = {folded_key(term.text) for concept in concepts for term in concept.terms}
    assert [term for term in read_terms() if folded_key(term) not in known] == []


def test_each_term_is_listed_once() -> None:
    assert len(read_terms()) == len(set(read_terms()))


def test_the_list_is_of_these_articles(articles: str) -> None:
    assert [term for term in read_terms() if bare(term) not in articles] == []
