"""English, as lookups, checks and alignment need it: words with places, inflection, spelling, keys.

All pure, and quick to load: rules and short lists, no dictionary.
"""

from glossary.text.english.inflection import noun_form, verb_form
from glossary.text.english.keys import STOP_WORDS, content_keys, is_stop_word, word_key, word_keys
from glossary.text.english.spelling import fold_spelling
from glossary.text.english.stems import stem_words
from glossary.text.english.tokens import Word, split_words

__all__ = [
    "STOP_WORDS",
    "Word",
    "content_keys",
    "fold_spelling",
    "is_stop_word",
    "noun_form",
    "split_words",
    "stem_words",
    "verb_form",
    "word_key",
    "word_keys",
]
