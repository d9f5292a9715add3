"""A query that lists several terms, as somebody copies them out of a text or a table."""

import re

from glossary.text.folding import HAN_BLOCKS, folded_key

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
