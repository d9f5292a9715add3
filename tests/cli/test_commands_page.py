"""docs/commands.md: every example is run in the order of the page and prints what the page shows.

The page cuts long outputs: its lines must come in their order, others may stand between. Scores, moments and
the width of columns are left out of it; an id that is drawn at random stands for the one that was drawn.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "commands.md"
FENCE = re.compile(r"^```\n(\$ .*?)\n```$", re.MULTILINE | re.DOTALL)
ID = re.compile(r"\b(?:c[a-z2-7]{7}|s[a-z2-7]{10})\b")
SCORE = re.compile(r"\d+\.\d+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BLANKS = re.compile(r" +")
CUT = "…"
DRAWS = {"add", "accept", "concept", "snapshot"}
WAITS = {"review", "serve", "mcp"}  # for keys, for clients
FILES = {
    "06-grid-worker.txt": "网格员小禾把辖区分成七十八个网格，每天打开社管App。\n",
    "notice.zh.txt": "网格员每天上门。\n今年继续优化营商环境，建设综治中心。\n",
    "notice.en.txt": (
        "Patrol staff call on people every day.\n"
        "This year we improve the business environment and build comprehensive governance centers.\n"
    ),
    "zh.txt": "网格员上门。\n网格员登记信访事项。\n网格员报告。\n信访事项当天办结。\n",
    "en.txt": (
        "Grid workers call.\nA grid worker registers petition cases.\nThe grid worker reports.\n"
        "Petition cases are closed the same day.\n"
    ),
    "lists.csv": (
        "zh,en,kind,tier,publisher,date\n"
        "一窗受理,single-window service,attested,media,Evening News,2021\n"
        "告知承诺制,notification and commitment system,attested,media,Evening News,2021\n"
        "首问负责制,first-contact responsibility,attested,academic,Law Review,2020\n"
        "三无,three noes,attested,royal,Court Gazette,2020\n"
    ),
}

IMPORT = "glossary import terms.csv --dry-run"
EDITS = {
    "Sharp Eyes program,admitted,,": "Sharp Eyes program,deprecated,Sharp Eyes project,",
    "Carries the association of the film: gloss at first use.": "Gloss at first use.",
}


def examples() -> Iterator[tuple[str, list[str]]]:
    """Yield each command of the page with the lines that it shows for it."""
    for block in FENCE.findall(PAGE.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield command, shown


def is_run(command: str) -> bool:
    return command.split()[1] not in WAITS and "postgresql://" not in command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped base and the files that the page names."""
    (tmp_path / "terms.db").write_bytes((ROOT / "terms.db").read_bytes())
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for name, words in FILES.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path) -> str:
    """Return what a command prints, notes and all."""
    environment = os.environ | {
        "COLUMNS": "80",
        "GLOSSARY_USER": "mei",
        "NO_COLOR": "1",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("GLOSSARY_DB", None)
    program = f"{shlex.quote(sys.executable)} -m glossary"
    ran = subprocess.run(
        re.sub(r"\bglossary(?= )", lambda _: program, command, count=1),
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout


def rename(text: str, drawn: dict[str, str]) -> str:
    return ID.sub(lambda found: drawn.get(found[0], found[0]), text)


def learn(shown: list[str], printed: str, drawn: dict[str, str]) -> None:
    """Remember for which drawn id an id of the page stands: that of the line that is otherwise the same."""
    for line in shown:
        for other in printed.splitlines():
            if is_shown(ID.sub("ID", line), ID.sub("ID", other)):
                drawn.update(zip(ID.findall(line), ID.findall(other), strict=False))


def plain(line: str) -> str:
    return BLANKS.sub(" ", MOMENT.sub("MOMENT", SCORE.sub("#.#", line))).strip()


def find_missing(shown: list[str], printed: str) -> list[str]:
    """Return the lines that are not printed, or not in this order."""
    lines = iter([plain(line) for line in printed.splitlines()])
    return [line for line in shown if not any(is_shown(plain(line), other) for other in lines)]


def is_shown(line: str, printed: str) -> bool:
    return printed.startswith(line.removesuffix(CUT)) if line.endswith(CUT) else printed == line


def edit_table(folder: Path) -> None:
    """Do what a curator does to the exported table, and what somebody else does to the base meanwhile."""
    table = folder / "terms.csv"
    text = table.read_text(encoding="utf-8")
    for before, after in EDITS.items():
        assert before in text
        text = text.replace(before, after)
    table.write_text(text, encoding="utf-8")
    run("glossary concept edit c5vjvarc --set note=Ours.", folder)


def walk(folder: Path) -> Iterator[str]:
    drawn: dict[str, str] = {}
    for command, shown in examples():
        if is_run(command):
            if command == IMPORT:
                edit_table(folder)
            printed = run(rename(command, drawn), folder)
            if command.split()[1] in DRAWS:
                learn(shown, printed, drawn)
            for line in find_missing([rename(line, drawn) for line in shown], printed):
                yield f"$ {command}\n  shown: {line}\n  printed:\n{printed}"
                break


@pytest.mark.slow
def test_every_example_of_the_page_prints_what_it_shows(folder: Path) -> None:
    assert "\n".join(walk(folder)) == ""
