"""Any corpus as the contrast: how common its words and strings are."""

from glossary.mining.background import Background
from glossary.mining.counting import count_levels
from glossary.mining.stream import Stream

MIN_COUNT = 2


def make_background(stream: Stream) -> Background:
    """Return the share of all words of a stream that each word, and each string that recurs, makes up."""
    total = max(1, int(stream.counts[stream.is_word].sum()))
    shares = {
        word: count / total
        for word, count, is_word in zip(
            stream.words, stream.counts.tolist(), stream.is_word.tolist(), strict=True
        )
        if is_word
    }
    for level in count_levels(stream, stream.is_word, min_count=MIN_COUNT):
        firsts = level.places[level.bounds[:-1]].tolist()
        for first, count in zip(firsts, level.counts.tolist(), strict=True):
            string = stream.text_of(first, level.width)
            shares[string] = max(shares.get(string, 0.0), count / total)
    return Background(shares)
