"""Where given keys stand in the documents, whatever their script, case, width and inner punctuation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.mining.contexts import Place
from glossary.mining.segments import Source
from glossary.text.folding import fold

HEAD_CHARS = 2


def find_keys(sources: Sequence[Source], keys: Iterable[str]) -> dict[str, list[Place]]:
    """Return the places of each folded key that occurs in a kept line; overlapping keys are all found."""
    heads = _by_head(keys)
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for number, source in enumerate(sources):
        folded = fold(source.clean.text)
        for span in source.clean.kept:
            positions = [at for at in range(span.start, span.end) if folded[at].isalnum()]
            letters = "".join(folded[at] for at in positions)
            for key, start in _matches(letters, heads):
                place = Place(number, positions[start], positions[start + len(key) - 1] + 1)
                found[key].append(place)
    return dict(found)


def _by_head(keys: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the keys by their first two characters, so that most places of a text ask for nothing."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        if len(key) >= HEAD_CHARS:
            heads[key[:HEAD_CHARS]].append(key)
    return heads


def _matches(letters: str, heads: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    for start in range(len(letters) - HEAD_CHARS + 1):
        for key in heads.get(letters[start : start + HEAD_CHARS], ()):
            if letters.startswith(key, start):
                yield key, start
