"""English words as keys: lower case, without their endings."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

KEPT_STEMS = 16_384
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@cache
def _load_stemmer() -> "BaseStemmer":
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def stem_words(text: str) -> list[str]:
    """Return the words of ``text`` by Porter's second algorithm: ``Grid workers'`` gives grid, worker."""
    return [_stem(word) for word in WORD.findall(text.lower().replace("’", "'"))]


@lru_cache(maxsize=KEPT_STEMS)
def _stem(word: str) -> str:
    return str(_load_stemmer().stemWord(word))
