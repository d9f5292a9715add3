"""A rendering that holds the rendering of a shorter term: any other one of that will do in its place.

The *secretary of the Political and Legal Affairs Commission* is that *of the Commission for Political and
Legal Affairs* too, where the base admits both for 政法委.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from glossary.model import DISCOURAGED, Concept
from glossary.text.english import Word, noun_form, split_words

MOST_VARIANTS = 16
Choice = Sequence[str]
"""The renderings of one shorter term, any of which will do."""


def choices_of(concepts: Iterable[Concept]) -> list[Choice]:
    """Return what may stand for each other, of each concept that has several recommended renderings."""
    choices = (
        [one.text for one in concept.renderings if one.status not in DISCOURAGED] for concept in concepts
    )
    return [choice for choice in choices if len(choice) > 1]


def exchange_parts(text: str, choices: Iterable[Choice]) -> list[str]:
    """Return a rendering with one part of it exchanged, in so many ways as there are; without itself."""
    made = (one for choice in choices for one in _exchanged(text, choice))
    return list(islice(dict.fromkeys(one for one in made if one != text), MOST_VARIANTS))


def _exchanged(text: str, choice: Choice) -> Iterator[str]:
    """The longest part counts: in ``Peaceful China initiative`` not the ``Peaceful China``."""
    for part in sorted(choice, key=len, reverse=True):
        if place := _find_words(split_words(text), _forms(part)):
            yield from (text[: place[0]] + other + text[place[1] :] for other in choice)
            return


def _find_words(words: Sequence[Word], wanted: Sequence[str]) -> tuple[int, int] | None:
    """Where a run of words stands, in characters, whatever the number of each."""
    forms = [noun_form(word.form) for word in words]
    for at in range(len(forms) - len(wanted) + 1):
        if wanted and forms[at : at + len(wanted)] == wanted:
            return words[at].start, words[at + len(wanted) - 1].end
    return None


def _forms(text: str) -> list[str]:
    return [noun_form(word.form) for word in split_words(text)]
