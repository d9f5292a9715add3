"""Sentence pairs as units of Chinese and words of English: what is linked with what."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glossary.alignment.words import Token
from glossary.model import Pair
from glossary.text.folding import fold
from glossary.text.segmentation import cut_words

SHORTEST_TERM_CHARS = 2
FindTerms = Callable[[str], Iterable[tuple[int, int]]]
"""Where the terms of a folded text stand: spans in order, none over another."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pair made ready: the ``units`` of its Chinese (terms, and the words between them), its English words.

    The units are folded.
    """

    pair: Pair
    units: tuple[str, ...]
    tokens: tuple[Token, ...]


class TermFinder:
    """Finds terms in folded texts: the longest at each place, leftmost first."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = frozenset(term for term in map(fold, terms) if len(term) >= SHORTEST_TERM_CHARS)
        lengths = {len(term) for term in self._terms}
        self._lengths = sorted(lengths, reverse=True)
        self._firsts = frozenset(term[0] for term in self._terms)

    def __call__(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of terms in a folded text."""
        at = 0
        while at < len(folded):
            length = self._longest_at(folded, at) if folded[at] in self._firsts else 0
            if length:
                yield at, at + length
            at += length or 1

    def _longest_at(self, folded: str, at: int) -> int:
        sizes = (one for one in self._lengths if at + one <= len(folded))
        return next((one for one in sizes if folded[at : at + one] in self._terms), 0)


def make_sentence(pair: Pair, tokens: tuple[Token, ...], find_terms: FindTerms) -> Sentence:
    """Return a pair made ready: ``tokens`` are its English, ``find_terms`` finds the terms in its Chinese."""
    folded = fold(pair.source)
    return Sentence(pair, tuple(_cut_units(folded, find_terms(folded))), tokens)


def _cut_units(folded: str, terms: Iterable[tuple[int, int]]) -> Iterator[str]:
    done = 0
    for start, end in terms:
        yield from _words(folded[done:start])
        yield folded[start:end]
        done = end
    yield from _words(folded[done:])


def _words(text: str) -> Iterator[str]:
    return (word for word in cut_words(text) if word[:1].isalnum()) if text else iter(())
