"""Where files go: into projects, into folders, and in the place of old files only when they are whole."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.registry import find_format
from glossary.services.placing import choose_target, replacing

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><glossary_dir>{}</glossary_dir></project></omegat>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "omegat.project").write_text(PROJECT.format("__DEFAULT__"))
    return tmp_path


def target(name: str, output: Path | None = None, project: Path | None = None) -> Path | None:
    return choose_target(find_format(name), output, project)


def test_a_file_without_a_name_goes_to_stdout() -> None:
    assert target("csv") is None


def test_in_a_folder_a_file_takes_its_usual_name(tmp_path: Path) -> None:
    assert target("csv", tmp_path) == tmp_path / "glossary.csv"
    assert target("deepl", tmp_path) == tmp_path / "glossary-deepl.tsv"


def test_a_format_of_several_files_is_written_into_the_folder_itself(tmp_path: Path) -> None:
    assert target("stardict", tmp_path) == tmp_path


def test_omegat_gets_its_glossary_where_it_looks_for_it(project: Path) -> None:
    assert target("omegat", project=project) == project / "glossary" / "glossary-omegat.utf8"
    assert target("tbx2", project=project) == project / "glossary" / "glossary-tbx2.tbx"
    assert target("tmx", project=project) == project / "tm" / "glossary.tmx"


def test_a_project_that_names_another_folder_gets_it_there(project: Path) -> None:
    (project / "omegat.project").write_text(PROJECT.format("terms/"))
    assert target("omegat", project=project) == project / "terms" / "glossary-omegat.utf8"


def test_a_folder_that_is_no_project_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"no OmegaT project, since it has no omegat\.project; name the"):
        target("omegat", project=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_no_program_looks_for_is_refused_with_those_that_are(project: Path) -> None:
    with pytest.raises(InvalidInput, match=r"write it with -o \(tbx2, omegat, tmx do\)"):
        target("csv", project=project)


def test_a_file_goes_to_one_place(project: Path) -> None:
    with pytest.raises(InvalidInput, match="not both"):
        target("omegat", project / "x", project)


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
