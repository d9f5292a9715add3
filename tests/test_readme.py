"""What README.md shows is what the program prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SHOWN = re.compile(r"```console\n\$ glossary ([^\n]+)\n(.*?)```", re.DOTALL)


def shown_commands() -> list[tuple[str, str]]:
    return SHOWN.findall(README.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "shown"), shown_commands(), ids=lambda text: text.split("\n")[0])
def test_a_command_of_the_readme_prints_what_is_shown(arguments: str, shown: str, tmp_path: Path) -> None:
    """An output that is cut short ends with a line of … and need only begin as shown."""
    for name in ("seeds", "terms.db"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = os.environ | {"COLUMNS": "100", "GLOSSARY_DB": str(tmp_path / "copy.db"), "NO_COLOR": "1"}
    (tmp_path / "copy.db").write_bytes((ROOT / "terms.db").read_bytes())
    command = [sys.executable, "-m", "glossary", *arguments.split()]
    printed = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    if shown.endswith("…\n"):
        assert printed.startswith(shown.removesuffix("…\n"))
    else:
        assert printed == shown


def test_the_readme_shows_a_mined_list_and_a_lookup() -> None:
    assert {arguments.split()[0] for arguments, _ in shown_commands()} >= {"mine", "lookup"}
