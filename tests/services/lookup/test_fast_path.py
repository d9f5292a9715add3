"""The fast lookup and the full command print the same, whatever the term."""

from pathlib import Path

import pytest

from glossary.report.hits import format_answer
from glossary.report.rows import arrange_hits
from glossary.services.bases.choosing import shipped_base
from glossary.services.lookup.answers import look_up
from glossary.services.mining.paths import mine_paths
from glossary.services.mining.settings import Settings
from glossary.store.concepts import iterate_concepts
from glossary.store.database import Base, open_base
from glossary.store.fast import find_exact
from glossary.text.folding import folded_key

COLUMNS = 100
FIRST_CHARACTERS = 2


def spellings(base: Base) -> list[str]:
    """Every Chinese term as it is written, folded, and its first two characters, which may be a term too."""
    with base.reading() as connection:
        texts = [term.text for concept in iterate_concepts(connection) for term in concept.terms]
    folded = [folded_key(text) for text in texts]
    return sorted({*texts, *folded, *(key[:FIRST_CHARACTERS] for key in folded)})


def answered_fast(path: Path, query: str) -> str | None:
    found = find_exact(str(path), query)
    return format_answer(*found, columns=COLUMNS, colour=False) if found else None


def answered_in_full(base: Base, query: str) -> str:
    answer = look_up(base, query)
    return format_answer(*arrange_hits(answer.hits, answer.documents), columns=COLUMNS, colour=False)


def compare(path: Path) -> int:
    """Hold both answers together for every query that the fast lookup answers; return how many it does."""
    with open_base(str(path), write=False) as base:
        fast = {query: answered_fast(path, query) for query in spellings(base)}
        answered = {query: text for query, text in fast.items() if text is not None}
        assert answered == {query: answered_in_full(base, query) for query in answered}
    return len(answered)


def test_for_every_term_both_print_the_same(many_terms_file: Path) -> None:
    assert compare(many_terms_file) >= 20


def test_with_contexts_both_print_the_same(small_base: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "---\nsample: true\npublisher: 湖边晚报\n---\n沿着綠色步道走就到了四水同治的湖边。\n", "utf-8"
    )
    (tmp_path / "b.txt").write_text("绿道很长。\n河长制推行以后，绿道更长，河湖长制也更好。\n", "utf-8")
    with open_base(str(small_base), write=True) as base:
        mine_paths(base, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], Settings(), who="tester")
    assert "【绿道】" in (answered_fast(small_base, "绿道") or "")
    assert compare(small_base) >= 6


def test_a_query_that_may_be_pinyin_or_english_is_left_to_the_full_command(many_terms_file: Path) -> None:
    for query in ("ppp", "PPP", "greenway", "lvdao", "12345"):
        assert find_exact(str(many_terms_file), query) is None


@pytest.mark.slow
def test_for_every_term_of_the_shipped_base_both_print_the_same() -> None:
    assert compare(shipped_base()) >= 500
