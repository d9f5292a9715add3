"""Several terms in one query: listed, as somebody copies them out of a table, or standing in a phrase."""

import re
from collections.abc import Collection

from glossary.model import LONGEST_PHRASE_CHARS
from glossary.text.folding import HAN_BLOCKS, folded_key, has_han

LEAST_HELD_CHARS, MOST_HELD_CHARS = 2, 12
HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_BLOCKS)
BETWEEN = re.compile(rf"[、，,；;。／/｜|\t\r\n]+|(?<=[{HAN}])\s+(?=[{HAN}])")


def split_query(query: str) -> tuple[str, ...]:
    """Return the terms that a query lists, each once and in its order; none where nothing separates them.

    A comma of any kind separates them, a semicolon, a Chinese full stop, a slash, a bar, a tab, a line end,
    and a blank between Chinese characters; `grid worker` and `社管 App` are each one term.
    """
    pieces = BETWEEN.split(query)
    terms: dict[str, str] = {}
    for piece in pieces:
        terms.setdefault(folded_key(piece), piece.strip())
    named = (term for key, term in terms.items() if any(map(str.isalnum, key)))
    return tuple(named) if len(pieces) > 1 else ()


def held_spellings(key: str) -> list[str]:
    """Return what of a folded phrase may be a Chinese term; nothing of a whole text."""
    if len(key) > LONGEST_PHRASE_CHARS:
        return []
    spans = ((start, start + size) for start in range(len(key)) for size in _sizes(len(key) - start))
    spellings = (key[start:end] for start, end in spans)
    return [*dict.fromkeys(spelling for spelling in spellings if has_han(spelling))]


def _sizes(room: int) -> range:
    return range(LEAST_HELD_CHARS, min(room, MOST_HELD_CHARS) + 1)


def longest_held(key: str, known: Collection[str]) -> list[str]:
    """Return the known spellings in a folded phrase, each once: leftmost first, the longest at each place."""
    found: dict[str, None] = {}
    start = 0
    while start < len(key):
        sizes = reversed(_sizes(len(key) - start))
        size = next((size for size in sizes if key[start : start + size] in known), 0)
        if size:
            found[key[start : start + size]] = None
        start += size or 1
    return list(found)
