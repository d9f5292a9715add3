"""What each tool puts first: ours run as a user runs it, the others in an environment of their own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpora import ROOT, Corpus, read_clean_texts
from glossary.text.folding import folded_key

TOP = 200
OURS = "glossary"
PROCESSES = 2
SCRIPTS = Path(sys.executable).parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
PEERS_FILE = Path(__file__).with_name("peers.py")
PEERS = (
    "JATE Basic",
    "JATE ComboBasic",
    "JATE RAKE",
    "JATE C-value",
    "PyATE",
    "YAKE",
    "jieba TF-IDF",
    "jieba TextRank",
    "smoothnlp",
)
# Some peers walk over sets of strings, whose order is drawn anew for each process.
SAME_ORDER = {"PYTHONHASHSEED": "0"}


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """One string of a ranking by its folded key; ``forms`` are the keys of all that is shown with it."""

    key: str
    text: str
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """The first strings of one tool in one setting, best first; or the ``reason`` why there are none."""

    tool: str
    setting: str = ""
    strings: tuple[Ranked, ...] = ()
    reason: str = ""


def rank_all(corpus: Corpus) -> list[Ranking]:
    """Return the rankings of our tool and of each peer in each of its settings."""
    texts = json.dumps(read_clean_texts(corpus.folder), ensure_ascii=False)
    with ThreadPoolExecutor(PROCESSES) as pool:
        others = pool.map(lambda tool: run_peer(tool, texts), PEERS)
        return [run_ours(corpus.folder), *(ranking for rankings in others for ranking in rankings)]


def run_ours(folder: Path) -> Ranking:
    """Mine ``folder`` into a new, empty base with the command that a user types."""
    with tempfile.TemporaryDirectory() as empty:
        command = [str(SCRIPTS / "glossary"), "mine", str(folder), "--json", "--top", str(TOP)]
        run = subprocess.run([*command, "--db", f"{empty}/new.db"], capture_output=True, encoding="utf-8")
    if run.returncode:
        return Ranking(tool=OURS, reason=_last_line(run.stderr))
    shown = [
        _rank(row["term"], [*row["variants"], *row["short_forms"]])
        for row in json.loads(run.stdout)["candidates"]
    ]
    return Ranking(tool=OURS, setting="as it comes", strings=take_first(shown))


def run_peer(tool: str, texts: str) -> list[Ranking]:
    """Run one other tool over the texts (the JSON that peers.py reads), in all its settings."""
    if not PEERS_PYTHON.exists():
        return [Ranking(tool=tool, reason="not installed; make bench-quality installs it")]
    command = [str(PEERS_PYTHON), str(PEERS_FILE), tool]
    run = subprocess.run(
        command, input=texts, capture_output=True, encoding="utf-8", env=os.environ | SAME_ORDER
    )
    if run.returncode:
        return [Ranking(tool=tool, reason=_last_line(run.stderr))]
    return [
        Ranking(tool=tool, setting=setting, strings=take_first(map(_rank, strings)))
        for setting, strings in json.loads(run.stdout).items()
    ]


def take_first(strings: Iterable[Ranked], most: int = TOP) -> tuple[Ranked, ...]:
    """Return the first ``most`` strings whose keys differ: a tool's script variants are one string."""
    first: dict[str, Ranked] = {}
    for ranked in strings:
        first.setdefault(ranked.key, ranked)
    return tuple(first.values())[:most]


def _rank(text: str, shown_with_it: Sequence[str] = ()) -> Ranked:
    key = folded_key(text)
    return Ranked(key=key, text=text, forms=frozenset({key, *map(folded_key, shown_with_it)}))


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it failed without a word"])[-1]
