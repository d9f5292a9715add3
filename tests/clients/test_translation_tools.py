"""OmegaT, translate-toolkit and DeepL's client: whoever translates with our files."""

import json
from pathlib import Path

import pytest

from glossary.formats.registry import find_format
from glossary.services.exporting.placing import choose_target

from .conftest import require, run, run_client
from .samples import export

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
READ_BY_OMEGAT = """
import org.omegat.gui.glossary.*
def file = new File(System.getenv("GLOSSARY_FILE"))
def reader = file.name.endsWith(".tbx") ? GlossaryReaderTBX : GlossaryReaderTSV
def entries = reader.read(file, false)
new File(System.getenv("FOUND_FILE")).withWriter("UTF-8") { out ->
    entries.each { out.println(it.srcText + "\\t" + it.getLocTerms(false).join("|")) }
}
"""
TOOLKIT = """
import json, sys
from translate.storage import tbx
store = tbx.tbxfile(open(sys.argv[1], "rb"), sourcelanguage="zh-CN", targetlanguage="en")
def statuses(unit):
    for tig in unit.xmlelement.xpath(".//tig"):
        yield tig.findtext("term"), tig.findtext("termNote[@type='administrativeStatus']")
print(json.dumps([[unit.source, unit.target, dict(statuses(unit))] for unit in store.units]))
"""
DEEPL = """
import json, sys
from deepl.util import convert_tsv_to_dict, validate_glossary_term
text = open(sys.argv[1], encoding="utf-8").read()
pairs = convert_tsv_to_dict(text)
for pair in pairs.items():
    for text in pair:
        validate_glossary_term(text)
print(json.dumps(pairs))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("source", "target", "tm", "dictionary", "omegat"):
        (tmp_path / name).mkdir()
    (tmp_path / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "source" / "text.txt").write_text("网格员上门。\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["omegat", "tbx2"])
def test_omegat_finds_the_term_in_the_file_that_was_put_into_its_project(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = require("omegat")
    place = choose_target(find_format(name), None, project)
    assert place is not None
    export(name, place)
    script, found = project / "read.groovy", project / "found.txt"
    script.write_text(READ_BY_OMEGAT, encoding="utf-8")
    monkeypatch.setenv("GLOSSARY_FILE", str(place))
    monkeypatch.setenv("FOUND_FILE", str(found))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    run(
        program,
        "--mode=console-translate",
        f"--config-dir={project / 'config'}",
        "--no-team",
        f"--script={script}",
        project,
    )

    entries = [line.split("\t") for line in found.read_text("utf-8").splitlines()]
    offered = {text for source, targets in entries if source == "网格员" for text in targets.split("|")}
    assert {"grid worker", "grid attendant"} <= offered
    assert name == "tbx2" or not offered & {"grid spy", "grid agent"}


def test_translate_toolkit_reads_every_rendering_with_its_status(tmp_path: Path) -> None:
    units = json.loads(run_client(TOOLKIT, export("tbx2", tmp_path / "terms.tbx")))
    (worker,) = [unit for unit in units if unit[0] == "网格员"]
    assert worker[1] == "grid worker"
    assert worker[2] == {
        "网格员": "preferredTerm-admn-sts",
        "网格管理员": "admittedTerm-admn-sts",
        "格员": "admittedTerm-admn-sts",
        "grid worker": "preferredTerm-admn-sts",
        "grid attendant": "admittedTerm-admn-sts",
        "grid spy": "deprecatedTerm-admn-sts",
        "grid agent": "deprecatedTerm-admn-sts",
    }


def test_the_client_of_deepl_takes_every_pair_and_each_source_once(tmp_path: Path) -> None:
    pairs = json.loads(run_client(DEEPL, export("deepl", tmp_path / "terms.tsv")))
    assert pairs["网格员"] == "grid worker"
    assert pairs["打"] == "hit"
    assert pairs["𠮷野家"] == '=Yoshinoya, "the" house'
    assert not {"grid spy", "grid agent"} & set(pairs.values())
