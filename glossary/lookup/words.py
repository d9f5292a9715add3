"""The words by which a rendering is found."""

from glossary.text.english import content_keys, is_stop_word, split_words, word_key

MIN_ACRONYM_WORDS = 3
MIN_JOINED_LETTERS = 3


def content_words(text: str) -> list[str]:
    """Return the keys of the words that say something, each once; of a text that has none, of all words."""
    return list(dict.fromkeys(content_keys(text)))


def typed_words(text: str) -> dict[str, str]:
    """Return each word of a text, in lower case, by its key."""
    return {word_key(word.form): word.form for word in split_words(text)}


def parted_words(typed: str) -> list[tuple[str, str]]:
    """Return the keys of each two words that may have been written as one: ``gridworker``."""
    places = range(MIN_JOINED_LETTERS, len(typed) - MIN_JOINED_LETTERS + 1)
    return [(word_key(typed[:place]), word_key(typed[place:])) for place in places]


def acronym_of(text: str) -> str:
    """Return the first letters of three or more words; ``integrated governance center`` gives igc."""
    letters = [word.form[0] for word in split_words(text) if not is_stop_word(word.form)]
    return "".join(letters) if len(letters) >= MIN_ACRONYM_WORDS else ""
