"""The rows of words that marked strings are cut into, and all places where those rows stand."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy
from numpy.typing import NDArray

from glossary.mining.counted import Cut
from glossary.mining.evidence import MIX, mix
from glossary.mining.shards import Numbers
from glossary.mining.stream import Places, Stream

SLOT_BITS = 20


def find_rows(
    stream: Stream, keys_of_documents: Mapping[int, Collection[str]]
) -> Iterator[tuple[Cut, Places]]:
    """Yield each way in which a key is cut into whole words where it is marked, with all places of that row.

    All keys are followed together, word by word, from the places where the first word of any stands. A row
    that is seen in none of the documents that mark its key is left out: it may be another thing.
    """
    trie = _grow(stream.words, {key for keys in keys_of_documents.values() for key in keys})
    homes = _number_homes(trie, keys_of_documents)
    for width, rows in _follow(stream, trie):
        documents = stream.documents_of(rows.places).astype(numpy.int64)
        is_home = numpy.isin(documents * len(trie.is_key) + rows.states, homes)
        yield from _part(rows.places, width, stream, is_home)


@dataclass(frozen=True, slots=True)
class _Trie:
    """The beginnings of all keys, numbered; the empty one is 0.

    ``opens`` is the beginning that each word is, 0 for a word that begins no key; ``goes_on`` tells whether
    it may stand further on. ``steps[i]`` is a beginning and a word behind it in one number (beginning × words
    + word), ascending, and ``leads_to[i]`` the longer beginning that both make. ``has_step`` tells,
    at the slot of a step, whether there may be one: that is sooner asked than where it stands.
    """

    states: Mapping[str, int]
    is_key: NDArray[numpy.bool_]
    opens: Numbers
    goes_on: NDArray[numpy.bool_]
    steps: Places
    leads_to: Places
    has_step: NDArray[numpy.bool_]


def _grow(words: Sequence[str], keys: Collection[str]) -> _Trie:
    numbers = {word: number for number, word in enumerate(words)}
    beginnings = sorted({key[:end] for key in keys for end in range(len(key) + 1)} | {""})
    states = {beginning: number for number, beginning in enumerate(beginnings)}
    found = {
        states[longer[:at]] * len(words) + word: state
        for longer, state in states.items()
        for at in range(1, len(longer))
        if (word := numbers.get(longer[at:])) is not None
    }
    steps = numpy.array(sorted(found), dtype=numpy.int64)
    goes_on = numpy.zeros(len(words), dtype=bool)
    goes_on[steps % len(words)] = True
    has_step = numpy.zeros(1 << SLOT_BITS, dtype=bool)
    has_step[_find_slots(steps)] = True
    return _Trie(
        states=states,
        is_key=numpy.array([beginning in keys for beginning in beginnings]),
        opens=numpy.array([states.get(word, 0) for word in words], dtype=numpy.int32),
        goes_on=goes_on,
        steps=steps,
        leads_to=numpy.array([found[step] for step in steps.tolist()], dtype=numpy.int64),
        has_step=has_step,
    )


def _find_slots(steps: Places) -> Places:
    """Return a number of 20 bits for each step; two steps in one slot are rare."""
    slots: Places = (steps.astype(numpy.uint64) * MIX >> numpy.uint64(64 - SLOT_BITS)).astype(numpy.int32)
    return slots


def _number_homes(trie: _Trie, keys_of_documents: Mapping[int, Collection[str]]) -> Places:
    """Return each document and each key that it marks in one number: document × beginnings + key."""
    homes = (
        document * len(trie.is_key) + trie.states[key]
        for document, keys in keys_of_documents.items()
        for key in keys
    )
    return numpy.fromiter(homes, dtype=numpy.int64)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of words that begin at ``places`` and make the beginnings ``states``."""

    places: Places
    states: Places

    def take(self, chosen: NDArray[numpy.bool_]) -> "_Rows":
        return _Rows(self.places[chosen], self.states[chosen])


def _follow(stream: Stream, trie: _Trie) -> Iterator[tuple[int, _Rows]]:
    """Yield, for each number of words, the rows that make a whole key.

    Most words that could begin a key stand before one that could not go on, and are passed over at once.
    """
    goes_on = numpy.append(trie.goes_on[stream.ids], False)
    begins = (trie.opens > 0)[stream.ids] & goes_on[1:]
    yield 1, _open(trie.is_key[trie.opens][stream.ids], stream, trie)
    rows = _open(begins, stream, trie)
    for width in count(2):
        rows = _step(rows, stream.ids[rows.places + width - 1], trie)
        yield width, rows.take(trie.is_key[rows.states])
        rows = rows.take(goes_on[rows.places + width])
        if not len(rows.places):
            return


def _open(chosen: NDArray[numpy.bool_], stream: Stream, trie: _Trie) -> _Rows:
    """Return the rows of one word at the chosen tokens."""
    places = numpy.flatnonzero(chosen).astype(numpy.int32)
    return _Rows(places, trie.opens[stream.ids[places]])


def _step(rows: _Rows, words: Places, trie: _Trie) -> _Rows:
    """Return the rows that make the beginning of a key with one more word, with it."""
    wanted = rows.states.astype(numpy.int64) * len(trie.opens) + words
    likely = trie.has_step[_find_slots(wanted)]
    rows, wanted = rows.take(likely), wanted[likely]
    at = numpy.minimum(numpy.searchsorted(trie.steps, wanted), len(trie.steps) - 1)
    leads = trie.steps[at] == wanted
    return _Rows(rows.places[leads], trie.leads_to[at[leads]])


def _part(
    places: Places, width: int, stream: Stream, is_home: NDArray[numpy.bool_]
) -> Iterator[tuple[Cut, Places]]:
    """Yield the different rows, each with its places, ascending, of those that are at home somewhere."""
    hashes = numpy.zeros(len(places), dtype=numpy.uint64)
    for offset in range(width):
        hashes = mix(hashes, stream.ids[places + offset])
    order = numpy.argsort(hashes, kind="stable")
    edges = numpy.flatnonzero(numpy.diff(hashes[order])) + 1
    for group in numpy.split(order, edges) if len(order) else ():
        if is_home[group].any():
            first = places[group[0]]
            yield tuple(stream.ids[first : first + width].tolist()), places[group]
