"""The house keeps its own rules: small files, documented formats and lists, committed data in step."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
DATA_MODULES = {"glossary/text/fold_table.py"}


def count_lines() -> dict[str, int]:
    files = sorted((ROOT / "glossary").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in files}


def test_files_stay_short_enough_to_be_read() -> None:
    too_long = [name for name, lines in count_lines().items() if lines > MOST_LINES]
    assert [name for name in too_long if name not in DATA_MODULES] == []


def test_every_room_is_described_in_the_house() -> None:
    described = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    rooms = [path.name for path in (ROOT / "glossary").iterdir() if path.is_dir() and "__" not in path.name]
    assert [room for room in rooms if f"`{room}/`" not in described] == []


@pytest.mark.parametrize("room", ["services", "formats"])
def test_the_house_says_where_in_a_large_room_to_look(room: str) -> None:
    described = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    files = (ROOT / "glossary" / room).glob("[a-z]*.py")
    shared = [path.stem for path in files if "FORMAT = Format(" not in path.read_text(encoding="utf-8")]
    assert [name for name in shared if f"`{name}`" not in described and f"`{name}.py`" not in described] == []


def test_the_house_says_what_each_file_of_the_services_does() -> None:
    rows = re.findall(r"^\| `(\w+)/` \| (.*) \|$", where_in_services(), re.MULTILINE)
    told = {room: set(re.findall(r"`(\w+)`", row)) for room, row in rows}
    folders = [path for path in (ROOT / "glossary" / "services").glob("[a-z]*") if path.is_dir()]
    assert told == {folder.name: {path.stem for path in folder.glob("[a-z]*.py")} for folder in folders}


def where_in_services() -> str:
    described = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    return described.split("## Where in `services/`")[1].split("##")[0]


def test_the_lock_names_every_requirement_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    declared = re.findall(r'^  "([a-z0-9-]+)[>=]', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert [name for name in declared if not re.search(rf"^{name}==", lock, re.MULTILINE)] == []
    assert all("--hash" in entry for entry in re.split(r"\n(?=[a-z])", lock)[1:])


@pytest.mark.slow
def test_the_package_imports_nothing_at_first() -> None:
    """The fast lookup pays for whatever the package's own face imports."""
    code = (
        "import sys; before = set(sys.modules); import glossary.cli.entry; print(set(sys.modules) - before)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ast.literal_eval(found.stdout) == {"glossary", "glossary.cli", "glossary.cli.entry"}
