"""How common a word is in general Chinese, to tell what a text talks about from how everybody talks."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Protocol

import numpy
from numpy.typing import NDArray

PER_MILLION = 1_000_000.0
BLOCK_BYTES = 1 << 18
CENTIBELS = 100
JIEBA_TOTAL = 60_101_967
"""The sum of all counts in jieba's dictionary."""
ANSWERS_HELD = 1 << 15

Shares = NDArray[numpy.float64]


class SharesByWord(Protocol):
    """A dictionary, or what answers as one."""

    def get(self, word: str, default: float, /) -> float:
        """Return the share of a word, or the default where it is not known."""


@dataclass(frozen=True, slots=True)
class Background:
    """Word frequencies of a contrast corpus, as shares of all its words."""

    shares: SharesByWord

    def per_million(self, word: str) -> float:
        """Return how often ``word`` occurs in a million words; 0.0 where the contrast does not know it."""
        return self.shares.get(word, 0.0) * PER_MILLION


class HashedShares:
    """Shares by the hash of each word: 16 bytes a word, where a dictionary of strings takes 150.

    Of a word that comes twice the larger share counts. A word that is none of half a million has the hash of
    one of them with a chance below 10 ** -13.
    """

    def __init__(self, blocks: Iterable[tuple[list[bytes], Shares]]) -> None:
        """Take words, in UTF-8, with their shares; of each block only the hashes stay."""
        hashed = [
            (numpy.fromiter(map(hash, words), numpy.int64, len(words)), shares) for words, shares in blocks
        ]
        hashes, shares = map(numpy.concatenate, zip(*hashed, strict=True))
        order = numpy.argsort(hashes)
        hashes = hashes[order]
        firsts = numpy.flatnonzero(numpy.diff(hashes, prepend=~hashes[:1]))
        self._hashes = hashes[firsts]
        self._shares = numpy.maximum.reduceat(shares[order], firsts)
        self.get = lru_cache(maxsize=ANSWERS_HELD)(self._find)

    def _find(self, word: str, default: float) -> float:
        hashed = hash(word.encode("utf-8", "surrogatepass"))
        at = int(self._hashes.searchsorted(hashed))
        is_known = at < len(self._hashes) and self._hashes[at] == hashed
        return float(self._shares[at]) if is_known else default


@cache
def load_general_background() -> Background:
    """Return the larger of wordfreq's (large list) and jieba's dictionary frequency of each word."""
    return Background(HashedShares(chain(_read_wordfreq(), _read_jieba_dictionary())))


def _read_wordfreq() -> Iterator[tuple[list[bytes], Shares]]:
    """Yield words and their shares: list number n behind the header has those of 10 ** -(n / 100).

    The file is read sooner than wordfreq is imported, with its repair of broken texts and its languages.
    """
    import msgpack

    with gzip.open(_folder_of("wordfreq") / "data" / "large_zh.msgpack.gz") as packed:
        lists = msgpack.Unpacker(packed, raw=True)
        levels = lists.read_array_header() - 1
        lists.skip()
        for level in range(levels):
            words = lists.unpack()
            yield words, numpy.full(len(words), 10 ** (-level / CENTIBELS))


def _read_jieba_dictionary() -> Iterator[tuple[list[bytes], Shares]]:
    """Yield words and their shares, block by block; a file is read sooner than jieba is imported."""
    with (_folder_of("jieba") / "dict.txt").open("rb") as lines:
        while fields := b"".join(lines.readlines(BLOCK_BYTES)).split():
            yield fields[::3], numpy.array([*map(int, fields[1::3])]) / JIEBA_TOTAL


def _folder_of(package: str) -> Path:
    """Return where a package is installed, without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent
