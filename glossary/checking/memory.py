"""What a reader knows of a document so far: terms that were named in full may be called by less."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from glossary.checking.designations import Name, head_word, initials
from glossary.checking.target import Target
from glossary.model import Pair
from glossary.text.english import Word, noun_form

POINTING = frozenset("the this that these those its their our such each".split())
PRONOUNS = frozenset({"they", "he", "she", "them", "it"})
WORDS_TO_PRONOUN = 6
SUBJECT_CHARS = 2
"""A pronoun stands for what the source segment begins with."""


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
        return any(_bare(word) in acronyms for word in target.words) or any(
            before.form in POINTING and noun_form(word.form) in heads
            for before, word in zip(target.words, target.words[1:], strict=False)
        )

    def has_pronoun(self, term: str, pair: Pair, target: Target, start: int) -> bool:
        """Return whether a translation begins with a pronoun for a term that the segment before has."""
        is_subject = start <= SUBJECT_CHARS and self._last.get(term) == pair.number - 1
        first_words = {word.form for word in target.words[:WORDS_TO_PRONOUN]}
        return is_subject and bool(first_words & PRONOUNS)


def _bare(word: Word) -> str:
    """An acronym without its plural: ``CGCs``."""
    return word.text[: len(word.form)].removesuffix("s")
