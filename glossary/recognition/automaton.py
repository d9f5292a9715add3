"""One pass over a text that finds the longest known term at every place.

The search is daachorse's (Aho & Corasick 1975, in a compact double array), by characters, leftmost-longest.
"""

import marshal
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray

from glossary.recognition.blocks import choose_stops, cut_blocks
from glossary.recognition.entries import SHORTEST_CHARS, Entry, Pattern, make_patterns

Match: TypeAlias = tuple[int, int, int]
"""Start and end in a spelled text, and the number of the pattern."""
Rows: TypeAlias = NDArray[numpy.int64]
"""Matches, one a row of three."""
PIECE_CHARS = 1 << 12
PLAIN_MARSHAL = 2
"""The last version of marshal that writes every tuple and every number anew, and so in as many bytes."""
LIST_HEAD_BYTES = 5
FIELD_NAMES = ("start", "end", "number")
WRITTEN_MATCH = numpy.dtype(
    {"names": FIELD_NAMES, "formats": ["<i4"] * 3, "offsets": [6, 11, 16], "itemsize": 20}
)
"""A tuple of three: a letter and its length, then three times a letter and a number."""


class Layer:
    """Spelled patterns with one search for all of them; it does not change once it is made.

    ``keys`` are those of the patterns, by number; ``forms`` are the only spellings that count, for the
    patterns that have such; ``longest`` is in characters, ``stops`` are characters that no pattern holds.
    """

    def __init__(
        self,
        keys: list[str],
        forms: Mapping[int, frozenset[str]],
        *,
        longest: int,
        stops: str,
        search: CharwiseDoubleArrayAhoCorasick | None,
    ) -> None:
        self.keys = keys
        self.forms = dict(forms)
        self.longest = longest
        self.stops = stops
        self.search = search

    def find(self, spelled: str) -> list[Match]:
        """Return the leftmost-longest matches in a spelled text, none overlapping another."""
        return self.search.find(spelled) if self.search else []

    def find_first(self, spelled: str) -> Match | None:
        """Return the longest match at the very beginning of a spelled text, if there is one."""
        return next((one for one in self.find(spelled)[:1] if one[0] == 0), None)

    def find_rows(self, spelled: str) -> Rows:
        """Return the same as ``find`` as rows; it is cut into pieces, since short lists are quicker made."""
        pieces = [*cut_blocks(spelled, size=PIECE_CHARS, stops=self.stops)]
        written = [_write(self.find(spelled[start:end])) for start, end in pieces]
        return _read(written, [start for start, _ in pieces])


def build_layer(patterns: Sequence[Pattern]) -> Layer:
    """Return a layer with a search for the patterns."""
    spelled = [pattern.spelled for pattern in patterns]
    return Layer(
        [pattern.key for pattern in patterns],
        {number: one.forms for number, one in enumerate(patterns) if one.forms},
        longest=max(map(len, spelled), default=0),
        stops=choose_stops(spelled),
        search=CharwiseDoubleArrayAhoCorasick(spelled, MATCH_KIND_LEFTMOST_LONGEST) if spelled else None,
    )


class Automaton:
    """Known terms to look for: a layer that took long to make and, over it, what was changed since.

    A key in ``outdated`` is not found in the layer below; numbers of the upper layer follow those below.
    """

    def __init__(
        self, main: Layer, entries: Iterable[Entry] = (), outdated: Collection[str] = frozenset()
    ) -> None:
        self.main = main
        self._entries = tuple(entries)
        self._outdated = frozenset(outdated)
        self.newer = build_layer(make_patterns(self._entries))

    @property
    def stops(self) -> str:
        """Where a text may be cut: characters that no term holds."""
        return "".join(stop for stop in self.main.stops if stop in self.newer.stops)

    @property
    def layers(self) -> tuple[tuple[Layer, int], ...]:
        """Both layers, each with the number of its first pattern."""
        return ((self.main, 0), (self.newer, len(self.main.keys)))

    @cached_property
    def keys(self) -> list[str]:
        """The key of each pattern, by number."""
        return self.main.keys + self.newer.keys if self.newer.keys else self.main.keys

    @cached_property
    def forms(self) -> dict[int, frozenset[str]]:
        """The only spellings that count, of patterns that have such; none for those that are outdated."""
        first = len(self.main.keys)
        gone = (number for number, key in enumerate(self.main.keys) if key in self._outdated)
        above = {first + number: forms for number, forms in self.newer.forms.items()}
        return self.main.forms | (dict.fromkeys(gone, frozenset()) if self._outdated else {}) | above

    @cached_property
    def is_doubtful(self) -> NDArray[numpy.bool_]:
        """Whether a match of each pattern, by number, needs a second look: at ``forms``."""
        flags = numpy.zeros(len(self.keys), dtype=numpy.bool_)
        flags[list(self.forms)] = True
        return flags

    def overlaid(self, entries: Iterable[Entry], outdated: Collection[str]) -> "Automaton":
        """Return an automaton that knows ``entries`` in place of all that has the ``outdated`` keys."""
        staying = (one for one in self._entries if one.key not in outdated)
        return Automaton(self.main, (*staying, *entries), self._outdated.union(outdated))


def build_automaton(entries: Iterable[Entry], *, shortest: int = SHORTEST_CHARS) -> Automaton:
    """Return an automaton for known terms; keys of fewer than ``shortest`` characters are left out.

    It takes about 0.3 s for 50,000 terms.
    """
    return Automaton(build_layer(make_patterns(entries, shortest=shortest)))


def as_rows(matches: Sequence[Match]) -> Rows:
    """Return matches as an array of three columns."""
    return numpy.array(matches, dtype=numpy.int64).reshape(-1, 3)


def _write(matches: list[Match]) -> bytes:
    """Return matches as bytes, each of them as many.

    Making an array of a list of tuples is a third of all work on a dense text; numpy takes twice as long.
    """
    return marshal.dumps(matches, PLAIN_MARSHAL)[LIST_HEAD_BYTES:]


def _read(written: Sequence[bytes], starts: Sequence[int]) -> Rows:
    """Return the written matches of pieces of a text that start there, as places in the whole text."""
    fields = numpy.frombuffer(b"".join(written), dtype=WRITTEN_MATCH)
    rows = numpy.stack([fields[name] for name in FIELD_NAMES], axis=1).astype(numpy.int64)
    counts = [len(one) // WRITTEN_MATCH.itemsize for one in written]
    rows[:, :2] += numpy.repeat(numpy.array(starts, dtype=numpy.int64), counts)[:, None]
    return rows
