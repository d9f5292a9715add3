"""Time whole processes in turn and print the ratios as a table.

The peers: an empty Python program (`python -c pass`), and jieba.analyse.extract_tags (TF-IDF) on the
same text.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from glossary.report.tables import format_table

ROUNDS_OF_LOOKUPS = 21
ROUNDS_OF_MINING = 5
TABLE_COLUMNS = 100
SCRIPTS = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parent.parent
PEER = """
import sys, pathlib, jieba.analyse
text = "".join(p.read_text("utf-8", "ignore") for p in pathlib.Path(sys.argv[1]).rglob("*") if p.is_file())
jieba.analyse.extract_tags(text, topK=200)
"""


def time_in_turn(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Return the median seconds of each command, run in turn so that all meet the same machine."""
    seconds: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for times, command in zip(seconds, commands, strict=True):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=os.environ | {"GLOSSARY_DB": ""})
            times.append(time.perf_counter() - started)
    return [statistics.median(times) for times in seconds]


def measure_lookup() -> list[tuple[str, str, str]]:
    """Return the cold lookup of an exact term against an empty Python program."""
    nothing, lookup, miss = time_in_turn(
        [
            [sys.executable, "-c", "pass"],
            [str(SCRIPTS / "glossary"), "lookup", "网格员"],
            [str(SCRIPTS / "glossary"), "lookup", "wanggeyuan"],
        ],
        ROUNDS_OF_LOOKUPS,
    )
    return [
        ("exact lookup / python", f"{lookup / nothing:.2f}", f"{lookup * 1000:.0f} ms"),
        ("pinyin lookup / python", f"{miss / nothing:.2f}", f"{miss * 1000:.0f} ms"),
    ]


def measure_mining(corpus: Path) -> list[tuple[str, str, str]]:
    """Return whole mining processes against jieba's TF-IDF of the same text, and the build."""
    size = sum(path.stat().st_size for path in corpus.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        fresh = f"rm -f {folder}/new.db; exec {SCRIPTS}/glossary mine {corpus} --json --db {folder}/new.db"
        mine, peer, build = time_in_turn(
            [
                ["sh", "-c", fresh],
                [sys.executable, "-c", PEER, str(corpus)],
                [str(SCRIPTS / "glossary"), "build", str(ROOT / "seeds"), "--db", f"{folder}/built.db"],
            ],
            ROUNDS_OF_MINING,
        )
    return [
        (f"mine {size / 1e6:.2f} MB / jieba", f"{mine / peer:.2f}", f"{mine:.2f} s"),
        ("build of the base / jieba", f"{build / peer:.2f}", f"{build:.2f} s"),
    ]


def main() -> None:
    """Measure and print."""
    corpus = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds/documents").resolve()
    if not corpus.exists():
        sys.exit(f"{corpus}: there is no such file or folder; say CORPUS=PATH")
    rows = (*measure_lookup(), *measure_mining(corpus))
    print(format_table(("what", "ratio", "median"), rows, columns=TABLE_COLUMNS))


if __name__ == "__main__":
    main()
