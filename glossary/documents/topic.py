"""Whether a line speaks of what a document speaks of, by the pairs of characters that they share."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from glossary.text.folding import fold

MAX_TOPIC_CHARS = 200_000
LETTERS = re.compile(r"[\w]+")

Pair = tuple[str, str]


class Topic:
    """The pairs of neighbouring characters in the prose of a document, and in how many paragraphs each is."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._paragraphs: Counter[Pair] = Counter()
        budget = MAX_TOPIC_CHARS
        for paragraph in paragraphs:
            self._paragraphs.update(_pairs(paragraph[:budget]))
            budget -= len(paragraph)
            if budget <= 0:
                break

    def share_of(self, line: str) -> float:
        """The share (0 to 1) of the pairs of ``line`` that some paragraph holds."""
        return self._share(line, 1)

    def share_of_own(self, paragraph: str) -> float:
        """The share (0 to 1) of the pairs of one of the paragraphs that another paragraph holds too."""
        return self._share(paragraph, 2)

    def _share(self, line: str, times: int) -> float:
        pairs = _pairs(line[:MAX_TOPIC_CHARS])
        return sum(self._paragraphs[pair] >= times for pair in pairs) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> set[Pair]:
    letters = "".join(LETTERS.findall(fold(text)))
    return set(pairwise(letters))
