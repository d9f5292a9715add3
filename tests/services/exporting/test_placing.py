"""Where files go: into projects and into folders."""

from pathlib import Path

import pytest

from glossary.errors import InvalidInput
from glossary.formats.registry import find_format
from glossary.services.exporting.placing import choose_target

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
    with pytest.raises(InvalidInput, match=r"write it with `output` \(tbx2, omegat, tmx do\)"):
        target("csv", project=project)


def test_a_file_goes_to_one_place(project: Path) -> None:
    with pytest.raises(InvalidInput, match="not both"):
        target("omegat", project / "x", project)
