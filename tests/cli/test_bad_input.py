"""Bad input over the command line: a message says what to do, no traceback, nothing half-written."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from articles import CHANNEL, DYKE, write_articles
from base_dumps import dump

from glossary.cli import mining as mining_verbs
from glossary.documents.walking import find_files
from glossary.formats.registry import FORMATS
from glossary.model import Unread
from glossary.services.mining import paths

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command

SENTENCE = "湖堤巡护员报告渗水点，"
MEGABYTE = 1_000_000
MAX_SECONDS_FOR_100_MB = 120.0
MAX_BYTES_FOR_100_MB = 4 << 30
NO_TEXT_IN_ANY_ENCODING = b"\xff\x81\x8d\x90" * 50
STAGES = ["reading", "comparing", "mining", "writing"]


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def start(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "glossary", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, check=False, **options)


# Documents that cannot be mined


def test_an_empty_file_is_not_mined(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.txt", b"")
    assert f"{empty}: empty: there is no text in it" in refused("mine", empty, "--db", kept_base, code=1)


def test_an_empty_folder_is_not_mined(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    message = refused("mine", tmp_path / "folder", "--db", kept_base, code=1)
    assert "no document could be mined: nothing to read there" in message


def test_a_folder_with_nothing_readable_names_each_file(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder / "a.txt", b"")
    os.mkfifo(folder / "b.txt")
    message = refused("mine", folder, "--db", kept_base, code=1)
    assert f"{folder / 'a.txt'}: empty" in message
    assert f"{folder / 'b.txt'}: a named pipe" in message


def test_a_missing_path_is_wrong_use_and_nothing_is_mined(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    (good,) = write_articles(tmp_path / "articles", "dyke.txt")
    message = refused("mine", good, tmp_path / "absent", "--db", kept_base)
    assert f"{tmp_path / 'absent'}: there is no such file or folder; check the path" in message


def test_no_base_is_made_where_nothing_could_be_mined(refused: Refused, tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.txt", b"")
    refused("mine", empty, "--db", tmp_path / "new.db", code=1)
    assert list(tmp_path.glob("*new.db*")) == []


def test_a_binary_file_that_calls_itself_text_is_not_mined(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    binary = write(tmp_path / "picture.txt", b"\0\1\2" * 99)
    assert f"{binary}: binary data, not text" in refused("mine", binary, "--db", kept_base, code=1)


def test_bytes_that_are_text_in_no_encoding_are_not_mined(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    strange = write(tmp_path / "strange.txt", NO_TEXT_IN_ANY_ENCODING)
    assert str(strange) in refused("mine", strange, "--db", kept_base, code=1)


def test_a_named_pipe_is_not_waited_for(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    message = refused("mine", tmp_path / "pipe.txt", "--db", kept_base, code=1)
    assert "pipe.txt: a named pipe, which is not read" in message


def test_a_link_that_loops_is_named(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    message = refused("mine", tmp_path / "loop.txt", "--db", kept_base, code=1)
    assert "loop.txt: a link that leads back to itself" in message


def long_line(size: int) -> bytes:
    sentence = SENTENCE.encode()
    return sentence * (size // len(sentence))


def test_one_line_of_2_megabytes_is_named_with_what_to_do(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    path = write(tmp_path / "line.txt", long_line(2 * MEGABYTE))
    message = refused("mine", path, "--db", kept_base, code=1)
    assert f"{path}: a line of 666,666 characters; break it into paragraphs" in message


@pytest.mark.slow
def test_one_line_of_100_megabytes_is_answered_within_bounds(kept_base: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "line.txt", long_line(100 * MEGABYTE))
    done = start(
        *("mine", path, "--db", kept_base),
        stdout=subprocess.DEVNULL,
        timeout=MAX_SECONDS_FOR_100_MB,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES_FOR_100_MB,) * 2),
    )
    assert done.returncode == 1
    assert b"a line of 33,333,333 characters; break it into paragraphs" in done.stderr


# Documents with faults that are mined all the same


@pytest.fixture
def mined_terms(glossary: "Command", tmp_path: Path) -> Callable[..., set[str]]:
    """A function that mines one file into a new base and returns the terms."""

    def mine_one(content: bytes) -> set[str]:
        path = write(tmp_path / "article.txt", content)
        ran = glossary("mine", path, "--db", tmp_path / "new.db", "--json")
        assert ran.code == 0
        return {candidate["term"] for candidate in ran.json["candidates"]}

    return mine_one


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_text_in_an_encoding_that_nobody_names_is_mined(
    mined_terms: Callable[..., set[str]], encoding: str
) -> None:
    text = DYKE + CHANNEL if encoding != "big5" else TRADITIONAL
    assert mined_terms(text.encode(encoding)) & {"渗水点", "滲水點"}


TRADITIONAL = "湖堤巡護員沿湖堤走。他看滲水點，報滲水點。滲水點畫在圖上，滲水點有圖。\n" * 5


def test_nul_bytes_in_a_text_become_no_part_of_a_term(mined_terms: Callable[..., set[str]]) -> None:
    terms = mined_terms(DYKE.replace("渗水点", "渗\0水点").encode())
    assert "渗水点" in terms
    assert not any("\0" in term for term in terms)


def test_an_encoded_lone_surrogate_becomes_no_part_of_a_term(mined_terms: Callable[..., set[str]]) -> None:
    terms = mined_terms((DYKE + "渗水点\ud800。\n").encode("utf-8", "surrogatepass"))
    assert "渗水点" in terms


def test_a_file_whose_name_is_no_text_is_mined(glossary: "Command", tmp_path: Path) -> None:
    path = write(tmp_path / os.fsdecode(b"\xff.txt"), DYKE)
    ran = glossary("mine", path, "--db", tmp_path / "new.db", "--json")
    assert (ran.code, ran.json["documents"][0]["path"]) == (0, str(tmp_path / "?.txt"))


# One bad file among good ones


def test_one_unreadable_file_is_named_and_the_rest_is_mined(glossary: "Command", tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write_articles(folder, "dyke.txt", "channel.txt")
    bad = write(folder / "bad.txt", b"\0\1\2" * 99)
    ran = glossary("mine", folder, "--db", tmp_path / "new.db", "--json")
    assert ran.code == 0
    assert f"not read: {bad}: binary data, not text" in ran.err
    assert ran.json["unread"] == [{"path": str(bad), "reason": "binary data, not text"}]
    assert len(ran.json["documents"]) == 2


def test_a_file_that_vanishes_after_the_listing_is_named_and_the_rest_is_mined(
    glossary: "Command", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, gone = map(Path, write_articles(tmp_path / "articles", "dyke.txt", "channel.txt"))

    def list_then_lose(paths: list[str]) -> Iterator[Path | Unread]:
        found = list(find_files(paths))
        gone.unlink()
        return iter(found)

    monkeypatch.setattr(paths, "find_files", list_then_lose)
    ran = glossary("mine", gone.parent, "--db", tmp_path / "new.db", "--json")
    assert (ran.code, len(ran.json["documents"])) == (0, 1)
    assert ran.json["unread"] == [{"path": str(gone), "reason": "vanished before it was read"}]


@pytest.mark.parametrize("option", ["--watch", "--stop"])
@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no such file or directory; name a file with one term on each line"), ("\n", "holds no term")],
)
def test_a_list_of_terms_that_is_absent_or_empty_is_refused(
    refused: Refused, kept_base: Path, tmp_path: Path, option: str, content: str | None, message: str
) -> None:
    terms = tmp_path / "terms.txt" if content is None else write(tmp_path / "terms.txt", content)
    article, *_ = write_articles(tmp_path / "articles", "dyke.txt")
    assert message in refused("mine", article, option, terms, "--db", kept_base)


def test_a_contrast_that_is_not_there_is_refused(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    article, *_ = write_articles(tmp_path / "articles", "dyke.txt")
    message = refused("mine", article, "--background", tmp_path / "absent", "--db", kept_base)
    assert str(tmp_path / "absent") in message


def test_a_contrast_without_a_document_is_refused(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    article, *_ = write_articles(tmp_path / "articles", "dyke.txt")
    empty = write(tmp_path / "empty.txt", "")
    message = refused("mine", article, "--background", empty, "--db", kept_base, code=1)
    assert message.startswith("error: no document to contrast with: ")


# Stopped on the way


@pytest.fixture
def stop_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function that lets Ctrl-C be pressed when mining reaches this stage."""

    def press_at(wanted: str) -> None:
        def press(stage: str, _done: int, _total: int) -> None:
            if stage == wanted:
                raise KeyboardInterrupt

        monkeypatch.setattr(mining_verbs, "show_progress", lambda: nullcontext(press))

    return press_at


