"""Many strings looked for in one text at once: most places of it ask for nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

HEAD_CHARS = 2


def group_by_head(strings: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the strings of two characters and more by their first two."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for string in strings:
        if len(string) >= HEAD_CHARS:
            heads[string[:HEAD_CHARS]].append(string)
    return heads


def find_strings(text: str, heads: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Yield (string, start) for every place of every string in ``text``, overlapping ones too."""
    for start in range(len(text) - HEAD_CHARS + 1):
        for string in heads.get(text[start : start + HEAD_CHARS], ()):
            if text.startswith(string, start):
                yield string, start
