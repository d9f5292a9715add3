"""On real text the automaton finds what trying every known term at every place finds."""

from pathlib import Path

import pytest

from glossary.recognition.automaton import build_automaton
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_terms
from glossary.services.bases.choosing import shipped_base
from glossary.store.database import open_base
from glossary.store.recognition import stream_terms
from glossary.text.folding import folded_key
from tests.recognition.longest import find_longest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "seeds"
LINES_A_DOCUMENT = 25


def read_lines(folder: Path) -> list[str]:
    files = sorted(one for one in folder.rglob("*") if one.suffix in (".txt", ".md"))
    return [
        line
        for file in files
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()[:LINES_A_DOCUMENT]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("folder", [ROOT / "seeds" / "documents", SHARED], ids=["samples", "shared"])
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
