"""What a reader knows of a document so far: terms that were named in full may be called by less."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from glossary.checking.designations import Name, head_word, initials
from glossary.checking.slots import OF_OR_FOR
from glossary.checking.target import Target
from glossary.model import Pair
from glossary.text.english import Word, noun_form

POINTING = frozenset("the this that these those its their our such each".split())
TELLING_WHICH = OF_OR_FOR | {"that", "which", "who", "whose"}
PRONOUNS = frozenset({"they", "he", "she", "them", "it"})
WORDS_TO_PRONOUN = 6
SUBJECT_CHARS = 2
"""A pronoun stands for what the source segment begins with."""
LOOK_BACK = range(1, 3)
"""It was named in one of so many segments before."""


@dataclass(slots=True)
class Memory:
    """By term: the heads and the acronyms of the renderings that stood in full, and the last segment."""

    _heads: dict[str, set[str]] = field(default_factory=dict)
    _acronyms: dict[str, set[str]] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)

    def learn(self, term: str, names: Iterable[Name], segment: int) -> None:
        """Remember the renderings of a term in a segment."""
        for name in names:
            self._last[term] = segment
            if head := head_word(name.text):
                self._heads.setdefault(term, set()).add(noun_form(head))
                self._acronyms.setdefault(term, set()).update(initials(name.text))

    def has_short_form(self, term: str, target: Target) -> bool:
        """Return whether a translation has an acronym of what was named in full, or ``the`` and its head."""
        acronyms, heads = self._acronyms.get(term, set()), self._heads.get(term, set())
        return any(
            _bare(word) in acronyms or (noun_form(word.form) in heads and _is_definite(at, target))
            for at, word in enumerate(target.words)
        )

    def has_pronoun(self, term: str, pair: Pair, target: Target, start: int) -> bool:
        """Return whether a translation begins with a pronoun for a term that the segment before has."""
        is_subject = start <= SUBJECT_CHARS and pair.number - self._last.get(term, pair.number) in LOOK_BACK
        first_words = {word.form for word in target.words[:WORDS_TO_PRONOUN]}
        return is_subject and bool(first_words & PRONOUNS)


def _is_definite(at: int, target: Target) -> bool:
    """``the center``, and a plural that begins a sentence: ``Captains knock on every door``.

    Not ``the project of the year``, ``the children that stayed``: something says which one it is.
    """
    if at + 1 < len(target.words) and target.words[at + 1].form in TELLING_WHICH:
        return False
    if at and not target.parts_sentence(at):
        return target.words[at - 1].form in POINTING
    return noun_form(target.words[at].form) != target.words[at].form and target.words[at].form.endswith("s")


def _bare(word: Word) -> str:
    """An acronym without its plural: ``CGCs``."""
    return word.text[: len(word.form)].removesuffix("s")