@pytest.mark.parametrize("stage", STAGES)
def test_ctrl_c_while_mining_leaves_the_base_as_it_was(
    glossary: "Command", kept_base: Path, tmp_path: Path, stop_at: Callable[[str], None], stage: str
) -> None:
    stop_at(stage)
    ran = glossary("mine", *write_articles(tmp_path / "articles"), "--db", kept_base)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "stopped; the termbase holds no half-made change\n"


def test_ctrl_c_while_mining_takes_back_the_base_that_it_made(
    glossary: "Command", tmp_path: Path, stop_at: Callable[[str], None]
) -> None:
    stop_at("writing")
    ran = glossary("mine", *write_articles(tmp_path / "articles"), "--db", tmp_path / "new.db")
    assert ran.code == 130
    assert list(tmp_path.glob("*new.db*")) == []


# Files out


def test_an_unknown_export_format_is_answered_with_those_that_exist(
    refused: Refused, kept_base: Path
) -> None:
    message = refused("export", "docx", "--db", kept_base)
    known = ", ".join(sorted(known.name for known in FORMATS))
    assert message == f"error: there is no format 'docx'; known: {known}\n"


def test_an_output_in_a_missing_folder_is_refused(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    target = tmp_path / "absent" / "terms.csv"
    message = refused("export", "csv", "-o", target, "--db", kept_base)
    assert f"{target}: cannot be written (No such file or directory); name another place" in message


def test_a_folder_that_has_a_folder_of_the_usual_name_is_no_output_for_one_file(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder" / "glossary.tbx").mkdir(parents=True)
    message = refused("export", "tbx", "-o", tmp_path / "folder", "--db", kept_base)
    assert f"{tmp_path / 'folder' / 'glossary.tbx'}: " in message
    assert "; name a" in message


def test_a_file_is_no_output_for_a_format_of_a_folder(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    target = write(tmp_path / "file", "mine")
    assert str(target) in refused("export", "toml", "-o", target, "--db", kept_base)
    assert target.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said(refused: Refused, kept_base: Path) -> None:
    message = refused("export", "csv", "-o", "/dev/full", "--db", kept_base)
    assert "cannot be written (No space left on device)" in message


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_said(kept_base: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("export", "csv", "--db", kept_base, stdout=full)
    assert done.returncode == 2
    assert done.stderr.decode().endswith("error: the output cannot be written (No space left on device)\n")


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("export", "csv"), ("lookup", "绿道"), ("stats",)])
def test_a_reader_that_has_gone_is_no_error(kept_base: Path, arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start(*arguments, "--db", kept_base, stdout=writer)
    os.close(writer)
    assert done.returncode == 0
    assert b"rror" not in done.stderr


# Files in


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a table for import."""
    return lambda text: write(tmp_path / "table.csv", text)


def test_a_table_without_its_columns_is_refused_with_their_names(
    refused: Refused, kept_base: Path, table: Callable[[str], Path]
) -> None:
    message = refused("import", table("name,meaning\n竹桥,竹制的桥\n"), "--db", kept_base)
    assert "no column en; its first line names: name, meaning" in message


def test_a_repeated_row_counts_once_and_is_said(
    glossary: "Command", small_base: Path, table: Callable[[str], Path]
) -> None:
    path = table("zh,en\n竹桥,bamboo bridge\n竹桥,bamboo bridge\n")
    ran = glossary("import", path, "--db", small_base, "--json")
    assert (ran.code, ran.json["added"]) == (0, 1)
    assert [(line["where"], line["what"]) for line in ran.json["dropped"]] == [("line 3", "the row")]


def test_a_formula_in_a_cell_is_text_and_comes_out_as_it_went_in(
    glossary: "Command", small_base: Path, table: Callable[[str], Path]
) -> None:
    path = table('zh,en\n竹桥,"=HYPERLINK(""http://example.org"",""bridge"")"\n')
    assert glossary("import", path, "--db", small_base).code == 0
    assert (
        '"=HYPERLINK(""http://example.org"",""bridge"")"' in glossary("export", "csv", "--db", small_base).out
    )


def test_a_cell_with_a_nul_byte_costs_its_row_alone(
    glossary: "Command", small_base: Path, table: Callable[[str], Path]
) -> None:
    ran = glossary("import", table("zh,en\n竹桥,bam\0boo\n竹林,grove\n"), "--db", small_base, "--json")
    assert (ran.code, ran.json["added"]) == (0, 1)
    assert ran.json["dropped"][0]["where"] == "line 2"


def test_a_missing_file_is_not_imported(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    message = refused("import", tmp_path / "absent.csv", "--db", kept_base)
    assert f"{tmp_path / 'absent.csv'}: there is no such file" in message


def test_an_empty_file_is_not_imported(
    refused: Refused, kept_base: Path, table: Callable[[str], Path]
) -> None:
    assert "the table has no column zh" in refused("import", table(""), "--db", kept_base)


def test_a_file_of_no_known_format_is_answered_with_those_that_can_be_read(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    letter = write(tmp_path / "letter.doc", "Dear reader")
    message = refused("import", letter, "--db", kept_base)
    assert "the content does not tell its format; name it: csv, " in message


def test_a_named_pipe_is_not_imported(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "is no regular file" in refused("import", tmp_path / "pipe.csv", "--db", kept_base)


def test_a_termbase_file_with_broken_markup_is_refused(
    refused: Refused, kept_base: Path, tmp_path: Path
) -> None:
    broken = write(tmp_path / "broken.tbx", '<?xml version="1.0"?><tbx><text><body><conceptEntry')
    assert "error: " in refused("import", broken, "--db", kept_base)


def test_an_import_that_fails_on_the_way_changes_nothing(
    refused: Refused, kept_base: Path, table: Callable[[str], Path]
) -> None:
    before = dump(kept_base)
    path = table("id,zh,en,relations\n,竹桥,bamboo bridge,\ncbridgee,木桥,wooden bridge,related czzzzzzz\n")
    assert "nothing was imported" in refused("import", path, "--db", kept_base)
    assert dump(kept_base) == before


# Queries


@pytest.mark.parametrize("query", ["", "   ", "\u3000"])
def test_an_empty_query_is_refused(refused: Refused, kept_base: Path, query: str) -> None:
    assert "the query is empty; give a Chinese term" in refused("lookup", query, "--db", kept_base)


@pytest.mark.parametrize("query", ["绿" * 10_000, "a" * 10_000, ".*" * 5_000])
def test_a_query_of_10000_characters_is_refused(refused: Refused, kept_base: Path, query: str) -> None:
    assert "the query has 10000 characters" in refused("lookup", query, "--db", kept_base)


@pytest.mark.parametrize("query", ["\udcff绿", "绿\0道", "绿\x1b[31m道"])
def test_a_query_with_what_is_no_text_is_refused(refused: Refused, kept_base: Path, query: str) -> None:
    assert "half a surrogate pair" in refused("lookup", query, "--db", kept_base)


NO_TERM = ".* (?i)a \\ % _ {} - -- *".split()
NO_TERM += [
    "绿 OR 水",
    "NEAR(绿 水)",
    "绿 NOT 水",
    "term:绿",
    "绿 AND",
    "' OR 1=1 --",
    "'; DROP TABLE term; --",
]


@pytest.mark.parametrize("query", NO_TERM)
def test_what_is_syntax_elsewhere_finds_nothing(glossary: "Command", kept_base: Path, query: str) -> None:
    ran = glossary("lookup", "--json", "--no-log", "--db", kept_base, "--", query)
    assert (ran.code, ran.json["hits"], ran.err) == (1, [], "")


@pytest.mark.parametrize("query", '[绿 绿. ^绿$ 绿* "绿 绿% 绿_ {绿} (绿'.split())
def test_marks_around_a_term_mean_nothing(glossary: "Command", kept_base: Path, query: str) -> None:
    plain = glossary("lookup", "绿", "--json", "--db", kept_base)
    ran = glossary("lookup", query, "--json", "--db", kept_base)
    assert (ran.code, ran.json["hits"]) == (0, [hit | {"query": query} for hit in plain.json["hits"]])


@pytest.mark.parametrize("arguments", [("--limit", "0"), ("--limit", "many"), ("--colour",)])
def test_a_command_that_is_misspelt_is_answered_with_its_usage(
    refused: Refused, kept_base: Path, arguments: tuple[str, ...]
) -> None:
    assert "Usage: " in refused("lookup", *arguments, "--db", kept_base)


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--limit", "3")])
def test_a_lookup_of_nothing_needs_a_terminal(
    refused: Refused, kept_base: Path, arguments: tuple[str, ...]
) -> None:
    assert "name what to look up: `glossary lookup QUERY`" in refused("lookup", *arguments, "--db", kept_base)
