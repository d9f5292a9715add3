"""Which words stand beside the occurrences of strings, for all strings at once."""

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from glossary.mining.counted import Counted
from glossary.mining.shards import CLOSED, OPENED, WEAK_EDGES
from glossary.mining.stream import Places, Stream
from glossary.mining.vocabulary import ABSTRACT_NOUNS, LEVELS, ORGANISATION_TAILS

LINKING_WORDS = frozenset("的等和与及或")
"""What stands beside one of them is as free as beside punctuation: 个人隐私|和, 商业秘密|等."""
JOINING_WORDS = frozenset("和与")
BODIES = (*ORGANISATION_TAILS, "部门")
PLACE_TAG, COUNTRY = "ns", "中国"
COMMITTEE = "委"
WEAK = -1
ALWAYS_NEW = -2


def token_at(stream: Stream, places: Places) -> Places:
    """Return the word at each place; that of the nearest end beyond the ends of the stream."""
    return stream.ids.take(places, mode="clip")


def neighbours_before(counted: Counted, stream: Stream, tags: Sequence[str]) -> Places:
    """Return the word before each occurrence: WEAK for a weak edge, ALWAYS_NEW for punctuation and the like.

    So is a place or a level of government (县|应急管理局): it belongs to no name of a thing. All figures are
    one weak edge: what never stands without one is counted by it (18|座|水库, 2024|年|计划).
    """
    told = _tell_words(stream)
    told[[number for number, word in enumerate(stream.words) if word.isdigit()]] = WEAK
    told[name_places(stream, tags)] = ALWAYS_NEW
    before = counted.places - 1
    marked = (stream.marks[counted.places] & OPENED) | (stream.marks.take(before, mode="clip") & CLOSED) > 0
    before = before - _may_go_on(counted, stream, before)
    return numpy.where(marked | (before < 0), ALWAYS_NEW, told[token_at(stream, before)])


def neighbours_behind(counted: Counted, stream: Stream) -> Places:
    """Return the word behind each occurrence, as ``neighbours_before`` does."""
    behind = counted.places + counted.widths
    marked = (stream.marks[behind - 1] & CLOSED) | (stream.marks.take(behind, mode="clip") & OPENED) > 0
    is_end = behind >= len(stream.ids)
    return numpy.where(marked | is_end, ALWAYS_NEW, _tell_words(stream)[token_at(stream, behind)])


def name_places(stream: Stream, tags: Sequence[str]) -> NDArray[numpy.bool_]:
    """Whether each word names a place, or a level of government or its party committee."""
    found = (
        (tag == PLACE_TAG and word != COUNTRY and word not in ABSTRACT_NOUNS) or names_level(word)
        for word, tag in zip(stream.words, tags, strict=True)
    )
    return numpy.fromiter(found, dtype=bool, count=len(stream.words))


def names_level(word: str) -> bool:
    """Whether a word is a level of government or its party committee: 省, 省委."""
    return word.removesuffix(COMMITTEE) in LEVELS


def _may_go_on(counted: Counted, stream: Stream, before: Places) -> NDArray[numpy.bool_]:
    """Whether the name of a body may begin further before, with 和 in it: 住房|和|城乡|建设局."""
    joins = numpy.array([word in JOINING_WORDS for word in stream.words])
    closes = numpy.array([word.endswith(BODIES) for word in stream.words])
    last = counted.places + counted.widths - 1
    goes_on: NDArray[numpy.bool_] = joins[token_at(stream, before)] & closes[token_at(stream, last)]
    return goes_on


def _tell_words(stream: Stream) -> Places:
    """Return what each word is to a string beside it: itself, WEAK or ALWAYS_NEW."""
    told = numpy.where(stream.is_word, numpy.arange(len(stream.words)), ALWAYS_NEW)
    told[[number for number, word in enumerate(stream.words) if word in WEAK_EDGES]] = WEAK
    told[[number for number, word in enumerate(stream.words) if word in LINKING_WORDS]] = ALWAYS_NEW
    return told
