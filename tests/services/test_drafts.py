"""Files take the place of old ones only when they are whole."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.errors import UnreadableFile
from glossary.services.drafts import replacing, save_pieces


def test_a_text_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("old")
    save_pieces(["新", "页"], target)
    assert target.read_text(encoding="utf-8") == "新页"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("target", [".", "no-such-folder/page.html"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, target: str) -> None:
    with pytest.raises(UnreadableFile, match="name a"):
        save_pieces(["x"], tmp_path / target)


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with (
        pytest.raises(UnreadableFile, match=r"cannot be written \(No space left"),
        replacing(tmp_path / "out"),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only the owner of the machine can make a small disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.slow
def test_a_disk_that_is_really_full_leaves_the_old_file(small_disk: Path) -> None:
    (small_disk / "out").write_text("old")
    with pytest.raises(UnreadableFile, match="No space left"), replacing(small_disk / "out") as out:
        out.write(b"x" * 100_000)
    assert [(path.name, path.read_text()) for path in small_disk.iterdir()] == [("out", "old")]
