"""Where given keys stand in documents, whatever their script, case, width and inner punctuation."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick

from glossary.mining.places import Place
from glossary.mining.sources import Source
from glossary.text.masking import LEFT_OUT, mask

Span = tuple[int, int]


class KeySearch:
    """Many folded keys looked for at once; overlapping ones are all found."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = sorted(key for key in keys if key)
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._keys) if self._keys else None

    def find(self, masked: str) -> dict[str, list[Span]]:
        """Return where each key that occurs in a masked text stands, in order; no key reaches over a line."""
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for key, start, end in self._find_each(masked):
            found[key].append((start, end))
        return {key: sorted(spans) for key, spans in found.items()}

    def _find_each(self, masked: str) -> Iterator[tuple[str, int, int]]:
        if self._automaton is None:
            return
        kept = [at for at, character in enumerate(masked) if character.isalnum() or character == LEFT_OUT]
        letters = masked if len(kept) == len(masked) else "".join(masked[at] for at in kept)
        for start, end, number in self._automaton.find_overlapping(letters):
            yield self._keys[number], kept[start], kept[end - 1] + 1


def find_keys(sources: Sequence[Source], keys: Collection[str]) -> dict[str, list[Place]]:
    """Return the places of each folded key that occurs in a kept line."""
    search = KeySearch(keys)
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for number, source in enumerate(sources):
        for key, spans in search.find(mask(source.clean)).items():
            found[key] += (Place(number, start, end) for start, end in spans)
    return dict(found)
