"""sdcv, Anki: the dictionaries and decks that people carry about."""

import json
from pathlib import Path

import pytest

from .conftest import require, run, run_client
from .samples import export

ANKI = """
import json, sys, tempfile
from anki.collection import Collection, ImportAnkiPackageRequest, ImportCsvRequest
collection = Collection(tempfile.mkdtemp() + "/collection.anki2")
path = sys.argv[1]
for _ in range(2):
    if path.endswith(".apkg"):
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=path))
    else:
        metadata = collection.get_csv_metadata(path, None)
        collection.import_csv(ImportCsvRequest(path=path, metadata=metadata))
notes = [collection.get_note(id) for id in collection.find_notes("")]
print(json.dumps({note.guid: note.fields for note in notes}))
"""


@pytest.fixture(scope="module")
def stardict(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export("stardict", tmp_path_factory.mktemp("stardict"))


def look_up(stardict: Path, word: str) -> list[dict[str, str]]:
    found = json.loads(run(require("sdcv"), "-n", "-j", "-e", "-2", stardict, word))
    return list(found)


@pytest.mark.parametrize("word", ["网格员", "網格員", "网格管理员", "網格管理員", "格员", "grid worker"])
def test_sdcv_finds_a_term_by_either_script_by_synonym_and_by_english(stardict: Path, word: str) -> None:
    (found,) = look_up(stardict, word)
    assert found["word"] == "网格员"
    assert "grid worker (Xinhua 2020-11-02)" in found["definition"]
    assert "✗ grid spy [forbidden: write grid worker]" in found["definition"]


def test_sdcv_shows_both_meanings_of_a_homograph(stardict: Path) -> None:
    (found,) = look_up(stardict, "打")
    assert "hit" in found["definition"]
    assert "dozen" in found["definition"]


def test_sdcv_finds_a_character_beyond_the_bmp(stardict: Path) -> None:
    assert look_up(stardict, "𠮷野家")[0]["definition"].endswith('=Yoshinoya, "the" house')


@pytest.mark.parametrize(("name", "ending"), [("anki", "apkg"), ("anki-tsv", "txt")])
def test_anki_imports_the_deck_and_a_second_time_makes_no_second_notes(
    name: str, ending: str, tmp_path: Path
) -> None:
    notes = json.loads(run_client(ANKI, export(name, tmp_path / f"deck.{ending}")))
    assert sorted(notes) == ["cdozendo", "cgridwor", "chithith", "crarecha"]
    fields = " ".join(notes["cgridwor"])
    assert notes["cgridwor"][0] == "网格员"
    assert "wǎng gé yuán" in fields
    assert "grid worker (Xinhua 2020-11-02)" in fields
