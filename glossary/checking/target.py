"""A translated segment, made ready to look for renderings in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from glossary.checking.slots import Slot, Way, is_gerund, is_made_of, is_nominal, is_past
from glossary.text.english import Word, noun_form, split_words, verb_form

SENTENCE_END = re.compile(r"[;:!?。；：！？\n]")
FULL_STOP = re.compile(r"\.[\s\"”’)\]]")
ABBREVIATIONS = frozenset({"no", "nos", "dr", "mr", "mrs", "st", "vs", "art", "etc"})
SPACE = " "
COMMA = re.compile("[,，、]")

Place = tuple[int, int]
"""The numbers of the first and the last word of a stretch."""
Index = dict[str, list[Place]]


@dataclass(frozen=True)
class Target:
    """The English of one segment: its words, what is between them, and where each form stands."""

    text: str
    words: tuple[Word, ...] = field(default=())

    @classmethod
    def read(cls, text: str) -> "Target":
        """Split a text into words."""
        return cls(text, tuple(split_words(text)))

    def find(self, slot: Slot) -> Sequence[Place]:
        """Return where a slot is filled, in order."""
        if slot.way is Way.NOMINAL:
            return [place for place in self._nominals if self._is_made_of(place, slot)]
        index = self._index(slot.way)
        if len(slot.keys) == 1:
            (key,) = slot.keys
            return index.get(key, ())
        return sorted(place for key in slot.keys for place in index.get(key, ()))

    def parts_sentence(self, at: int) -> bool:
        """Whether a sentence ends before the word of this number."""
        return at in self._breaks

    def has_comma(self, at: int) -> bool:
        """Whether a comma stands before the word of this number."""
        return at > 0 and bool(COMMA.search(self.between(at)))

    def between(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[at - 1].end if at else 0 : self.words[at].start]

    def span(self, place: Place) -> tuple[int, int]:
        """Return where a stretch of words stands in the text, in characters."""
        return self.words[place[0]].start, self.words[place[1]].end

    def _is_made_of(self, place: Place, slot: Slot) -> bool:
        return any(is_made_of(self.words[place[0]].form, verb) for verb in slot.keys)

    def _index(self, way: Way) -> Index:
        if way is Way.NOUN:
            return self._nouns
        if way is Way.EXACT:
            return self._exact
        if way is Way.GERUND:
            return self._gerunds
        return self._verbs if way is Way.VERB else self._participles

    @cached_property
    def _breaks(self) -> frozenset[int]:
        return frozenset(at for at in range(1, len(self.words)) if self._ends_before(at))

    def _ends_before(self, at: int) -> bool:
        """``No. 12`` is one sentence."""
        between = self.between(at)
        if FULL_STOP.search(between):
            return self.words[at - 1].form not in ABBREVIATIONS
        return bool(SENTENCE_END.search(between))

    @cached_property
    def _nouns(self) -> Index:
        return self._index_by(noun_form)

    @cached_property
    def _verbs(self) -> Index:
        return self._index_by(verb_form)

    def _index_by(self, key: Callable[[str], str]) -> Index:
        """Where each form stands; two words also as one, since ``sub-district`` is ``subdistrict``."""
        index: Index = defaultdict(list)
        for at, word in enumerate(self.words):
            index[key(word.form)].append((at, at))
        for at, (word, following) in enumerate(pairwise(self.words)):
            if following.is_joined or self.between(at + 1) == SPACE:
                index[key(word.form + following.form)].append((at, at + 1))
        return index

    @cached_property
    def _participles(self) -> Index:
        return self._verbs_that(is_past)

    @cached_property
    def _gerunds(self) -> Index:
        return self._verbs_that(is_gerund)

    def _verbs_that(self, fits: Callable[[Word], bool]) -> Index:
        """The verbs whose last word is of a certain form."""
        return {
            key: fitting
            for key, places in self._verbs.items()
            if (fitting := [place for place in places if fits(self.words[place[1]])])
        }

    @cached_property
    def _exact(self) -> Index:
        index: Index = defaultdict(list)
        for at, word in enumerate(self.words):
            index[word.text[: len(word.form)] if word.is_possessive else word.text].append((at, at))
        return index

    @cached_property
    def _nominals(self) -> list[Place]:
        return [(at, at) for at, word in enumerate(self.words) if is_nominal(word.form)]
