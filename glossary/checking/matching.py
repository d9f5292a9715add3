"""Looking for a rendering in a translated segment."""

from collections.abc import Iterator, Sequence

from glossary.checking.patterns import Pattern, Step
from glossary.checking.slots import ARTICLES, JOINING
from glossary.checking.target import Place, Target
from glossary.text.english import is_stop_word

MOST_JOINED_WORDS = 6
MOST_WORDS_TO_VERB = 6
DETERMINERS = ARTICLES | frozenset("its their our his her this that these those each every all".split())

Filled = tuple[Place, ...]
"""The words that fill the slots of a pattern, in its order."""


def find_all(patterns: Sequence[Pattern], target: Target, *, modifiers: int) -> list[Filled]:
    """Return where any of the patterns is found, at each first word once, in order of the text.

    ``modifiers`` is how many other words may stand between two words of the rendering.
    """
    found: dict[int, Filled] = {}
    for pattern in patterns:
        for filled in _find(pattern, target, modifiers):
            found.setdefault(filled[0][0], filled)
    return [found[place] for place in sorted(found)]


def _find(pattern: Pattern, target: Target, modifiers: int) -> Iterator[Filled]:
    options: list[Sequence[Place]] = []
    for step in pattern:
        places = target.find(step.slot)
        if not places:
            return
        options.append(places)
    for place in options[0] if options else ():
        filled = _fill(pattern, options, 1, (place,), target, modifiers)
        if filled:
            yield filled


def _fill(
    pattern: Pattern,
    options: Sequence[Sequence[Place]],
    number: int,
    before: Filled,
    target: Target,
    modifiers: int,
) -> Filled | None:
    """Fill the slots from ``number`` on, the nearest words first; None where that cannot be."""
    if number == len(pattern):
        return before
    last = before[-1][1]
    for place in options[number]:
        if place[0] > last and _may_follow(target, last, place[0], pattern[number], modifiers):
            filled = _fill(pattern, options, number + 1, (*before, place), target, modifiers)
            if filled:
                return filled
    return None


def _may_follow(target: Target, last: int, at: int, step: Step, modifiers: int) -> bool:
    gap = range(last + 1, at)
    if len(gap) > MOST_WORDS_TO_VERB or any(target.parts_sentence(one) for one in range(last + 1, at + 1)):
        return False
    return step.is_far or _is_filling(target, gap, at, modifiers)


def _is_filling(target: Target, gap: range, at: int, modifiers: int) -> bool:
    """Whether what stands between two words of a rendering leaves them one phrase."""
    words = [target.words[one].form for one in gap if target.words[one].form not in DETERMINERS]
    if not words:
        return True
    if _is_joined_phrase(target, gap, at, words):
        return modifiers > 0
    if any(target.has_comma(one) for one in range(gap.start, at + 1)):
        return False  # ``older people, persons with disabilities`` are not people with disabilities
    return len(words) <= modifiers and not any(map(is_stop_word, words)) and not JOINING & {*words}


def _is_joined_phrase(target: Target, gap: range, at: int, words: Sequence[str]) -> bool:
    """``urban [and rural] grids`` or ``grid [workers and] captains``; not ``social [work and grid] work``."""
    if len(words) > MOST_JOINED_WORDS:
        return False
    begins = words[0] in JOINING or target.has_comma(gap[0])
    ends = words[-1] in JOINING or target.has_comma(at)
    return begins != ends and bool(JOINING & {*words})
