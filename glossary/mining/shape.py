"""How far a string of tagged words is built like a term: 0 (never one) to 1."""

from collections.abc import Sequence

from glossary.mining.background import Background
from glossary.mining.vocabulary import (
    FUNCTION_CHARACTERS,
    FUNCTION_WORDS,
    LIGHT_VERBS,
    LOCATION_TAILS,
    NUMERALS,
    TERM_HEADS,
    TIME_CHARACTERS,
    WEAK_TAILS,
)
from glossary.text.folding import is_han
from glossary.text.segmentation import tag_words

FUNCTION_TAGS = frozenset("u uj ul uz ug ud uv p c r rr rz rg y e o".split())
WEAK_FIRST_TAGS = frozenset("d ad zg f t q m mq z s".split())
WEAK_LAST_TAGS = frozenset("d ad f t m mq s z a q k".split())
NOMINAL_TAGS = frozenset("n vn an j l i nz nt nr ns b eng ng nrt nrfg x".split())
SUFFIXES = frozenset("员者率性们家")
DETERMINERS = frozenset("各每该")
VERB_TAGS = frozenset("v vg vd vi vq".split())
COMPONENT_MIN_PER_MILLION = 5.0


def split_compound(word: str, background: Background) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the two common words that a long dictionary entry is made of, with tags (值班|人员), or None."""
    cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    strength = {cut: min(map(background.per_million, cut)) for cut in cuts}
    best = max(strength, key=lambda cut: (strength[cut], cut), default=None)
    if best is None or strength[best] < COMPONENT_MIN_PER_MILLION:
        return None
    return best, tuple(tag_words(part)[0][1] for part in best)


def judge_shape(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return how term-like the words and their parts of speech are."""
    if _has_function_word(words, tags) or _has_inner_digits(words):
        return 0.0
    if words[0] in FUNCTION_WORDS or words[-1] in FUNCTION_WORDS:
        return 0.0
    if len(words) == 1:
        return _judge_single(words[0], tags[0])
    return _judge_first(words, tags) * _judge_last(words, tags)


def _has_function_word(words: Sequence[str], tags: Sequence[str]) -> bool:
    return any(
        word in FUNCTION_CHARACTERS if len(word) == 1 else tag in FUNCTION_TAGS
        for word, tag in zip(words, tags, strict=True)
    )


def _has_inner_digits(words: Sequence[str]) -> bool:
    """Whether figures stand in it (平均5天一层楼); a Latin and figure mix such as 5g or 4k is one word."""
    return any(word.isdigit() for word in words)


def _judge_single(word: str, tag: str) -> float:
    if word in LIGHT_VERBS or word in WEAK_TAILS or word[0] in DETERMINERS or _counts_time(word):
        return 0.05
    if tag in VERB_TAGS:
        return 0.3
    if not is_han(word[0]):
        return 0.5 if len(word) > 1 else 0.0
    if word[-1] in "化性" and len(word) > 2:
        return 0.6 if word[-1] == "化" else 0.2
    if tag == "i":
        return 0.7
    return 1.0 if tag in NOMINAL_TAGS else 0.15


def _counts_time(word: str) -> bool:
    return word[0] in NUMERALS and any(character in TIME_CHARACTERS for character in word)


def _judge_first(words: Sequence[str], tags: Sequence[str]) -> float:
    word, tag, head = words[0], tags[0], words[-1]
    if word in LIGHT_VERBS:
        return 0.5 if head in TERM_HEADS and len(words) == 2 else 0.15
    if word[0] in NUMERALS:
        return 0.6
    if word in SUFFIXES or word in LOCATION_TAILS:
        return 0.2
    if len(word) == 1:
        return 0.5 if tag == "v" and head not in TERM_HEADS else 0.85
    if tag in VERB_TAGS and head not in TERM_HEADS:
        return 0.7 if tags[-1] in ("v", "vn") else 0.5
    if tag in WEAK_FIRST_TAGS:
        return 0.6 if tag in ("f", "s") and head in TERM_HEADS else 0.15
    return 1.0


def _judge_last(words: Sequence[str], tags: Sequence[str]) -> float:
    word, tag = words[-1], tags[-1]
    if word in WEAK_TAILS:
        return 0.5 if words[0] not in WEAK_TAILS else 0.1
    if word in LIGHT_VERBS:
        return 0.4
    if word in LOCATION_TAILS:
        return 0.1
    if len(word) == 1:
        return 1.0 if word in TERM_HEADS or tag in NOMINAL_TAGS else 0.85
    if tag in WEAK_LAST_TAGS:
        return 0.2
    return 0.8 if tag == "v" else 1.0
