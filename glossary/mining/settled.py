"""Settled names: the dictionary has them whole, so they are worth an entry though they stand only once."""

from collections.abc import Iterator, Sequence

import numpy

from glossary.mining.counted import Cut
from glossary.mining.stream import Places, Stream
from glossary.mining.vocabulary import LIGHT_VERBS, MANNER, NO_ORGANISATIONS, TERM_HEADS

BODY_TAG = "nt"
BODY_ENDS = frozenset("局厅委部院会署党所室行联关府")
"""What the name of a body ends with; the dictionary tags other things so as well."""
NO_BODY_ENDS = (
    *NO_ORGANISATIONS,
    *("体会", "社会", "机会", "部会", "内部", "外部", "全部", "局部", "大部", "场所"),
)
MIN_BODY_CHARS = 3
COMPOUND_TAGS = frozenset({"n", "nz", "j", BODY_TAG})
MIN_COMPOUND_CHARS = 4
HEAD_CHARS = 2
BODY, COMPOUND = 0.8, 0.5
TOKENS_OF_A_LARGE_CORPUS = 1_000_000
"""Here what stands once is beyond the strings that are listed."""


def find_settled(stream: Stream, tags: Sequence[str]) -> Iterator[tuple[Cut, Places]]:
    """Yield each settled name that occurs once, as its one word, with its place; none of a large corpus."""
    if len(stream.ids) > TOKENS_OF_A_LARGE_CORPUS:
        return
    once = numpy.flatnonzero(stream.counts == 1).tolist()
    settled = [word for word in once if judge_settled((stream.words[word],), (tags[word],))]
    for place in numpy.flatnonzero(numpy.isin(stream.ids, settled)).tolist():
        yield (int(stream.ids[place]),), numpy.array([place], dtype=numpy.int32)


def judge_settled(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return from 0 to 1 what a string that stands once counts beside one that comes back.

    0 is for all but words of the dictionary that name a body (海事法院) or end in a head (计划经济).
    """
    if len(words) > 1:
        return 0.0
    if names_body(words[0], tags[0]):
        return BODY
    return COMPOUND if _has_head(words[0], tags[0]) else 0.0


def names_body(word: str, tag: str) -> bool:
    """Whether the dictionary has a word as the name of a body: 海事法院."""
    is_body = tag == BODY_TAG and word[-1] in BODY_ENDS and not word.endswith(NO_BODY_ENDS)
    return is_body and len(word) >= MIN_BODY_CHARS


def _has_head(word: str, tag: str) -> bool:
    """Whether a word is a compound with the head of a term, and no clause (妥善安置)."""
    is_compound = tag in COMPOUND_TAGS and len(word) >= MIN_COMPOUND_CHARS
    is_clause = word[:HEAD_CHARS] in MANNER or word[:HEAD_CHARS] in LIGHT_VERBS
    return is_compound and not is_clause and word[-HEAD_CHARS:] in TERM_HEADS
