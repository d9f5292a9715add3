"""Short forms that nobody declares: 社管平台 of 社会|管理|信息化|平台, 自贸港 of 自由|贸易|港.

Precision before recall: a short form takes first characters of words in their order, begins and ends where
the full form does, cuts two words short, and stands in a document that has the full form too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

SHORT_CHARS = range(3, 7)
MAX_FULL_CHARS = 16
MIN_DROPPED_CHARS = 2
MIN_SHARED_DOCUMENTS = 1
MIN_SHORTENED_WORDS = 2
LONG_WORD_CHARS = 4


class Form(Struct, frozen=True, gc=False):
    """A string as its words, with the documents (by number) that hold it."""

    words: tuple[str, ...]
    documents: frozenset[int]

    @property
    def string(self) -> str:
        """The words as one string."""
        return "".join(self.words)


def infer_short_forms(forms: Iterable[Form]) -> dict[str, str]:
    """Return short form → full form; a string that could shorten two different names is left alone."""
    listed = sorted(forms, key=lambda form: form.string)
    fulls = _by_edges(listed)
    found = {form.string: _find_full(form, fulls) for form in listed if len(form.string) in SHORT_CHARS}
    return {short: full for short, full in found.items() if full}


def _by_edges(forms: Sequence[Form]) -> Mapping[tuple[str, str], list[Form]]:
    """Return the forms of several words by their first and their last character."""
    by_edges: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1 and len(form.string) <= MAX_FULL_CHARS:
            by_edges[form.string[0], form.string[-1]].append(form)
    return by_edges


def _find_full(short: Form, fulls: Mapping[tuple[str, str], list[Form]]) -> str:
    string = short.string
    fitting = [
        full
        for full in fulls.get((string[0], string[-1]), ())
        if len(short.documents & full.documents) >= MIN_SHARED_DOCUMENTS and shortens(string, full.words)
    ]
    if not fitting:
        return ""
    smallest = min(fitting, key=lambda full: (len(full.string), full.string)).string
    return smallest if all(smallest in full.string for full in fitting) else ""


def shortens(short: str, words: Sequence[str]) -> bool:
    """Whether ``short`` is made of ``words`` as short forms are: two words at least are cut to their head.

    Beheading one word alone proves little: 公安局 is not 公共安全局's only reading; 社管平台 cuts 社会 and
    管理 and drops 信息化.
    """
    full = "".join(words)
    if len(full) - len(short) < MIN_DROPPED_CHARS or short in full:
        return False
    return _fits(short, _halves(words), 0) and _fits_last(short, words)


def _halves(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words, those of four characters as two of two: 自由贸易|港 shortens to 自贸港."""
    halves = (
        half for word in words for half in ((word[:2], word[2:]) if len(word) == LONG_WORD_CHARS else (word,))
    )
    return tuple(halves)


def _fits(short: str, words: Sequence[str], shortened: int) -> bool:
    """Whether the rest of a short form is made of the heads of the rest of the words, in their order."""
    if not short:
        return shortened >= MIN_SHORTENED_WORDS
    if not words:
        return False
    word, rest = words[0], words[1:]
    for taken in range(min(len(word), len(short)), 0, -1):
        if short[:taken] == word[:taken] and _fits(short[taken:], rest, shortened + (taken < len(word))):
            return True
    return _fits(short, rest, shortened)


def _fits_last(short: str, words: Sequence[str]) -> bool:
    """Whether a short form ends with the last word, or with its head of one character (法 of 法院)."""
    return short.endswith(words[-1])
