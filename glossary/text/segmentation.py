"""Words and their parts of speech by jieba's dictionary; rjieba where it is installed, being 19 times faster.

Only dictionary cuts (no hidden Markov model): an unknown word falls into single characters, which can be put
together again, while a guessed word such as 推社管 hides where the real one begins.
"""

from collections.abc import Callable
from functools import cache

TaggedWord = tuple[str, str]


@cache
def _load_cutter() -> Callable[[str, bool], list[str]]:
    try:
        import rjieba
    except ImportError:
        import jieba

        return lambda text, guess: jieba.lcut(text, HMM=guess)
    cut: Callable[[str, bool], list[str]] = rjieba.cut
    return cut


def cut_words(text: str) -> list[str]:
    """Return the words of ``text`` in order, and all that stands between them; joined they are the text."""
    return _load_cutter()(text, False)


@cache
def _load_tagger() -> Callable[[str, bool], list[TaggedWord]]:
    try:
        import rjieba
    except ImportError:  # rjieba has no wheel for this platform
        import jieba.posseg

        return lambda text, guess: [(pair.word, pair.flag) for pair in jieba.posseg.cut(text, HMM=guess)]
    tag: Callable[[str, bool], list[TaggedWord]] = rjieba.tag
    return tag


def tag_words(text: str, *, guess_names: bool = False) -> list[TaggedWord]:
    """Return the words of ``text`` in order, each with its part of speech in ICTCLAS letters (n, vn, ns …).

    ``guess_names`` lets the model guess words that are in no dictionary; it finds names of persons.
    """
    return _load_tagger()(text, guess_names)
