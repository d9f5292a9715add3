"""Rows of Chinese words that come again and hold together: terms that only their translation can confirm.

Mining ranks what is a term by Chinese alone and passes over much that comes twice (双向反馈, 枫桥经验). A row
of words that always stands for the same English phrase is a term.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from glossary.text.folding import fold
from glossary.text.scripts import HAN_CLASS
from glossary.text.segmentation import tag_words

LEAST_LINES = 2
LEAST_CHARS = 3
MOST_CHARS = 14
MOST_WORDS = 6
LONGEST_HEAD_CHARS = 2
"""A longer term after one word is its object (申请|法律援助), a shorter one its head (证明|事项)."""
LEAST_COHESION = 0.7
"""So much of its first or of its last word, in lines, stands in the row: else it is a chance neighbour."""
HAN_RUN = re.compile(f"[{HAN_CLASS}]+")
LOOSE_TAGS = ("u", "p", "c", "r", "y", "e", "o", "x", "w", "t", "f", "q")
LOOSE_AT_EDGES = ("d", "m")
Row = tuple[str, ...]


def find_sequences(lines: Sequence[str], terms: Collection[str]) -> list[str]:
    """Return rows of two to six words, folded, that are in two lines and are none of ``terms``.

    A row that holds a more frequent term ends with it (政务服务|事项): otherwise it is that term with
    something after it (网格员|发现).
    """
    known = frozenset(map(fold, terms))
    rows: Counter[Row] = Counter()
    for line in lines:
        rows.update(set(_rows(fold(line))))
    repeated = {row: count for row, count in rows.items() if count >= LEAST_LINES}
    covered = {part for row in repeated for part in _parts_as_frequent(row, repeated)}
    texts = {row: "".join(row) for row in repeated if row not in covered and _may_be_term(row, repeated)}
    inside = {row: set(_terms_in(text, known)) for row, text in texts.items()}
    counts = _count_terms(lines, {term for terms_inside in inside.values() for term in terms_inside})
    cut_out = _parts_of_terms(set(texts.values()), known)
    return sorted(
        {
            text
            for row, text in texts.items()
            if text not in cut_out
            and not any(_is_used(row, term, rows[row], counts[term]) for term in inside[row])
        }
    )


def _rows(folded: str) -> Iterator[Row]:
    """All rows of one to six words without a loose word in them; those of one are there to be counted."""
    for run in HAN_RUN.findall(folded):
        tagged = tag_words(run)
        for start in range(len(tagged)):
            for end in range(start + 1, min(len(tagged), start + MOST_WORDS) + 1):
                if tagged[end - 1][1].startswith(LOOSE_TAGS):
                    break
                edges = (tagged[start][1], tagged[end - 1][1])
                if not any(tag.startswith(LOOSE_AT_EDGES) for tag in edges):
                    yield tuple(word for word, _ in tagged[start:end])


def _parts_as_frequent(row: Row, counts: Counter[Row] | dict[Row, int]) -> Iterator[Row]:
    """The row without its first or its last word, where that never comes alone."""
    return (part for part in (row[1:], row[:-1]) if counts.get(part, 0) == counts[row])


def _may_be_term(row: Row, counts: dict[Row, int]) -> bool:
    if len(row) == 1 or not LEAST_CHARS <= sum(map(len, row)) <= MOST_CHARS:
        return False
    rarest = min(counts.get(row[:1], counts[row]), counts.get(row[-1:], counts[row]))
    return counts[row] >= LEAST_COHESION * rarest


def _terms_in(text: str, known: frozenset[str]) -> Iterator[str]:
    places = ((start, end) for start in range(len(text)) for end in range(start + 2, len(text) + 1))
    return (text[start:end] for start, end in places if text[start:end] in known)


def _count_terms(lines: Sequence[str], terms: Collection[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in map(fold, lines):
        counts.update(term for term in terms if term in line)
    return counts


def _parts_of_terms(texts: Collection[str], known: Collection[str]) -> set[str]:
    """The texts that are a term, or a part of one: 问负责制 of 首问负责制."""
    return {text for term in known for text in _substrings(term) if text in texts}


def _substrings(term: str) -> Iterator[str]:
    return (
        term[start:end] for start in range(len(term)) for end in range(start + LEAST_CHARS, len(term) + 1)
    )


def _is_used(row: Row, term: str, count: int, count_of_term: int) -> bool:
    """Whether the row is only a use of a more frequent term: 网格员|发现, 申请|法律援助."""
    text = "".join(row)
    is_head = text.endswith(term) and not (text == row[0] + term and len(term) > LONGEST_HEAD_CHARS)
    return count_of_term > count and not is_head
