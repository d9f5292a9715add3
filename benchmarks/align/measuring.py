"""The sets, what counts as right, and how many pairs a second are aligned."""

import random
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.services.alignment.files import Alignment, align_files
from glossary.store.database import Base
from glossary.text.english import word_keys

HERE = Path(__file__).resolve().parent
SETS = ("a", "b", "c")
"""a was written and looked at while the way was found; b at the same time, looked at only in sum; c, long
sentences with terms that are there twice, came last."""
LEAST_SENTENCES = 2
AMONG = 3

SentencePair = tuple[str, str]
Gold = Mapping[str, frozenset[tuple[str, ...]]]
"""Terms, each with the keys of the renderings that are right for it."""


@dataclass(frozen=True, slots=True)
class BilingualSet:
    """Sentence pairs, and the right renderings of the terms in them."""

    pairs: tuple[SentencePair, ...]
    gold: Gold

    def frequent(self) -> list[str]:
        """The terms that are in at least two of the sentences."""
        return [
            term for term in self.gold if sum(term in source for source, _ in self.pairs) >= LEAST_SENTENCES
        ]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares, from 0 to 1, of ``terms`` terms whose right rendering came first, and among the first three."""

    terms: int
    first: float
    among_three: float


def read_set(name: str) -> BilingualSet:
    """Return a set by its letter."""
    pairs = tuple(_read_rows(HERE / f"sentences-{name}.tsv"))
    gold = {
        term: frozenset(word_keys(one) for one in right.split(" | "))
        for term, right in _read_rows(HERE / f"terms-{name}.tsv")
    }
    return BilingualSet(pairs, gold)


def _read_rows(path: Path) -> Iterator[SentencePair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        first, second = line.split("\t")
        yield first, second


def measure(found: Alignment, bilingual: BilingualSet) -> Figures:
    """Return how often what was found is right, for the terms that are in two sentences or more."""
    keys = {
        one.term: [word_keys(each.rendering.text) for each in one.renderings[:AMONG]] for one in found.terms
    }
    terms = bilingual.frequent()
    places = [_place(keys.get(term, ()), bilingual.gold[term]) for term in terms]
    total = max(1, len(terms))
    return Figures(
        len(terms),
        sum(place == 0 for place in places) / total,
        sum(place < AMONG for place in places) / total,
    )


def _place(keys: Sequence[tuple[str, ...]], right: Collection[tuple[str, ...]]) -> int:
    return next((place for place, key in enumerate(keys) if key in right), AMONG)


def align_pairs(
    base: Base, pairs: Sequence[SentencePair], *, asked: Collection[str] = ()
) -> tuple[Alignment, float, float]:
    """Align pairs as ``glossary align`` does, from a file.

    Return also the seconds that it took, and those of the processor, which a busy machine hardly changes.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pairs.tsv"
        path.write_text("".join(f"{source}\t{target}\n" for source, target in pairs), encoding="utf-8")
        started, began = time.perf_counter(), time.process_time()
        found = align_files(base, [path], asked=asked)
        return found, time.perf_counter() - started, time.process_time() - began


def generate_pairs(sources: Sequence[SentencePair], count: int, *, seed: int = 1) -> list[SentencePair]:
    """Return so many different pairs: those of the sets in chance order, each with a number of its own."""
    chance = random.Random(seed)
    drawn = (chance.choice(sources) for _ in range(count))
    return [
        (f"第{number}条 {source}", f"Article {number} {target}")
        for number, (source, target) in enumerate(drawn)
    ]
