"""``python -m benchmarks.annotate [CORPUS]``: tables of speeds, all of one run and one thread.

Seconds are those of the processor, so that other work on the machine counts as little as can be.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from benchmarks.annotate.large import generated_terms, print_hostile_texts, print_large_bases
from benchmarks.mining.corpora import ROOT, USUAL_CORPUS, read_corpus
from benchmarks.mining.generated import generate_documents
from glossary.recognition.automaton import build_automaton
from glossary.recognition.blocks import cut_blocks
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_spans
from glossary.text.folding import fold, folded_key, is_only_han
from glossary.text.segmentation import cut_words

TERMS = 50_000
TEXT_CHARS = 3_400_000
"""About ten megabytes of UTF-8."""
PEERS_TEXT_CHARS = TEXT_CHARS
ROUNDS = 7
SEED = 20_261_122
WORDS_A_TERM = (2, 3)
TERM_CHARS = range(4, 9)
PIECE_CHARS = 1 << 12
PEERS = ROOT / ".venv-peers" / "bin" / "python"
GOALS = {"daachorse, one call": 0.8, "pyahocorasick": 30, "flashtext-i18n": 15, "jieba": 80}
ABSENT = "not installed; `make bench-annotate` installs it"


class Row(NamedTuple):
    """One way to find terms: characters a second, or why there is no figure."""

    name: str
    speed: float = 0.0
    why: str = ""


def main(corpus: Path) -> None:
    """Print the tables."""
    text = "\n".join(read_corpus(corpus))[:TEXT_CHARS] if corpus.exists() else _generate()
    source = corpus.name if corpus.exists() else "generated text"
    print(f"{len(text):,} characters ({len(text.encode()) / 1e6:.1f} MB) of {source}")
    words = _dictionary_words()
    sets = {
        "strings of two or three words that recur in the text": recurring_strings(text),
        "words drawn from jieba's dictionary": random.Random(SEED).sample(words, TERMS),
        "terms of generated concepts, compounds of administration": generated_terms(TERMS),
        "the commonest words of jieba's dictionary": words[:TERMS],
    }
    for name, terms in sets.items():
        beginnings = len({term[0] for term in terms})
        print(f"\n{len(terms):,} terms: {name}; {beginnings:,} first characters; ", end="")
        _print_rows([*measure_here(text, terms), *measure_peers(text, terms)])
    print_large_bases()
    print_hostile_texts()


def recurring_strings(text: str) -> list[str]:
    """Return what a termbase for this text would hold: strings of words, four to eight characters long."""
    counted: Counter[str] = Counter()
    for line in text.splitlines():
        words = cut_words(line)
        for size in WORDS_A_TERM:
            counted.update(map("".join, zip(*(words[start:] for start in range(size)), strict=False)))
    likely = (one for one, times in counted.most_common() if times > 1 and len(one) in TERM_CHARS)
    return [*islice(filter(is_only_han, likely), TERMS)]


def _dictionary_words() -> list[str]:
    """Return the words of two characters and more of jieba's dictionary, the commonest first."""
    import jieba

    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    counted = [(int(line.split(" ")[1]), line.split(" ")[0]) for line in lines]
    return [word for _, word in sorted(counted, reverse=True) if len(word) > 1]


def _generate() -> str:
    pieces, size = [], 0
    for document in generate_documents(_dictionary_words()[:6_000]):
        pieces.append(document)
        size += len(document)
        if size >= TEXT_CHARS:
            break
    return "\n".join(pieces)[:TEXT_CHARS]


def measure_here(text: str, terms: Sequence[str]) -> list[Row]:
    """Measure ours and daachorse alone in turns, so that both meet the same disturbances."""
    automaton = build_automaton(Entry(folded_key(term), term) for term in terms)
    keys = sorted({folded_key(term) for term in terms})
    bare = CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST)
    folded = fold(text)
    pieces = [folded[start:end] for start, end in cut_blocks(folded, size=PIECE_CHARS)]
    ways: dict[str, Callable[[], object]] = {
        "glossary": lambda: [find_spans(text[a:b], automaton) for a, b in cut_blocks(text)],
        "daachorse, one call": lambda: bare.find(folded),
        "daachorse, in pieces": lambda: [None for piece in pieces if bare.find(piece)],
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            best[name] = min(best[name], _time(way))
    print(f"a known term every {len(text) / len(bare.find(folded)):.1f} characters")
    return [Row(name, len(text) / seconds) for name, seconds in best.items()]


def _time(way: Callable[[], object]) -> float:
    begun = time.process_time()
    way()
    return time.process_time() - begun


def measure_peers(text: str, terms: Sequence[str]) -> list[Row]:
    """Measure the other tools on the beginning of the folded text, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "text.txt", Path(folder) / "terms.txt"
        files[0].write_text(fold(text[:PEERS_TEXT_CHARS]), encoding="utf-8")
        files[1].write_text("\n".join(sorted({folded_key(term) for term in terms})), encoding="utf-8")
        return [_measure_peer(name, files) for name in list(GOALS)[1:]]


def _measure_peer(name: str, files: Sequence[Path]) -> Row:
    if not PEERS.exists():
        return Row(name, why=ABSENT)
    script = Path(__file__).with_name("peers.py")
    ran = subprocess.run([PEERS, script, name, *files], capture_output=True, text=True, check=False)
    if ran.returncode:
        return Row(name, why=ran.stderr.strip().splitlines()[-1])
    return Row(name, json.loads(ran.stdout))


def _print_rows(rows: Sequence[Row]) -> None:
    ours = rows[0].speed
    print(f"{'':22}{'Mchar/s':>9}{'glossary / it':>15}{'goal':>7}")
    for row in rows:
        goal = GOALS.get(row.name)
        if row.why:
            print(f"{row.name:22}{row.why}")
            continue
        ratio = ours / row.speed
        reached = "" if goal is None else "reached" if ratio >= goal else "missed"
        print(f"{row.name:22}{row.speed / 1e6:9.2f}{ratio:15.2f}{goal or '':>7} {reached}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL_CORPUS)
