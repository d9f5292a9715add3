"""The words by which a rendering is found."""

from glossary.text.english import WORD, stem_words

STOP_WORDS = frozenset(
    "a an and as at by for from in into is its of on or over per than that the their this to under upon "
    "with".split()
)
"""Words that say nothing of what is meant; they count only where nothing else stands."""
MIN_ACRONYM_WORDS = 3


def plain_words(text: str) -> list[str]:
    """Return the words of an English text as they stand, in lower case."""
    return WORD.findall(text.lower().replace("’", "'"))


def content_words(text: str) -> list[str]:
    """Return the stems of the words that say something, each once; of a text that has none, of all words."""
    words = plain_words(text)
    kept = [word for word in words if word not in STOP_WORDS] or words
    return list(dict.fromkeys(stem_words(" ".join(kept))))


def acronym_of(text: str) -> str:
    """Return the first letters of three or more words; ``integrated governance center`` gives igc."""
    letters = [word[0] for word in plain_words(text) if word not in STOP_WORDS]
    return "".join(letters) if len(letters) >= MIN_ACRONYM_WORDS else ""
