"""Words of other languages in a Chinese text: names and acronyms that it uses, or passages that it quotes."""

import numpy
from numpy.typing import NDArray

from glossary.mining.shards import LINE_END
from glossary.mining.stream import Places, Stream
from glossary.text.folding import has_han

PARTING = frozenset({LINE_END, "、"})
PASSAGE_SHARE = 0.5
"""A word of which so many occurrences stand beside another of its kind belongs to their language."""


def stands_in_passages(stream: Stream) -> NDArray[numpy.bool_]:
    """Whether each word is without Chinese and mostly beside others such: ``the default file`` in a manual.

    An acronym or a name stands amid Chinese: 用GPS定位, 安装 Debian 系统.
    """
    is_foreign = _are_foreign(stream)
    places = numpy.flatnonzero(is_foreign[stream.ids])
    words = stream.ids[places]
    in_passage = _has_foreign_neighbour(stream, places, is_foreign)
    passages = numpy.bincount(words[in_passage], minlength=len(stream.words))
    mostly: NDArray[numpy.bool_] = is_foreign & (passages >= PASSAGE_SHARE * stream.counts)
    return mostly & (passages > 0)


def _are_foreign(stream: Stream) -> NDArray[numpy.bool_]:
    """Whether each word is one of letters, but of no Chinese character."""
    found = (not has_han(word) and any(map(str.isalpha, word)) for word in stream.words)
    return numpy.fromiter(found, dtype=bool, count=len(stream.words))


def _has_foreign_neighbour(
    stream: Stream, places: Places, is_foreign: NDArray[numpy.bool_]
) -> NDArray[numpy.bool_]:
    """Whether the next word of the line on either side of each place is foreign.

    Of a Chinese list each item counts by itself: GPS、GIS.
    """
    is_passed = ~stream.is_word
    is_passed[[number for number, word in enumerate(stream.words) if word in PARTING]] = False
    found = numpy.zeros(len(places), dtype=bool)
    for step in (-1, 1):
        near = stream.ids.take(places + step, mode="clip")
        far = stream.ids.take(places + 2 * step, mode="clip")
        found |= is_foreign[numpy.where(is_passed[near], far, near)]
    return found
