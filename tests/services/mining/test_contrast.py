"""A contrast of one's own: documents in the place of general Chinese."""

from pathlib import Path

import pytest
from articles import write_articles

from glossary.errors import NothingMined
from glossary.mining.background import Background
from glossary.services.mining.contrast import COUNTING, READING, Contrast, read_contrast

DYKE, CHANNEL = "dyke.txt", "channel.txt"


def background_of(*paths: str) -> Background:
    background = read_contrast(paths).background
    assert background
    return background


def test_a_background_is_read_from_documents(tmp_path: Path) -> None:
    background = background_of(*write_articles(tmp_path / "contrast", DYKE, CHANNEL))
    assert background.per_million("渗水点") > 0 == background.per_million("竹筏")


def test_no_paths_make_no_background() -> None:
    assert read_contrast([]) == Contrast()


def test_one_document_twice_is_one_in_the_background(tmp_path: Path) -> None:
    once = background_of(*write_articles(tmp_path / "once", DYKE))
    copies = [*write_articles(tmp_path / "a", DYKE), *write_articles(tmp_path / "b", DYKE)]
    assert background_of(*copies) == once


def test_who_waits_hears_how_much_of_the_background_is_read(tmp_path: Path) -> None:
    (path,) = write_articles(tmp_path, DYKE)
    size = Path(path).stat().st_size
    heard: list[tuple[str, int, int]] = []
    read_contrast([path], progress=lambda *told: heard.append(told))
    assert heard == [(READING, 0, size), (READING, size, size), (COUNTING, 0, 0)]


def test_what_of_the_background_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    contrast = read_contrast([*write_articles(tmp_path, DYKE), str(tmp_path / "empty.txt")])
    assert [Path(one.path).name for one in contrast.unread] == ["empty.txt"]


def test_a_background_without_a_readable_document_is_refused_with_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(NothingMined, match=r"no document to contrast with: .*empty\.txt: empty"):
        read_contrast([str(tmp_path / "empty.txt")])


def test_a_background_in_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingMined, match="no document to contrast with: "):
        read_contrast([str(tmp_path)])
