"""`glossary report`: where the page goes, what is said beside it, and how it ends."""

from pathlib import Path

import pytest
from base_dumps import dump

DOCTYPE = "<!doctype html>\n"


def test_the_page_is_written_here_where_no_file_is_named(glossary, mined_base):
    ran = glossary("report", "--db", mined_base)
    assert (ran.code, ran.out, ran.err) == (0, "", "wrote report.html\n")
    assert Path("report.html").read_text(encoding="utf-8").startswith(DOCTYPE)


def test_the_page_is_written_to_the_named_file(glossary, mined_base):
    assert glossary("report", "-o", "client.html", "--db", mined_base).err == "wrote client.html\n"
    assert [path.name for path in Path.cwd().iterdir()] == ["client.html"]


def test_the_page_goes_to_stdout_for_a_hyphen(glossary, mined_base):
    ran = glossary("report", "-o", "-", "--db", mined_base)
    assert ran.out.startswith(DOCTYPE)
    assert (ran.code, ran.err, list(Path.cwd().iterdir())) == (0, "", [])


def test_the_page_shows_as_many_candidates_as_are_asked_for(glossary, mined_base):
    page = glossary("report", "-o", "-", "--top", 2, "--db", mined_base).out
    assert page.count('<article class="term"') == 2


def test_the_base_stays_as_it_was(glossary, mined_base):
    before = dump(mined_base)
    glossary("report", "--db", mined_base)
    assert dump(mined_base) == before


def test_a_base_that_nothing_was_mined_into_says_what_to_do(refused, kept_base):
    assert "`glossary mine PATH…`" in refused("report", "--db", kept_base, code=1)


def test_a_missing_base_is_named(refused, tmp_path):
    assert "there is no such termbase" in refused("report", "--db", tmp_path / "none.db")


@pytest.mark.parametrize("top", ["0", "2001", "many"])
def test_a_number_that_makes_no_page_is_refused(refused, kept_base, top):
    refused("report", "--top", top, "--db", kept_base)


def test_a_folder_is_no_file_to_write(refused, mined_base, tmp_path):
    assert "is a folder; name a file" in refused("report", "-o", tmp_path, "--db", mined_base)
