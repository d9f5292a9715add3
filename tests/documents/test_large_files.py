"""One endless line, and openings that tempt a pattern to look again and again, cost time in proportion."""

from pathlib import Path
from time import process_time

import pytest

from glossary.documents import clean, cluster, parse_document, read_documents
from glossary.documents.reading import LONGEST_LINE_CHARS
from glossary.model import Unread

SENTENCE = "网格员上门采集信息"
SHORT_LINE_BYTES = 300_000
LONG_LINE_BYTES = 100_000_000
MAX_SECONDS_FOR_SHORT = 2.0
MAX_SECONDS_FOR_LONG = 60.0
UNITS = [
    *(SENTENCE, "a", "?", "网?", "网(a", "(", " x" + " " * 500, "*a", "[a](", "![", "<a", "<!--", "`"),
    *("---x", "_a", "首页 > ", "编辑:", "分享 ", " 来源:", "1 ", "网,"),
]


def seconds_for(data: bytes, name: str) -> float:
    start = process_time()
    cluster([clean(parse_document(data, [name]))])
    return process_time() - start


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_long_line_takes_time_in_proportion(unit: str, name: str) -> None:
    data = ("甲" + unit * (SHORT_LINE_BYTES // len(unit.encode()))).encode()
    assert seconds_for(data, name) < MAX_SECONDS_FOR_SHORT


def test_a_front_matter_that_never_ends_is_given_up() -> None:
    assert seconds_for(b"---\n" + b"a: b\n" * 20_000, "a.txt") < MAX_SECONDS_FOR_SHORT


@pytest.mark.slow
def test_one_line_of_100_megabytes_is_read_in_seconds() -> None:
    line = SENTENCE.encode() * (LONG_LINE_BYTES // len(SENTENCE.encode()))
    assert seconds_for(line, "line.txt") < MAX_SECONDS_FOR_LONG


def test_a_file_with_a_line_too_long_to_mine_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(SENTENCE + "\n" + "甲" * (LONGEST_LINE_CHARS + 1), encoding="utf-8")
    (said,) = read_documents([path])
    reason = "a line of 500,001 characters; break it into paragraphs and try again"
    assert said == Unread(path=str(path), reason=reason)
