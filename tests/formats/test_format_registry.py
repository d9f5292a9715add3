"""The registry: names, telling a format by content, and the page that is made from it."""

import json
import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from format_samples import GRID_WORKER, PLATFORM, export

from glossary.errors import InvalidInput, UnknownName, UnreadableFile
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.listing import LIST, list_formats
from glossary.formats.registry import FORMATS, describe_formats, find_format, show_formats, tell_format

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
READABLE = [known for known in FORMATS if known.read is not None]


def name_of(known: Format) -> str:
    return known.name


def test_a_format_is_found_by_its_name() -> None:
    assert find_format("tbx").title.startswith("TBX-Basic v3")


def test_an_unknown_format_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UnknownName, match="there is no format 'nosuch'; known: amazon, anki, "):
        find_format("nosuch")


def test_a_format_that_can_only_be_written_says_so() -> None:
    with pytest.raises(InvalidInput, match="tbx can be written but not read; export csv"):
        replace(find_format("tbx"), read=None).read_whole(BytesIO())


def test_no_two_formats_have_one_name() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)


def test_the_options_of_a_format_are_options_of_an_export() -> None:
    assert {option for known in FORMATS for option in known.options} <= set(
        ExportOptions.__dataclass_fields__
    )


@pytest.mark.parametrize("format_", READABLE, ids=name_of)
def test_a_format_is_told_by_what_it_wrote(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "out")

    assert tell_format(tmp_path / "out") is format_


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xef\xbb\xbfid,zh,en\n", "csv-excel"),
        ("zh\ten\n网格员\tgrid".encode("utf-16"), "tsv"),
        (b'"zh";"en"\n', "csv"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <martif> --><tbx type='TBX-Basic'>", "tbx"),
        ("<tbx>".encode("utf-16"), "tbx"),
        (b'<!DOCTYPE martif SYSTEM "x.dtd">\n<martif>', "tbx2"),
    ],
)
def test_a_format_is_told_by_first_bytes(head: bytes, name: str) -> None:
    assert tell_format(head).name == name


def test_a_table_without_the_needed_columns_goes_by_its_extension(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("Chinese term,English term\n")

    assert tell_format(tmp_path / "terms.csv").name == "csv"


def test_content_stands_above_the_extension(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("<tbx></tbx>")

    assert tell_format(tmp_path / "terms.csv").name == "tbx"


@pytest.mark.parametrize("head", [b"", b"\x00\x01\x02", b"just a line", b"<html>", "网格员".encode()])
def test_content_that_tells_nothing_is_refused_with_the_names(head: bytes) -> None:
    with pytest.raises(InvalidInput, match="does not tell its format; name it: csv, "):
        tell_format(head)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        tell_format(tmp_path / "nowhere.csv")


def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(UnreadableFile, match="no regular file"):
        tell_format(tmp_path / "pipe.csv")


def test_the_description_is_ready_for_json() -> None:
    described = json.loads(json.dumps(describe_formats()))

    assert [line["name"] for line in described] == [known.name for known in FORMATS]
    assert next(line for line in described if line["name"] == "yomitan")["reads"] is False


def test_the_page_holds_the_registry() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert show_formats() in page, f"docs/formats.md must hold this between its marks:\n{show_formats()}"


def test_the_list_of_formats_is_what_the_registry_says() -> None:
    assert list_formats() == describe_formats(), f"{LIST.name}: run `make lists`"
