import os
import socket
from pathlib import Path

import pytest
from somebody_else import nobody, open_folder

from glossary.documents.walking import find_files
from glossary.errors import UnreadableFile
from glossary.model import Unread


def found(*paths: Path) -> list[Path]:
    return [one for one in find_files(paths) if isinstance(one, Path)]


def reasons(*paths: Path) -> list[str]:
    return [one.reason for one in find_files(paths) if isinstance(one, Unread)]


def write(path: Path, text: str = "文") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_found_as_it_is(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert found(file) == [file]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("a/2.txt", "a/b/1.txt", "c.txt")]
    assert found(tmp_path) == files


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "config")
    write(tmp_path / ".hidden.txt")
    assert list(find_files([tmp_path])) == []


def test_a_hidden_file_that_is_named_is_found(tmp_path: Path) -> None:
    file = write(tmp_path / ".hidden.txt")
    assert found(file) == [file]


@pytest.mark.parametrize("name", ["a.json", "b.CSV", "terms.db", "seed.toml", "page.css", "glossary.utf8"])
def test_data_and_code_in_a_folder_are_reported_and_not_read(tmp_path: Path, name: str) -> None:
    article = write(tmp_path / "article.txt")
    write(tmp_path / "folder" / name)
    assert found(tmp_path) == [article]
    assert reasons(tmp_path) == ["not a document by its name; name the file itself to mine it"]


def test_data_that_is_named_itself_is_tried(tmp_path: Path) -> None:
    file = write(tmp_path / "a.json")
    assert found(tmp_path, file) == [file]
    assert reasons(tmp_path, file) == []


def test_a_name_without_or_with_an_unknown_ending_may_be_a_document(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("a", "b.asp", "c.第一章")]
    assert found(tmp_path) == files


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert found(file, tmp_path, tmp_path) == [file]


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no such file or folder"):
        find_files([write(tmp_path / "a.txt"), tmp_path / "missing"])


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    target = write(tmp_path / "a.txt")
    link = tmp_path / "b.txt"
    link.symlink_to(target)
    assert found(tmp_path) == [target, link]


def test_a_link_back_to_a_folder_above_is_reported(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert found(tmp_path) == [file]
    assert reasons(tmp_path) == ["a link to a folder that is read already"]


def test_folders_that_link_to_each_other_end(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / name).mkdir()
        for other in "abcdef":
            (tmp_path / name / f"to_{other}").symlink_to(tmp_path / other)
    assert reasons(tmp_path) == ["a link to a folder that is read already"] * 36


def test_a_file_keeps_its_own_path_where_a_link_leads_to_it_too(tmp_path: Path) -> None:
    file = write(tmp_path / "b" / "1.txt")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    assert found(tmp_path) == [file]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "1.txt")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "here") == [tmp_path / "here" / "link" / "1.txt"]


def test_a_link_to_itself_is_reported(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reasons(tmp_path) == ["a link that leads back to itself"]


def test_a_link_to_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert reasons(tmp_path) == ["a link that leads nowhere"]


def test_a_named_pipe_is_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path / "pipe.txt") == ["a named pipe, which is not read"]


def test_a_socket_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may have no more than a hundred bytes
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert reasons(Path("s")) == ["a socket, which is not read"]


def test_a_device_is_reported() -> None:
    assert reasons(Path("/dev/null")) == ["a device, which is not read"]


def test_a_folder_that_may_not_be_listed_is_reported() -> None:
    with open_folder() as folder:
        (folder / "closed").mkdir(mode=0)
        with nobody():
            assert reasons(folder) == ["no permission to read it"]


def test_a_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).symlink_to("gone")
    (unread,) = (one for one in find_files([tmp_path]) if isinstance(one, Unread))
    assert unread.path.encode("utf-8").endswith(b"/?.txt")


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("https://example.org/a", "that is an address; save the page"),
        ("-", "only files are read; save the text"),
    ],
)
def test_what_is_no_path_is_told_how_to_become_one(named: str, advice: str) -> None:
    with pytest.raises(UnreadableFile, match=advice):
        find_files([named])
