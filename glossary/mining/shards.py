"""What some documents contribute to counting: their words numbered, with where each stands.

This is the work that is done once a document, so that many processes can share it; a shard travels between
them as a few arrays. Quotation marks are no words but remembered beside one, and so is the bracket around one
character (专(兼)职网格员), since a term may hold either; all other punctuation parts, and one quotation from
the next.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import count
from typing import Any

import numpy
from numpy.typing import NDArray

from glossary.text.folding import is_han
from glossary.text.segmentation import cut_words

Numbers = NDArray[numpy.int32]
Flags = NDArray[numpy.uint8]
Small = NDArray[numpy.unsignedinteger[Any]]

OPENING_QUOTES = frozenset("“‘「『")
CLOSING_QUOTES = frozenset("”’」』")
STRAIGHT_QUOTE = '"'
QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {STRAIGHT_QUOTE}
WEAK_EDGES = frozenset("()[]【】〔〕 -—·+/")
LINE_END = "\n"
OPENED = 1
CLOSED = 2


class TokenClass(IntEnum):
    """What a token of the cut text is."""

    WORD = 0
    HAN_CHARACTER = 1
    OPENING = 2
    CLOSING = 3
    STRAIGHT = 4
    BRACKET_OPENS = 5
    BRACKET_CLOSES = 6
    WEAK_EDGE = 7
    EDGE = 8
    LINE_END = 9


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents as one row of tokens: words, and one token for every stretch of punctuation between them.

    Of a longer stretch its first token stays, or a line end where what follows it parts more.

    ``words`` are the distinct tokens; ``ids[i]`` says which of them token i is, ``steps[i]`` how far in its
    document's clean text it begins behind the token before (behind the text's start, for the first),
    ``marks[i]`` whether a quotation opens before it (OPENED) or closes behind it (CLOSED). ``ends`` are the
    numbers of tokens until the end of each document. Numbers are kept as small as they fit.
    """

    words: tuple[str, ...]
    ids: Small
    steps: Small
    marks: Flags
    ends: NDArray[numpy.int64]

    def span_of(self, document: int) -> tuple[int, int]:
        """Return the numbers of the first token of a document and of the one behind its last."""
        return int(self.ends[document - 1]) if document else 0, int(self.ends[document])

    def with_words_of(self, known: dict[str, str]) -> "Shard":
        """Return the shard with the words that others brought, so that each is held once; add new ones."""
        return replace(self, words=tuple(map(known.setdefault, self.words, self.words)))


EMPTY = Shard(
    (),
    numpy.zeros(0, dtype=numpy.uint8),
    numpy.zeros(0, dtype=numpy.uint8),
    numpy.zeros(0, dtype=numpy.uint8),
    numpy.zeros(0, dtype=numpy.int64),
)
"""The shard of no documents."""


def cut_shard(masked: Sequence[str]) -> Shard:
    """Return the tokens of folded texts; each of them ends with a line end."""
    if not masked:
        return EMPTY
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    tokens = cut_words("".join(masked))
    ids = numpy.fromiter(map(numbers.__getitem__, tokens), dtype=numpy.int32, count=len(tokens))
    del tokens
    words = tuple(numbers)
    lengths = numpy.fromiter(map(len, words), dtype=numpy.int32, count=len(words))
    classes = _classify(words, lengths)
    ends = numpy.cumsum(lengths[ids], dtype=numpy.int64)
    text_ends = numpy.cumsum([len(text) for text in masked], dtype=numpy.int64)
    return _thin_out(words, ids, ends - lengths[ids], classes[ids], text_ends)


def _classify(tokens: Sequence[str], lengths: Numbers) -> Flags:
    is_word = numpy.fromiter(map(str.isalnum, tokens), dtype=bool, count=len(tokens))
    classes = numpy.full(len(tokens), TokenClass.WORD, dtype=numpy.uint8)
    for at in numpy.flatnonzero(is_word & (lengths == 1)).tolist():
        if is_han(tokens[at]):
            classes[at] = TokenClass.HAN_CHARACTER
    for at in numpy.flatnonzero(~is_word).tolist():
        classes[at] = _classify_mark(tokens[at])
    return classes


def _classify_mark(token: str) -> TokenClass:
    if token in QUOTES:
        straight = token == STRAIGHT_QUOTE
        opens = TokenClass.OPENING if token in OPENING_QUOTES else TokenClass.CLOSING
        return TokenClass.STRAIGHT if straight else opens
    by_token = {"(": TokenClass.BRACKET_OPENS, ")": TokenClass.BRACKET_CLOSES, LINE_END: TokenClass.LINE_END}
    return by_token.get(token, TokenClass.WEAK_EDGE if token in WEAK_EDGES else TokenClass.EDGE)


