"""By what the parts of a concept are known when two states of it are compared."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from glossary.model import Term

Key = tuple[str, str]


def key_of(part: Term) -> Key:
    """Return what a term or a rendering is known by: its language and its text."""
    return part.language, part.text


def key_parts(parts: Sequence[Any]) -> dict[Key, Any]:
    """Return parts by what each is known by: a definition by its language and its number in that language."""
    so_far: Counter[str] = Counter()
    keyed = {}
    for part in parts:
        so_far[part.language] += 1
        keyed[key_of(part) if isinstance(part, Term) else (part.language, str(so_far[part.language]))] = part
    return keyed
