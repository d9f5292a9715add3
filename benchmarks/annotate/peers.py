"""Time one other tool that finds known terms; prints characters a second as JSON.

This file runs in the peers' own environment and imports nothing of glossary. Arguments: the tool, a file with
a text, and one with the terms, one a line; both are folded already, which is our work and not theirs.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 2
COMMON = 100_000_000


def search_with_pyahocorasick(terms: list[str]) -> Callable[[str], object]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, term in enumerate(terms):
        automaton.add_word(term, (number, len(term)))
    automaton.make_automaton()
    return lambda text: [(end - size + 1, end + 1, n) for end, (n, size) in automaton.iter_long(text)]


def search_with_flashtext(terms: list[str]) -> Callable[[str], object]:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    processor.add_keywords_from_list(terms)
    return lambda text: processor.extract_keywords(text, span_info=True)


def search_with_jieba(terms: list[str]) -> Callable[[str], object]:
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in terms:
        tokenizer.add_word(term, COMMON // len(terms))
    known = frozenset(terms)
    return lambda text: [one for one in tokenizer.tokenize(text, HMM=False) if one[0] in known]


TOOLS = {
    "pyahocorasick": search_with_pyahocorasick,
    "flashtext-i18n": search_with_flashtext,
    "jieba": search_with_jieba,
}


def measure(search: Callable[[str], object], text: str) -> float:
    """Return characters a second, the best of a few rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        search(text)
        best = min(best, time.process_time() - begun)
    return len(text) / best


if __name__ == "__main__":
    tool, text_file, terms_file = sys.argv[1:]
    read_terms = Path(terms_file).read_text(encoding="utf-8").split("\n")
    search = TOOLS[tool](read_terms)
    print(json.dumps(measure(search, Path(text_file).read_text(encoding="utf-8"))))
