"""How common a word is in general Chinese, to tell what a text talks about from how everybody talks."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PER_MILLION = 1_000_000.0
BLOCK_CHARS = 1 << 18
CENTIBELS = 100
JIEBA_TOTAL = 60_101_967
"""The sum of all counts in jieba's dictionary."""


@dataclass(frozen=True, slots=True)
class Background:
    """Word frequencies of a contrast corpus, as shares of all its words."""

    shares: Mapping[str, float]

    def per_million(self, word: str) -> float:
        """Return how often ``word`` occurs in a million words; 0.0 where the contrast does not know it."""
        return self.shares.get(word, 0.0) * PER_MILLION


@cache
def load_general_background() -> Background:
    """Return the larger of wordfreq's (large list) and jieba's dictionary frequency of each word."""
    shares = _read_wordfreq()
    for words, counts in _read_jieba_dictionary():
        for word, share in zip(words, counts, strict=True):
            if share > shares.get(word, 0.0):
                shares[word] = share
    return Background(shares)


def _read_wordfreq() -> dict[str, float]:
    """Return words and their shares: list number n behind the header has those of 10 ** -(n / 100).

    The file is read sooner than wordfreq is imported, with its repair of broken texts and its languages.
    """
    import msgpack

    with gzip.open(_folder_of("wordfreq") / "data" / "large_zh.msgpack.gz") as packed:
        _header, *levels = msgpack.load(packed, raw=False)
    shares: dict[str, float] = {}
    for level, words in enumerate(levels):
        shares |= dict.fromkeys(words, 10 ** (-level / CENTIBELS))
    return shares


def _read_jieba_dictionary() -> Iterator[tuple[list[str], list[float]]]:
    """Yield words and their shares, block by block; a file is read sooner than jieba is imported."""
    with (_folder_of("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        while fields := "".join(lines.readlines(BLOCK_CHARS)).split():
            counts = fields[1::3]
            share_of = {count: int(count) / JIEBA_TOTAL for count in {*counts}}
            yield fields[::3], [share_of[count] for count in counts]


def _folder_of(package: str) -> Path:
    """Return where a package is installed, without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent
