"""Text for a machine that has no corpus: drawn words, the same on each run.

It is a stand-in: words and phrases recur as in real text, grammar and page furniture are absent.
"""

import random
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate, repeat
from pathlib import Path

SEED = 20_261_122
WORDS = 6_000
PHRASES = 6_000
WORDS_A_PHRASE = (2, 3, 4)
WORD_CHARS = (1, 2, 3, 4)
SENTENCE_ITEMS = range(3, 12)
PARAGRAPH_SENTENCES = range(2, 7)
DOCUMENT_PARAGRAPHS = range(20, 80)
MARKS = "，，，、；。。"


def generate_documents(words: Sequence[str]) -> Iterator[str]:
    """Yield documents of about 10 KB without end: sentences of words and phrases, frequent as Zipf has it."""
    draw = random.Random(SEED)
    items = _shuffle_in_phrases(draw, words)
    weights = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))
    for _ in repeat(None):
        yield "\n".join(
            _draw_paragraph(draw, items, weights) for _ in range(draw.choice(DOCUMENT_PARAGRAPHS))
        )


def _shuffle_in_phrases(draw: random.Random, words: Sequence[str]) -> list[str]:
    """Return the words, and phrases made of them: what comes together again and again, as terms do."""
    phrases = ["".join(draw.choices(words, k=draw.choice(WORDS_A_PHRASE))) for _ in range(PHRASES)]
    items = [*words, *phrases]
    draw.shuffle(items)
    return items


def _draw_paragraph(draw: random.Random, items: Sequence[str], weights: Sequence[float]) -> str:
    return "".join(_draw_sentence(draw, items, weights) for _ in range(draw.choice(PARAGRAPH_SENTENCES)))


def _draw_sentence(draw: random.Random, items: Sequence[str], weights: Sequence[float]) -> str:
    drawn = draw.choices(items, cum_weights=weights, k=draw.choice(SENTENCE_ITEMS))
    return "".join(drawn) + draw.choice(MARKS)


def read_common_words(most: int = WORDS) -> list[str]:
    """Return the most frequent words of jieba's dictionary, the most frequent first."""
    package = find_spec("jieba")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("jieba")
    lines = (Path(package.origin).parent / "dict.txt").read_text("utf-8").splitlines()
    entries = (line.split() for line in lines)
    counted = [(int(count), word) for word, count, *_ in entries if len(word) in WORD_CHARS]
    return [word for _, word in sorted(counted, reverse=True)[:most]]
