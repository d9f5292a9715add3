"""The ways in which a rendering may be written: its words in order, turned around, in the passive, as a noun.

``integrated governance center`` also as ``center for integrated governance``; ``list of responsibilities``
as ``responsibility list``; ``resolve disputes`` as ``disputes were resolved``, ``the resolution of disputes``
and ``dispute resolution``; ``conflicts and disputes`` as ``disputes and conflicts``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.checking.slots import ARTICLES, INVERTING, Slot, is_past
from glossary.text.english import Word, split_words

MOST_WORDS_TURNED = 6
KEPT_RENDERINGS = 16_384
AND = "and"
TO = "to"
VERBAL_ENDINGS = ("ing", "ed")


@dataclass(frozen=True, slots=True)
class Step:
    """A slot, and whether the verb before or behind it may be as far as in a passive sentence."""

    slot: Slot
    is_far: bool = False


Pattern = tuple[Step, ...]


@lru_cache(maxsize=KEPT_RENDERINGS)
def patterns_of(text: str, *, exact: bool = False, turned: bool = True) -> tuple[Pattern, ...]:
    """Return the patterns of a rendering, its own order first.

    ``exact``: letter by letter, as a case-sensitive one is; ``turned``: with other orders and as a noun.
    """
    words = _telling_words(text)
    if exact:
        return (_near(Slot.exactly(word.text) for word in words),)
    plain = [_plain(words), *_joined(words)]
    if not turned or len(words) > MOST_WORDS_TURNED:
        return tuple(plain)
    return tuple(dict.fromkeys([*plain, *_turned(words), *_of_verb(words)]))


def _telling_words(text: str) -> tuple[Word, ...]:
    """The words without articles and the to of an infinitive; ``the aged`` keeps its article."""
    words = split_words(text)
    if words and words[0].form == TO:
        words = words[1:]
    telling = tuple(word for word in words if word.form not in ARTICLES)
    return telling if len(telling) > 1 or len(telling) == len(words) else tuple(words)


def _near(slots: Iterator[Slot]) -> Pattern:
    return tuple(Step(slot) for slot in slots)


def _first(word: Word, *, is_alone: bool) -> Slot:
    """The first word may be a verb, but ``policing`` alone is a noun: ``police`` is not it."""
    if is_alone and word.form.endswith(VERBAL_ENDINGS):
        return Slot.of_noun(word.form)
    return Slot.of_verb(word.form)


def _nouns(words: Sequence[Word]) -> Iterator[Slot]:
    return (Slot.of_noun(word.form) for word in words)


def _plain(words: Sequence[Word]) -> Pattern:
    if not words:
        return ()
    return _near(iter([_first(words[0], is_alone=len(words) == 1), *_nouns(words[1:])]))


def _joined(words: Sequence[Word]) -> Iterator[Pattern]:
    """``micro-grid`` as ``microgrid``."""
    for at in range(1, len(words)):
        together = Slot.of_noun(words[at - 1].form + words[at].form)
        yield _near(iter([*_nouns(words[: at - 1]), together, *_nouns(words[at + 1 :])]))


def _turned(words: Sequence[Word]) -> Iterator[Pattern]:
    linking = [at for at, word in enumerate(words) if word.form in INVERTING]
    if linking:
        at = linking[0]
        yield _near(_nouns([*words[at + 1 :], *words[:at]]))
    else:
        yield from _with_preposition(words)
        yield from _behind(words)
    yield from _swapped(words)


def _with_preposition(words: Sequence[Word]) -> Iterator[Pattern]:
    """``A B C`` as ``C of A B``, ``B C of A`` and, what is modified alone, ``A C of B``."""
    for first in range(len(words) - 1):
        for split in range(first + 1, len(words)):
            if words[split].is_joined or (first and words[first].is_joined):
                continue
            before, modifier, head = words[:first], words[first:split], words[split:]
            slots = [*_nouns(before), *_nouns(head), Slot.of_preposition(), *_nouns(modifier)]
            yield _near(iter(slots))


def _behind(words: Sequence[Word]) -> Iterator[Pattern]:
    """``left-behind children`` as ``children left behind``."""
    end = next((at for at in range(1, len(words)) if not words[at].is_joined), 0)
    if end > 1 and is_past(words[0]):
        yield _near(_nouns([*words[end:], *words[:end]]))


def _swapped(words: Sequence[Word]) -> Iterator[Pattern]:
    for at in range(1, len(words) - 1):
        if words[at].form == AND:
            order = [*words[: at - 1], words[at + 1], words[at], words[at - 1], *words[at + 2 :]]
            yield _near(_nouns(order))


def _of_verb(words: Sequence[Word]) -> Iterator[Pattern]:
    """The patterns of a verb and its object: the passive, and the noun made of the verb."""
    if len(words) == 1 or words[1].form in INVERTING:
        return
    verb, thing = words[0].form, [Step(slot) for slot in _nouns(words[1:])]
    yield (*thing, Step(Slot.of_participle(verb), is_far=True))
    nominal = Slot.of_nominal(verb)
    yield (Step(nominal), Step(Slot.of_preposition()), *thing)
    yield (*thing, Step(nominal))
