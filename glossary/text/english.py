"""English words as keys: lower case, without their endings."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@cache
def _load_stemmer() -> "BaseStemmer":
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def stem_words(text: str) -> list[str]:
    """Return the words of ``text`` by Porter's second algorithm: ``Grid workers'`` gives grid, worker."""
    stemmer = _load_stemmer()
    return [stemmer.stemWord(word) for word in WORD.findall(text.lower().replace("’", "'"))]
