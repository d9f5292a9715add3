"""What the base's own terms teach: how they render the words that they begin and end with."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from glossary.curation.phrases import SMALL_WORDS, as_key, split_segments
from glossary.text.folding import folded_key
from glossary.text.segmentation import cut_words

LONGEST_WORD_CHARS = 4
FEWEST_TERMS = 2
LEAST_LIKENESS = 0.4
SHARE_WEIGHS = 4
"""Likeness is the F-measure of both directions in which the share of the word's own terms weighs four times:
many words may become *system*, but one that becomes it seldom is no *system*."""
LONGER_KEEPS = 0.7
"""A longer ending stands for a shorter one that is in few more terms: prevention and control, not control."""
SECOND_IS_LIKE = 0.5
"""How near in likeness the second rendering must come to the first."""
LEAST_APART = 0.25
"""The share of terms in which the dictionary cuts beside a word: 台 of 平台 never stands apart. Of single
characters only such terms count: 法 of 执法 is no law."""
MOST_RENDERINGS = 2

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """One rendering of one word that recurs: in ``count`` of the ``terms`` terms that have the word there."""

    zh: str
    en: str
    count: int
    terms: int
    example: Pair

    @property
    def share(self) -> float:
        """The share of the terms that render the word so."""
        return self.count / self.terms

    @property
    def reason(self) -> str:
        """Return why, to stand behind the word: ``learned from 11 of 18 terms, as 网格员 grid worker``."""
        return f"learned from {self.count} of {self.terms} terms, such as {' '.join(self.example)}"


@dataclass(frozen=True, slots=True)
class Heads:
    """Words that several terms end with (``finals``) or begin with, each with its renderings, best first.

    ``terms`` are the folded keys of all terms that this was learned from.
    """

    finals: Mapping[str, tuple[Learned, ...]] = field(default_factory=dict)
    initials: Mapping[str, tuple[Learned, ...]] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()


NO_HEADS = Heads()


@dataclass(frozen=True, slots=True)
class _Witness:
    """Terms of the same first rendering: variants of one another, which count once."""

    terms: tuple[str, ...]
    renderings: tuple[str, ...]


def learn_heads(pairs: Iterable[Pair]) -> Heads:
    """Return what recurs at both ends of the Chinese terms and of the English that ``pairs`` give them.

    Terms whose first rendering is the same count as one; a term counts once, whatever its renderings.
    """
    witnesses = _gather(pairs)
    return Heads(
        finals=_learn_end(witnesses, at_start=False),
        initials=_learn_end(witnesses, at_start=True),
        terms=frozenset(zh for witness in witnesses for zh in witness.terms),
    )


def _gather(pairs: Iterable[Pair]) -> list[_Witness]:
    renderings: defaultdict[str, list[str]] = defaultdict(list)
    for zh, en in pairs:
        renderings[folded_key(zh)].append(en)
    families: defaultdict[str, list[str]] = defaultdict(list)
    for zh, english in renderings.items():
        families[english[0].lower()].append(zh)
    return [
        _Witness(tuple(terms), tuple(dict.fromkeys(en for zh in terms for en in renderings[zh])))
        for terms in families.values()
    ]


def _learn_end(witnesses: list[_Witness], *, at_start: bool) -> Mapping[str, tuple[Learned, ...]]:
    having: defaultdict[str, dict[int, str]] = defaultdict(dict)
    saying: Counter[str] = Counter()
    for number, witness in enumerate(witnesses):
        for zh in witness.terms:
            for word in _edges(zh, at_start=at_start):
                if len(word) > 1 or _stands_apart(word, zh, at_start=at_start):
                    having[word].setdefault(number, zh)
        saying.update(_keyed_phrases(witness, LONGEST_WORD_CHARS, at_start=at_start).keys())
    learned = {
        word: _learn_word(word, [(witnesses[number], zh) for number, zh in found.items()], saying, at_start)
        for word, found in having.items()
        if len(found) >= FEWEST_TERMS
        and _is_free(word, found.values(), at_start=at_start)
        and _is_word(word, found.values(), at_start=at_start)
    }
    return {word: found for word, found in learned.items() if found}


def _is_free(word: str, terms: Collection[str], *, at_start: bool) -> bool:
    """Whether different characters stand beside it: before 市 there is always 域 in 市域…, so it is no word.

    Accessor variety (Feng, Chen, Deng & Zheng 2004), of one side, since the other is the term's end.
    """
    beside = {zh[len(word)] if at_start else zh[-len(word) - 1] for zh in terms}
    return len(beside) >= FEWEST_TERMS


def _edges(zh: str, *, at_start: bool) -> Iterator[str]:
    for size in range(1, min(LONGEST_WORD_CHARS, len(zh) - 1) + 1):
        yield zh[:size] if at_start else zh[-size:]


def _is_word(word: str, terms: Collection[str], *, at_start: bool) -> bool:
    apart = sum(_stands_apart(word, zh, at_start=at_start) for zh in terms)
    return apart >= LEAST_APART * len(terms)


def _stands_apart(word: str, zh: str, *, at_start: bool) -> bool:
    return (len(word) if at_start else len(zh) - len(word)) in _boundaries(zh)


@cache
def _boundaries(zh: str) -> frozenset[int]:
    lengths = [len(word) for word in cut_words(zh)]
    return frozenset(sum(lengths[:count]) for count in range(len(lengths)))


def _learn_word(
    word: str, found: list[tuple[_Witness, str]], saying: Mapping[str, int], at_start: bool
) -> tuple[Learned, ...]:
    seen: defaultdict[str, list[tuple[str, Pair]]] = defaultdict(list)
    for witness, zh in found:
        for key, (phrase, en) in _keyed_phrases(witness, len(word), at_start=at_start).items():
            seen[key].append((phrase, (zh, en)))
    likeness = {
        key: (1 + SHARE_WEIGHS) * len(where) / (SHARE_WEIGHS * len(found) + saying[key])
        for key, where in seen.items()
        if len(where) >= FEWEST_TERMS
    }
    return tuple(_describe(word, seen[key], len(found)) for key in _choose(seen, likeness))


def _choose(seen: Mapping[str, list[tuple[str, Pair]]], likeness: Mapping[str, float]) -> list[str]:
    """The likeliest renderings; a shorter one gives way to a longer one that nearly always holds it.

    One that says the likeliest and more says what stands beside the word: 防控 is not epidemic prevention.
    """
    kept = [
        key
        for key, like in likeness.items()
        if like >= LEAST_LIKENESS
        and not any(
            _holds(other, key) and len(seen[other]) >= LONGER_KEEPS * len(seen[key]) for other in likeness
        )
    ]
    kept.sort(key=lambda key: (-likeness[key], len(key), key))
    near = [key for key in kept if likeness[key] >= SECOND_IS_LIKE * likeness[kept[0]]]
    return [key for key in near if not _holds(key, kept[0])][:MOST_RENDERINGS]


def _holds(longer: str, shorter: str) -> bool:
    return longer != shorter and f" {shorter} " in f" {longer} "


def _describe(word: str, where: list[tuple[str, Pair]], total: int) -> Learned:
    phrases = Counter(phrase for phrase, _ in where)
    phrase = min(phrases, key=lambda one: (one[0].isupper(), -phrases[one]))
    example = min((pair for _, pair in where), key=lambda pair: (len(pair[0]), pair))
    return Learned(zh=word, en=phrase, count=len(where), terms=total, example=example)


def _keyed_phrases(witness: _Witness, characters: int, *, at_start: bool) -> dict[str, Pair]:
    """The phrases at one end of the renderings by what counts as the same, each with where it stands."""
    keyed: dict[str, Pair] = {}
    for en in witness.renderings:
        for phrase in (_openings if at_start else _endings)(en, characters):
            keyed.setdefault(as_key(phrase), (phrase, en))
    return keyed


@cache
def _endings(en: str, characters: int) -> tuple[str, ...]:
    """Endings of the head, before any preposition: ``modernization`` in ``modernization of governance``."""
    head = split_segments(en)[0]
    return _fitting((head[-size:] for size in range(1, len(head) + 1)), characters)


@cache
def _openings(en: str, characters: int) -> tuple[str, ...]:
    """Beginnings of what stands before the head, or behind it, where English often moves the modifier."""
    head, *others = split_segments(en)
    return _fitting(
        (part[:size] for part in (head[:-1], *others) for size in range(1, len(part) + 1)), characters
    )


def _fitting(phrases: Iterable[list[str]], characters: int) -> tuple[str, ...]:
    """The phrases without small words at the ends and with hardly more words than the Chinese characters."""
    most = characters + (characters > 1)
    fitting = (
        " ".join(phrase)
        for phrase in phrases
        if not {phrase[0], phrase[-1]} & SMALL_WORDS
        and sum(word not in SMALL_WORDS for word in phrase) <= most
    )
    return tuple(dict.fromkeys(fitting))
