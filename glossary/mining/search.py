"""Where given keys stand in documents, whatever their script, case, width and inner punctuation."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy
from daachorse import CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray

from glossary.mining.places import Place
from glossary.mining.sources import Source
from glossary.text.masking import LEFT_OUT, mask

Span = tuple[int, int]

WORD = "[^\\W_\u3400-\u9fff\uf900-\ufaff]"
BETWEEN_WORDS = re.compile(f"(?<={WORD})(?:[^\\w\n]|_)+(?={WORD})")
WITHIN_WORD = re.compile(WORD * 2)


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
        letters, places = _keep_letters(masked)
        for start, end, number in self._automaton.find_overlapping(letters):
            if not (_is_within_word(letters, start) or _is_within_word(letters, end)):
                yield self._keys[number], int(places[start]), int(places[end - 1]) + 1


def _keep_letters(masked: str) -> tuple[str, NDArray[numpy.int64]]:
    """Return a text as keys are folded, line ends kept, and where each character of it stands.

    Of what parts two words in Latin letters one blank stays; between Chinese characters nothing does.
    """
    codes = numpy.frombuffer(masked.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32).copy()
    kept = numpy.char.isalnum(codes.view("U1")) | (codes == ord(LEFT_OUT))
    blanks = [gap.start() for gap in BETWEEN_WORDS.finditer(masked)]
    kept[blanks] = True
    codes[blanks] = ord(" ")
    return codes[kept].tobytes().decode("utf-32-le", "surrogatepass"), numpy.flatnonzero(kept)


def _is_within_word(letters: str, at: int) -> bool:
    """Whether a place has Latin letters or figures on both sides: app is no part of happy."""
    return 0 < at < len(letters) and bool(WITHIN_WORD.fullmatch(letters, at - 1, at + 1))


def find_keys(sources: Sequence[Source], keys: Collection[str]) -> dict[str, list[Place]]:
    """Return the places of each folded key that occurs in a kept line."""
    search = KeySearch(keys)
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for number, source in enumerate(sources):
        for key, spans in search.find(mask(source.clean)).items():
            found[key] += (Place(number, start, end) for start, end in spans)
    return dict(found)
