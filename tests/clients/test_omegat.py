"""OmegaT: a translator opens a segment, and the glossary pane offers our renderings."""

import json
import os
from pathlib import Path

import pytest

from glossary.formats.registry import find_format
from glossary.services.exporting.placing import choose_target

from .conftest import require, run
from .samples import export

SEARCH = Path(__file__).with_name("search_segments.groovy")
SOURCE = "网格员上门。新任网格管理员到岗！今天打了一打鸡蛋。\n𠮷野家开门。无关。\n"
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<source_tok>org.omegat.tokenizer.LuceneSmartChineseTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
Offers = dict[str, set[str]]
"""The renderings that are offered for each term in a segment."""


def make_project(folder: Path) -> Path:
    """Make what OmegaT takes for a project: its folders and one source text."""
    for name in ("source", "target", "tm", "dictionary", "omegat"):
        (folder / name).mkdir()
    (folder / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (folder / "source" / "text.txt").write_text(SOURCE, encoding="utf-8")
    return folder


def search_segments(project: Path) -> dict[str, Offers]:
    """Return what OmegaT's own glossaries, tokenizer and search offer in each segment."""
    found = project / "found.json"
    run(
        require("omegat"),
        "--mode=console-translate",
        f"--config-dir={project / 'config'}",
        "--no-team",
        f"--script={SEARCH}",
        project,
        env={**os.environ, "FOUND_FILE": str(found), "LC_ALL": "C.UTF-8"},
    )
    segments = json.loads(found.read_text("utf-8"))
    return {segment: {term: set(texts) for term, texts in offers} for segment, offers in segments.items()}


@pytest.fixture(scope="module", params=["omegat", "tbx2"])
def written(request: pytest.FixtureRequest) -> str:
    """The name of a format that OmegaT reads."""
    return str(request.param)


@pytest.fixture(scope="module")
def offered(written: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Offers]:
    """What is offered once the glossary was put where the project looks for it."""
    project = make_project(tmp_path_factory.mktemp("project"))
    place = choose_target(find_format(written), None, project)
    assert place is not None
    export(written, place)
    return search_segments(project)


def test_a_segment_is_offered_the_renderings_of_the_term_in_it(offered: dict[str, Offers]) -> None:
    assert {"grid worker", "grid attendant"} <= offered["网格员上门。"]["网格员"]


def test_a_synonym_is_offered_the_same(offered: dict[str, Offers]) -> None:
    assert {"grid worker", "grid attendant"} <= offered["新任网格管理员到岗！"]["网格管理员"]


def test_both_meanings_of_a_homograph_are_offered(offered: dict[str, Offers]) -> None:
    assert offered["今天打了一打鸡蛋。"] == {"打": {"hit", "dozen"}}


def test_a_character_beyond_the_bmp_is_found(offered: dict[str, Offers]) -> None:
    assert offered["𠮷野家开门。"] == {"𠮷野家": {'=Yoshinoya, "the" house'}}


def test_a_segment_without_terms_is_offered_nothing(offered: dict[str, Offers]) -> None:
    assert offered["无关。"] == {}


def test_only_tbx_lets_omegat_offer_what_nobody_should_write(
    written: str, offered: dict[str, Offers]
) -> None:
    discouraged = offered["网格员上门。"]["网格员"] & {"grid spy", "grid agent"}
    assert discouraged == (set() if written == "omegat" else {"grid spy", "grid agent"})