def _thin_out(
    words: tuple[str, ...],
    ids: Numbers,
    starts: NDArray[numpy.int64],
    classes: Flags,
    text_ends: NDArray[numpy.int64],
) -> Shard:
    """Take the marks out of the row and put them beside words; one token stays of a stretch of edges."""
    classes = _tell_straight_quotes(classes)
    opens, closes = classes == TokenClass.OPENING, classes == TokenClass.CLOSING
    parts = _opens_behind_another(opens, closes)
    kept = parts | ~(opens | closes | _is_inner_bracket(classes))
    marks = _mark_words(kept, opens, closes)
    classes = numpy.where(parts, numpy.uint8(TokenClass.EDGE), classes)
    is_first = _begins_stretch(classes[kept])
    places = numpy.flatnonzero(kept)[is_first]
    hardest = (
        numpy.maximum.reduceat(classes[kept], numpy.flatnonzero(is_first)) if len(places) else classes[:0]
    )
    is_mixed = (hardest >= TokenClass.EDGE) & (classes[places] != hardest)
    ids = numpy.where(is_mixed, ids[-1], ids[places])  # the last token is a line end
    starts = starts[places]
    token_ends = numpy.searchsorted(starts, text_ends)
    before = numpy.concatenate([numpy.zeros(1, dtype=numpy.int64), starts[:-1]])
    has_more = token_ends[:-1] < len(before)
    before[token_ends[:-1][has_more]] = text_ends[:-1][has_more]
    return Shard(words, _shrink(ids), _shrink(starts - before), marks[is_first], token_ends)


def _shrink(numbers: NDArray[numpy.signedinteger[Any]]) -> Small:
    """Return numbers from 0 up in the smallest type that holds them all."""
    shrunk: Small = numbers.astype(numpy.min_scalar_type(int(numbers.max(initial=0))))
    return shrunk


def _begins_stretch(classes: Flags) -> NDArray[numpy.bool_]:
    """Whether each token is a word, or the first of a stretch of punctuation behind one.

    What a text begins with belongs to the line end before it, also where no text is before it.
    """
    is_word = classes < TokenClass.BRACKET_OPENS
    begins = is_word.copy()
    begins[1:] |= is_word[:-1]
    return begins


def _tell_straight_quotes(classes: Flags) -> Flags:
    """Return the classes with straight quotation marks told: the first of a line opens, the next closes."""
    straight = classes == TokenClass.STRAIGHT
    if not straight.any():
        return classes
    seen = numpy.cumsum(straight)
    before_line = numpy.maximum.accumulate(numpy.where(classes == TokenClass.LINE_END, seen, 0))
    closes = (seen - before_line) % 2 == 0
    told = numpy.where(closes, TokenClass.CLOSING, TokenClass.OPENING).astype(numpy.uint8)
    return numpy.where(straight, told, classes)


def _opens_behind_another(opens: NDArray[numpy.bool_], closes: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """Where a quotation opens right behind another: “海上值守”“岸上巡护” are two things."""
    found = numpy.zeros(len(opens), dtype=bool)
    found[1:] = opens[1:] & closes[:-1]
    return found


def _is_inner_bracket(classes: Flags) -> NDArray[numpy.bool_]:
    """Where a bracket stands around one Chinese character between two words: 专(兼)职."""
    found = numpy.zeros(len(classes), dtype=bool)
    opens = numpy.flatnonzero(classes[:-3] == TokenClass.BRACKET_OPENS) if len(classes) > 3 else found[:0]
    opens = opens[(opens > 0)] if len(opens) else opens.astype(numpy.int64)
    inner = (
        (classes[opens + 1] == TokenClass.HAN_CHARACTER)
        & (classes[opens + 2] == TokenClass.BRACKET_CLOSES)
        & (classes[opens - 1] <= TokenClass.HAN_CHARACTER)
        & (classes[opens + 3] <= TokenClass.HAN_CHARACTER)
    )
    found[opens[inner]] = True
    found[opens[inner] + 2] = True
    return found


def _mark_words(
    kept: NDArray[numpy.bool_], opens: NDArray[numpy.bool_], closes: NDArray[numpy.bool_]
) -> Flags:
    """Return a flag a kept token: OPENED where a mark opens before it, CLOSED where one closes behind it."""
    marks = numpy.zeros(int(kept.sum()), dtype=numpy.uint8)
    before = numpy.cumsum(kept)
    following = before[opens]
    marks[following[following < len(marks)]] |= OPENED
    preceding = before[closes] - 1
    marks[preceding[preceding >= 0]] |= CLOSED
    return marks
