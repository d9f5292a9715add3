"""Is our dictionary what Yomitan imports? ajv, its own validator, and a reader of such dictionaries."""

import json
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from glossary.model import Concept

from .conftest import run_ajv, run_client, run_node
from .samples import CONCEPTS, HIT, export

OURS = Path(__file__).with_name("yomitan.schema.json")
BESIDE = Path(__file__).parents[3] / "shared" / "schemas" / "yomitan"
THEIRS = Path(os.environ.get("YOMITAN_SCHEMAS", BESIDE))
SCHEMAS = {
    "index": "dictionary-index-schema.json",
    "term_bank": "dictionary-term-bank-v3-schema.json",
    "tag_bank": "dictionary-tag-bank-v3-schema.json",
}
"""Yomitan's own, which are GPL and in no package, by how the names of the files begin that they are for."""
TYPES = "yomichan-dict-builder/src/types/yomitan"
DESCRIBED = {
    "index": ("dictionaryindex.ts", "DictionaryIndexType"),
    "term_bank": ("termbank.ts", "DictionaryTermBankV3"),
    "tag_bank": ("tagbank.ts", "DictionaryTagBankV3"),
}
"""What a builder of such dictionaries that others wrote says of each file: its module, and the type."""
MORE_THAN_A_BANK = 10_001
READ_BY_PYGLOSSARY = """
import json, sys
from pyglossary.glossary_v2 import Glossary
Glossary.init()
glossary = Glossary()
assert glossary.directRead(sys.argv[1], formatName="Yomichan")
entries = [[entry.l_term, entry.defi] for entry in glossary]
print(json.dumps({"name": glossary.getInfo("name"), "entries": entries}))
"""


def unpack(folder: Path, *concepts: Concept) -> list[Path]:
    """Write a dictionary and return the files of its archive."""
    with ZipFile(export("yomitan", folder / "glossary.zip", concepts=concepts)) as archive:
        return [Path(archive.extract(name, folder / "unpacked")) for name in archive.namelist()]


def gather(files: list[Path], target: Path) -> Path:
    """Write one object of all files under their names, as our schema has them."""
    target.write_text(json.dumps({file.name: json.loads(file.read_bytes()) for file in files}), "utf-8")
    return target


def test_a_dictionary_is_what_yomitan_documents(tmp_path: Path) -> None:
    assert run_ajv(OURS, gather(unpack(tmp_path, *CONCEPTS), tmp_path / "all.json")) == ""


def test_an_empty_dictionary_is_too(tmp_path: Path) -> None:
    assert run_ajv(OURS, gather(unpack(tmp_path), tmp_path / "all.json")) == ""


def test_a_large_dictionary_is_split_into_banks_that_yomitan_takes(tmp_path: Path) -> None:
    files = unpack(tmp_path, *[HIT] * MORE_THAN_A_BANK)
    assert {"term_bank_1.json", "term_bank_2.json"} < {file.name for file in files}
    assert run_ajv(OURS, gather(files, tmp_path / "all.json")) == ""


def test_a_country_in_a_language_and_a_short_row_are_seen(tmp_path: Path) -> None:
    index = {"title": "x", "revision": "1", "format": 3, "sourceLanguage": "zh-CN"}
    wrong = tmp_path / "all.json"
    wrong.write_text(
        json.dumps({"index.json": index, "term_bank_1.json": [["打", "dǎ", "", "", 0, ["hit"], 1]]})
    )
    said = run_ajv(OURS, wrong)
    assert "sourceLanguage must match" in said
    assert "must NOT have fewer than 8 items" in said


def describe(part: str, target: Path) -> Path:
    """Write the schema of a kind of file, made from the types of the builder."""
    module, type = DESCRIBED[part]
    ran = run_node("describe.cjs", f"{TYPES}/{module}", type)
    assert ran.returncode == 0, ran.stderr
    target.write_text(ran.stdout, "utf-8")
    return target


@pytest.mark.parametrize("part", DESCRIBED)
def test_a_dictionary_has_the_types_of_another_builder(part: str, tmp_path: Path) -> None:
    schema = describe(part, tmp_path / "schema.json")
    files = [file for file in unpack(tmp_path, *CONCEPTS) if file.name.startswith(part)]
    assert files
    assert {run_ajv(schema, file, "loose") for file in files} == {""}


def test_the_types_of_another_builder_refuse_a_row_that_is_short_or_has_a_number_for_a_text(
    tmp_path: Path,
) -> None:
    schema = describe("term_bank", tmp_path / "schema.json")
    wrong = tmp_path / "term_bank_1.json"
    wrong.write_text(json.dumps([["打", "dǎ", "", "", 0, ["hit"], 1], ["打", 4, "", "", 0, ["hit"], 1, ""]]))
    said = run_ajv(schema, wrong, "loose")
    assert "data/0 must NOT have fewer than 8 items" in said
    assert "data/1/1 must be string" in said


def test_pyglossary_reads_every_term_by_both_scripts_with_its_renderings(tmp_path: Path) -> None:
    said = run_client(READ_BY_PYGLOSSARY, export("yomitan", tmp_path / "glossary.zip"))
    read = json.loads(said.splitlines()[-1])
    assert read["name"] == "Chinese-English glossary"
    found = {term: definition for terms, definition in read["entries"] for term in terms}
    assert {"网格员", "網格員", "𠮷野家", "wǎng gé yuán"} <= found.keys()
    assert "grid worker (Xinhua 2020-11-02)" in found["網格員"]


@pytest.mark.parametrize("part", SCHEMAS)
def test_a_dictionary_passes_yomitans_own_schemas(part: str, tmp_path: Path) -> None:
    schema = THEIRS / SCHEMAS[part]
    if not schema.is_file():
        pytest.skip(
            f"{schema} is absent; YOMITAN_SCHEMAS names a folder with Yomitan's schemas, which are GPL"
        )
    files = [file for file in unpack(tmp_path, *CONCEPTS) if file.name.startswith(part)]
    assert files
    assert {run_ajv(schema, file, "loose") for file in files} == {""}
