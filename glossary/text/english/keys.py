"""Keys of English texts for lookups: any inflection and either spelling of a word gives the same key."""

from glossary.text.english.inflection import verb_form
from glossary.text.english.tokens import split_words

STOP_WORDS = frozenset(
    "a an and are as at be been by for from had has have in into is it its of off on onto or our over per "
    "that the their them these they this those to upon was were will with within without".split()
)


def word_key(word: str) -> str:
    """Return the key of one word in lower case: ``centres``, ``centered`` and ``center`` share center."""
    return verb_form(word)


def word_keys(text: str) -> tuple[str, ...]:
    """Return the keys of all words of a text, in order: ``Grid-based workers'`` gives grid, base, worker."""
    return tuple(word_key(word.form) for word in split_words(text))


def content_keys(text: str) -> tuple[str, ...]:
    """Return the keys of the words that carry meaning, without articles, prepositions and auxiliaries; of
    all words where there are no others (``To be or not to be``).
    """
    words = [word.form for word in split_words(text)]
    telling = [form for form in words if not is_stop_word(form)]
    return tuple(map(word_key, telling or words))


def is_stop_word(word: str) -> bool:
    """Return whether a word in lower case is an article, a preposition, a pronoun or an auxiliary."""
    return word in STOP_WORDS
