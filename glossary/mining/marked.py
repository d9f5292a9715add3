"""Strings that an author marked as terms by quotation marks, even where they stand only once."""

from collections.abc import Iterator, Sequence

from glossary.mining.segments import Segment
from glossary.mining.vocabulary import FUNCTION_CHARACTERS

QUOTED_CHARS = range(3, 13)


def find_quoted(segments: Sequence[Segment]) -> frozenset[str]:
    """Return what stands between a pair of quotation marks, without punctuation or function words in it."""
    return frozenset(string for segment in segments for string in _quoted_in(segment))


def _quoted_in(segment: Segment) -> Iterator[str]:
    for start in segment.opened:
        end = min((place for place in segment.closed if place > start), default=start)
        words = [
            word
            for word, at in zip(segment.words, segment.starts, strict=False)
            if start <= at and at + len(word) <= end
        ]
        string = segment.text[start:end]
        if len(string) in QUOTED_CHARS and "".join(words) == string and not FUNCTION_CHARACTERS & set(words):
            yield string
