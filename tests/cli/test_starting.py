"""What a command does not wait for: modules that stay out of its start, which is a measured goal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

RUN = """
import sys
from glossary.cli.entry import main
sys.argv = ["glossary", *sys.argv[1:]]
main()
sys.stderr.write("\\n" + " ".join(sys.modules))
"""
WRITERS = {"lxml", "xlsxwriter", "genanki", "rdflib", "polib", "jinja2", "openpyxl", "opencc", "pypinyin"}
SCREENS = {"rich", "textual"}
MINING = {"numpy", "jieba", "rjieba", "wordfreq", "trafilatura", "pypdfium2", "daachorse"}
SERVING = {"fastapi", "uvicorn", "starlette", "mcp"}
STORE = {"sqlalchemy", "sqlmodel", "pydantic", "sqlite3"}
FULL_COMMAND = {"typer", "click"}
NEVER_FOR_READING = WRITERS | SCREENS | MINING | SERVING
OTHER_FAMILIES = {"glossary.services.concepts.adding", "glossary.curation", "glossary.store.migrations"}


def modules_of(base: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own; return the modules that it had in the end."""
    environment = os.environ | {"GLOSSARY_DB": str(base)}
    command = [sys.executable, "-c", RUN, *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    return set(ran.stderr.splitlines()[-1].split())


def test_help_imports_no_family_of_verbs(small_base: Path) -> None:
    found = modules_of(small_base, "--help")
    assert found & (NEVER_FOR_READING | STORE) == set()
    assert {name for name in found if name.startswith("glossary.")} == {
        "glossary.cli",
        "glossary.cli.app",
        "glossary.cli.entry",
        "glossary.cli.terminal",
        "glossary.cli.verbs",
        "glossary.errors",
    }


def test_formats_imports_no_format(small_base: Path) -> None:
    found = modules_of(small_base, "formats")
    assert found & (NEVER_FOR_READING | STORE | FULL_COMMAND) == set()
    assert {name for name in found if name.startswith("glossary.formats.")} == {"glossary.formats.listing"}


@pytest.mark.parametrize("arguments", [("lookup", "绿道", "--json"), ("lookup", "绿"), ("stats",)])
def test_a_question_imports_nothing_that_writes_mines_or_draws(
    small_base: Path, arguments: tuple[str, ...]
) -> None:
    assert modules_of(small_base, *arguments) & (NEVER_FOR_READING | OTHER_FAMILIES) == set()


def test_the_registry_of_formats_waits_for_no_library(small_base: Path) -> None:
    code = "import sys, glossary.formats.registry; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(found.split()) & (WRITERS | STORE) == set()
