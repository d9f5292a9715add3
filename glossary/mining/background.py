"""How common a word is in general Chinese, to tell what a text talks about from how everybody talks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PER_MILLION = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Background:
    """Word frequencies of a contrast corpus, per million words."""

    frequencies: Mapping[str, float]

    def per_million(self, word: str) -> float:
        """Return how often ``word`` occurs in a million words; 0.0 where the contrast does not know it."""
        return self.frequencies.get(word, 0.0)


@cache
def load_general_background() -> Background:
    """Return the larger of wordfreq's (large list) and jieba's dictionary frequency of each word."""
    from wordfreq import get_frequency_dict

    large_list: Mapping[str, float] = get_frequency_dict("zh", wordlist="large")
    frequencies = {word: share * PER_MILLION for word, share in large_list.items()}
    for word, frequency in _read_jieba_dictionary().items():
        if frequency > frequencies.get(word, 0.0):
            frequencies[word] = frequency
    return Background(frequencies)


def _read_jieba_dictionary() -> dict[str, float]:
    """Return jieba's dictionary, per million; read as a file, since importing jieba takes longer."""
    package = find_spec("jieba")
    if package is None or package.origin is None:
        return {}
    with (Path(package.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
        counts = {word: int(count) for word, count, _ in (line.split(" ") for line in lines)}
    total = sum(counts.values())
    return {word: count / total * PER_MILLION for word, count in counts.items()}
