"""The ways in which a rendering may be written: its words in order, turned around, in the passive, as a noun.

``integrated governance center`` also as ``center for integrated governance``; ``list of responsibilities``
as ``responsibility list``; ``resolve disputes`` as ``disputes were resolved``, ``the resolution of disputes``
and ``dispute resolution``; ``dispute mediation`` as ``mediate disputes``; ``conflicts and disputes`` as
``disputes and conflicts``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.checking.nominals import may_be_object, verb_of
from glossary.checking.slots import ARTICLES, INVERTING, PARTICLES, Slot, is_past
from glossary.text.english import Word, split_words

MOST_WORDS_TURNED = 6
KEPT_RENDERINGS = 16_384
AND = "and"
COMMA = ","
TO = "to"
GERUND = "ing"
VERBAL_ENDINGS = (GERUND, "ed")


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
    plain = [_plain(words, text), *_joined(words)]
    if not turned or len(words) > MOST_WORDS_TURNED:
        return tuple(plain)
    others = [*_turned(words), *_of_verb(words), *_of_gerund(words), *_as_verb(words)]
    return tuple(dict.fromkeys([*plain, *others]))


def _telling_words(text: str) -> tuple[Word, ...]:
    """The words without articles and the to of an infinitive; ``the aged`` keeps its article."""
    words = split_words(text)
    if words and words[0].form == TO:
        words = words[1:]
    telling = tuple(word for word in words if word.form not in ARTICLES)
    return telling if len(telling) > 1 or len(telling) == len(words) else tuple(words)


def _near(slots: Iterable[Slot]) -> Pattern:
    return tuple(Step(slot) for slot in slots)


def _first(word: Word, *, is_alone: bool) -> Slot:
    """The first word may be a verb, but ``policing`` alone is a noun: ``police`` is not it."""
    if is_alone and word.form.endswith(VERBAL_ENDINGS):
        return Slot.of_noun(word.form)
    return Slot.of_verb(word.form)


def _nouns(words: Sequence[Word]) -> Iterator[Slot]:
    return (Slot.of_noun(word.form) for word in words)


def _plain(words: Sequence[Word], text: str) -> Pattern:
    if not words:
        return ()
    first = _first(words[0], is_alone=len(words) == 1)
    return _near([first, *(_later(words, at, text) for at in range(1, len(words)))])


def _later(words: Sequence[Word], at: int, text: str) -> Slot:
    """A word behind ``and`` or a comma may be one more verb: ``delegate power, and improve services``."""
    is_listed = words[at - 1].form == AND or COMMA in text[words[at - 1].end : words[at].start]
    return Slot.of_verb(words[at].form) if is_listed else Slot.of_noun(words[at].form)


def _joined(words: Sequence[Word]) -> Iterator[Pattern]:
    """``micro-grid`` as ``microgrid``."""
    for at in range(1, len(words)):
        together = Slot.of_noun(words[at - 1].form + words[at].form)
        yield _near([*_nouns(words[: at - 1]), together, *_nouns(words[at + 1 :])])


def _turned(words: Sequence[Word]) -> Iterator[Pattern]:
    linking = [at for at, word in enumerate(words) if word.form in INVERTING]
    if linking:
        at = linking[0]
        yield _near(_nouns([*words[at + 1 :], *words[:at]]))
        linked = _near(_nouns(words[: at + 1]))
        yield from ((*linked, *turned) for turned in _with_preposition(words[at + 1 :]))
        yield from _behind_preposition(words, at)
    else:
        yield from _with_preposition(words)
        yield from _behind(words)
    yield from _swapped(words)


def _with_preposition(words: Sequence[Word]) -> Iterator[Pattern]:
    """``A B C`` as ``C of A B``, ``B C of A``, ``A C of B`` and ``C of B of A``."""
    between = Slot.of_preposition()
    for first in range(len(words) - 1):
        for split in range(first + 1, len(words)):
            if words[split].is_joined or (first and words[first].is_joined):
                continue
            before, modifier, head = (
                [*_nouns(part)] for part in (words[:first], words[first:split], words[split:])
            )
            yield _near([*before, *head, between, *modifier])
            if before:
                yield _near([*head, between, *modifier, between, *before])


def _behind_preposition(words: Sequence[Word], at: int) -> Iterator[Pattern]:
    """``Internet of Things devices`` as ``devices of the Internet of Things``; ``at``: of its own ``of``."""
    for split in range(at + 2, len(words)):
        yield _near([*_nouns(words[split:]), Slot.of_preposition(), *_nouns(words[:split])])


def _behind(words: Sequence[Word]) -> Iterator[Pattern]:
    """``left-behind children`` as ``children (who were) left behind``."""
    end = next((at for at in range(1, len(words)) if not words[at].is_joined), 0)
    if end > 1 and is_past(words[0]):
        past = Step(Slot.of_participle(words[0].form), is_far=True)
        yield (*_near(_nouns(words[end:])), past, *_near(_nouns(words[1:end])))


def _swapped(words: Sequence[Word]) -> Iterator[Pattern]:
    for at in range(1, len(words) - 1):
        if words[at].form == AND:
            order = [*words[: at - 1], words[at + 1], words[at], words[at - 1], *words[at + 2 :]]
            yield _near(_nouns(order))


def _of_verb(words: Sequence[Word]) -> Iterator[Pattern]:
    """The patterns of a verb and its object: the passive, and the nouns made of the verb."""
    end = 2 if len(words) > 2 and words[1].form in PARTICLES else 1
    verb, particle, rest = words[0].form, words[1:end], words[end:]
    if not rest or rest[0].form in INVERTING:
        return
    at = next((at for at, word in enumerate(rest) if word.form in INVERTING), len(rest))
    thing, behind = _near(_nouns(rest[:at])), _near(_nouns([*particle, *rest[at:]]))
    yield (*thing, Step(Slot.of_participle(verb), is_far=True), *behind)
    thing = _near(_nouns(rest))
    for slot in (Slot.of_nominal(verb), Slot.of_verb(verb)):
        yield (Step(slot), Step(Slot.of_preposition()), *thing)
    yield from ((*thing, Step(slot)) for slot in (Slot.of_nominal(verb), Slot.of_gerund(verb)))


def _of_gerund(words: Sequence[Word]) -> Iterator[Pattern]:
    """``capacity building`` as ``building capacity``."""
    if len(words) > 1 and words[-1].form.endswith(GERUND):
        yield _near(_nouns([words[-1], *words[:-1]]))


def _as_verb(words: Sequence[Word]) -> Iterator[Pattern]:
    """``dispute mediation`` as ``mediate disputes`` and ``disputes were mediated``, also behind ``for``."""
    if len(words) == 1 and (alone := _verbs(words)):
        yield (Step(Slot.of_verb(alone[0])),)
    at = next((at for at, word in enumerate(words) if word.form in INVERTING), -1)
    if at > 0 and (verbs := _verbs(words[:at])):
        yield from _acting_on(words[at + 1 :], verbs)
    before, action = words[: at + 1], words[at + 1 :]
    end = next((end for end in range(len(action)) if _verbs(action[end:])), 0)
    if end and may_be_object(action[end - 1].form) and not action[end - 1].is_possessive:
        yield from ((*_near(_nouns(before)), *one) for one in _acting_on(action[:end], _verbs(action[end:])))


def _verbs(words: Sequence[Word]) -> tuple[str, ...]:
    """The verbs of one noun of action, or of two with ``and``: prevent, control; else none."""
    verbs = tuple(verb_of(word.form) for word in words if word.form != AND)
    is_joined = len(words) == 3 and words[1].form == AND
    return verbs if (is_joined or len(words) == 1) and all(verbs) else ()


def _acting_on(thing: Sequence[Word], verbs: Sequence[str]) -> Iterator[Pattern]:
    """The active and the passive of one verb or of two with ``and``."""
    nouns = _near(_nouns(thing))
    and_ = Step(Slot.of_noun(AND))
    active = [Step(Slot.of_verb(verb)) for verb in verbs]
    passive = [Step(Slot.of_participle(verb), is_far=not at) for at, verb in enumerate(verbs)]
    for one, comes_first in ((active, True), (passive, False)):
        verbal = (one[0], and_, *one[1:]) if len(one) > 1 else tuple(one)
        yield (*verbal, *nouns) if comes_first else (*nouns, *verbal)
