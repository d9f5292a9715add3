"""translate-toolkit and DeepL's client: whoever translates with our files, and saves them again."""

import json
from pathlib import Path

import pytest

from glossary.formats.concepts import ImportedFile
from glossary.formats.registry import find_format, tell_format

from .conftest import ENVIRONMENT, give_up, run, run_client
from .samples import CONCEPTS, RARE, export

TOOLKIT = """
import json, sys
from translate.storage import tbx
store = tbx.tbxfile(open(sys.argv[1], "rb"), sourcelanguage="zh-CN", targetlanguage="en")
def statuses(unit):
    for tig in unit.xmlelement.xpath(".//tig"):
        yield tig.findtext("term"), tig.findtext("termNote[@type='administrativeStatus']")
print(json.dumps([[unit.source, unit.target, dict(statuses(unit))] for unit in store.units]))
"""
SAVE_AGAIN = """
import sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
store.savefile(sys.argv[2])
"""
ENDINGS = {"tbx2": "tbx", "tmx": "tmx", "po": "po", "utx": "utx"}
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


def read(path: Path) -> ImportedFile:
    with path.open("rb") as source:
        return tell_format(path).read_whole(source)


def saved_again(name: str, folder: Path) -> tuple[ImportedFile, ImportedFile]:
    """What we read of an export, and of the same when translate-toolkit has read and written it."""
    written = export(name, folder / f"terms.{ENDINGS[name]}", concepts=CONCEPTS)
    again = written.with_stem("again")
    run_client(SAVE_AGAIN, written, again)
    assert tell_format(again) is find_format(name)
    return read(written), read(again)


@pytest.mark.parametrize("name", ["tmx", "po", "utx"])
def test_what_translate_toolkit_saves_again_says_the_same(name: str, tmp_path: Path) -> None:
    before, after = saved_again(name, tmp_path)
    assert [one.concept_with(RARE.id) for one in after.additions] == [
        one.concept_with(RARE.id) for one in before.additions
    ]
    assert after.dropped == before.dropped


def test_a_termbase_that_translate_toolkit_saves_again_keeps_its_ids(tmp_path: Path) -> None:
    before, after = saved_again("tbx2", tmp_path)
    assert after.concepts == before.concepts
    assert {one.id for one in after.concepts} == {one.id for one in CONCEPTS}


@pytest.mark.parametrize(
    ("tool", "name", "ending"),
    [("tbx2po", "tbx2", "po"), ("po2csv", "po", "csv"), ("po2tmx", "po", "tmx"), ("tbx2tmx", "tbx2", "tmx")],
)
def test_what_translate_toolkit_converts_has_every_good_rendering(
    tool: str, name: str, ending: str, tmp_path: Path
) -> None:
    program = ENVIRONMENT / "bin" / tool
    if not program.is_file():
        give_up(".venv-clients")
    written = export(name, tmp_path / f"terms.{ENDINGS[name]}")
    languages = ["--language=en", "--source-language=zh-CN"] if ending == "tmx" else []
    run(program, *languages, written, converted := tmp_path / f"converted.{ending}")
    additions = read(converted).additions
    found = {one.terms[0].text: one.renderings[0].text for one in additions if one.renderings}
    assert {"网格员": "grid worker", RARE.head.text: RARE.renderings[0].text}.items() <= found.items()
