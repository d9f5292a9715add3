"""A document passage by passage."""

import io
from pathlib import Path

import pytest

from glossary.documents import passages
from glossary.documents.passages import read_passages
from glossary.errors import InvalidInput

LINE = "网格员在社区里走访，𠀀字也在内。\n"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")


def read(data: bytes, name: str = "a.txt") -> tuple[str, list[str]]:
    found = read_passages(io.BytesIO(data), name, size=len(data))
    return found.kind, list(found.texts)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every text a long one, read in small pieces."""
    monkeypatch.setattr(passages, "WHOLE_UP_TO_BYTES", 0)
    monkeypatch.setattr(passages, "READ_BYTES", 7)
    monkeypatch.setattr(passages, "SAMPLE_BYTES", 2_000)
    monkeypatch.setattr(passages, "PASSAGE_CHARS", 50)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_short_text_comes_whole(encoding: str) -> None:
    assert read((LINE * 9).encode(encoding)) == ("text", [LINE * 9])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_passages_of_a_long_text_are_the_text(encoding: str) -> None:
    kind, texts = read((LINE * 200).encode(encoding))
    assert (kind, "".join(texts)) == ("text", LINE * 200)
    assert len(texts) > 1
    assert all(one.endswith("\n") for one in texts)


@pytest.mark.usefixtures("small")
def test_lines_that_are_too_long_are_cut_behind_sentences_or_anywhere() -> None:
    _, texts = read(("走访。" * 500 + "长" * 500).encode())
    assert "".join(texts) == "走访。" * 500 + "长" * 500
    assert max(map(len, texts)) <= 50


@pytest.mark.usefixtures("small")
def test_line_ends_stay_as_they_are() -> None:
    text = "网格员\r\n社区\r" * 100
    assert "".join(read(text.encode())[1]) == text


@pytest.mark.usefixtures("small")
def test_a_long_page_is_held_whole_and_its_text_taken_out() -> None:
    page = "<html><body><article><p>" + "关于网格员的说明。" * 40 + "</p></article></body></html>"
    kind, texts = read(page.encode(), "a.html")
    assert kind == "html"
    assert "<p>" not in "".join(texts)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" * 200, b"\x00\x01\x02" * 900, b"\x7fELF" * 900])
def test_a_long_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        read(data)


def test_a_markdown_file_says_so(tmp_path: Path) -> None:
    assert read(b"# a\n\ntext", "a.md")[0] == "markdown"
