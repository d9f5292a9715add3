"""On real text the automaton finds what other ways of looking for the same terms find."""

from pathlib import Path

import numpy
import pytest
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from glossary.recognition.automaton import build_automaton
from glossary.recognition.choosing import choose_leftmost
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_terms
from glossary.recognition.search import UTF_32, build_search
from glossary.recognition.spelling import spell
from glossary.services.bases.choosing import shipped_base
from glossary.store.database import open_base
from glossary.store.recognition import stream_terms
from glossary.text.folding import folded_key
from tests.recognition.longest import find_longest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "seeds"
LINES_A_DOCUMENT = 25
FOLDERS = (ROOT / "seeds" / "documents", SHARED)


def read_lines(folder: Path) -> list[str]:
    files = sorted(one for one in folder.rglob("*") if one.suffix in (".txt", ".md"))
    return [
        line
        for file in files
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()[:LINES_A_DOCUMENT]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=["samples", "shared"])
def test_the_shipped_terms_are_found_as_by_trying_each(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: the shared articles are not beside the project")
    with open_base(str(shipped_base()), write=False) as base, base.reading() as connection:
        entries = [Entry(*row) for row in stream_terms(connection)]
    automaton = build_automaton(entries)
    found = 0
    for line in read_lines(folder):
        # Only terms whose first letters stand in the line can be there: the rest would take hours.
        letters = set(folded_key(line))
        near = [one for one in entries if set(one.key) - {" "} <= letters]
        longest = find_longest(line, [one.text for one in near], [one.text for one in near if one.exact])
        quick = find_terms(line, automaton)
        assert [one.key for one in quick] == [key for _, _, key in longest]
        for one, (start, end, _) in zip(quick, longest, strict=True):
            assert one.start <= start < end <= one.end
        found += len(quick)
    assert found > 0


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=["samples", "shared"])
def test_strings_of_the_text_itself_are_found_as_an_aho_corasick_automaton_finds_them(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: the shared articles are not beside the project")
    codes = spell("\n".join(read_lines(folder))).codes
    text = codes.tobytes().decode(UTF_32)
    terms = sorted({text[at : at + size] for at in range(0, len(text) - 9, 7) for size in (2, 3, 5, 9)})
    lengths, numbers = (numpy.zeros(len(codes), dtype=numpy.int32) for _ in range(2))

    for some in build_search(terms).walk(codes):
        lengths[some.places], numbers[some.places] = some.length, some.terms

    starts = choose_leftmost(lengths)
    spans = zip(*(one.tolist() for one in (starts, starts + lengths[starts], numbers[starts])), strict=True)
    found = CharwiseDoubleArrayAhoCorasick(terms, MATCH_KIND_LEFTMOST_LONGEST).find(text)
    assert [*spans] == found
