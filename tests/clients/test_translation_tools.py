"""translate-toolkit and DeepL's client: whoever translates with our files."""

import json
from pathlib import Path

from .conftest import run_client
from .samples import export

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
