"""What the judges get: the strings of all tools in one shuffled list that hides tool and rank.

Contexts are for the judges alone and are written outside the project, which holds no source text.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.quality.rankings import Ranking
from glossary.text.folding import fold

SEED = 20_261_121
CONTEXT_CHARS = 20
MOST_CONTEXTS = 3
LINE_END = "\n"
POOL_HEADER = ("key", "string", "context 1", "context 2", "context 3")


def pool_keys(rankings: Iterable[Ranking], judged: Collection[str] = ()) -> list[str]:
    """Return the keys of all rankings that nobody judged yet, in an order that tells nothing."""
    keys = {ranked.key for ranking in rankings for ranked in ranking.strings}
    return shuffle(keys - set(judged))


def shuffle(keys: Iterable[str]) -> list[str]:
    """Return ``keys`` shuffled; the same keys always come in the same order."""
    shuffled = sorted(keys)
    random.Random(SEED).shuffle(shuffled)
    return shuffled


@dataclass(frozen=True)
class KeyedText:
    """A text in which folded keys are found again, whatever punctuation stands inside."""

    text: str

    @cached_property
    def _places(self) -> list[int]:
        return [at for at, character in enumerate(self.text) if _is_key_part(character)]

    @cached_property
    def _letters(self) -> str:
        folded = fold(self.text)
        return "".join(folded[at] for at in self._places)

    def find(self, key: str) -> list[tuple[int, int]]:
        """Return where ``key`` stands, from start to end; the places with the least between come first."""
        letters = key.replace(" ", "")
        spans = (
            (self._places[at], self._places[at + len(letters) - 1] + 1)
            for at in _find_all(letters, self._letters)
        )
        return sorted(spans, key=lambda span: span[1] - span[0])

    def show(self, span: tuple[int, int]) -> str:
        """Return the text around a place, cut at the ends of its line, with the place in brackets."""
        start, end = span
        left = self.text[max(0, start - CONTEXT_CHARS) : start].rpartition(LINE_END)[2]
        right = self.text[end : end + CONTEXT_CHARS].partition(LINE_END)[0]
        return f"{left}【{self.text[start:end]}】{right}".replace("\t", " ")


def _is_key_part(character: str) -> bool:
    return character.isalnum() or character == LINE_END


def _find_all(part: str, whole: str) -> Iterator[int]:
    at = whole.find(part) if part else -1
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)


def spread(spans: Sequence[tuple[int, int]], most: int = MOST_CONTEXTS) -> list[tuple[int, int]]:
    """Return up to ``most`` places: the tidiest one, then ones from all over the text."""
    if len(spans) <= most:
        return list(spans)
    rest = sorted(spans[1:])
    step = (len(rest) - 1) / max(most - 2, 1)
    return [spans[0], *(rest[round(step * number)] for number in range(most - 1))]


def describe(key: str, text: KeyedText) -> tuple[str, ...]:
    """Return one row of a pool: the key, the string as it stands in the text, and contexts."""
    spans = text.find(key)
    shown = text.text[slice(*spans[0])] if spans else key
    contexts = [text.show(span) for span in spread(spans)]
    return (key, shown, *contexts, *[""] * (MOST_CONTEXTS - len(contexts)))


def write_pool(path: Path, keys: Iterable[str], texts: Iterable[str]) -> None:
    """Write a pool for the judges."""
    keyed = KeyedText(LINE_END.join(texts))
    rows = [POOL_HEADER, *(describe(key, keyed) for key in keys)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
