"""What a Chinese term may be called in English, made ready to be looked for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from msgspec import structs

from glossary.checking.matching import Filled, find_all
from glossary.checking.nested import Choice, choices_of, exchange_parts
from glossary.checking.patterns import Pattern, patterns_of
from glossary.checking.target import Target
from glossary.model import BEST_FIRST, DISCOURAGED, Concept, Rendering, Status, TermType
from glossary.text.english import is_stop_word, split_words, stem_words
from glossary.text.folding import folded_key
from glossary.text.scripts import HAN_CLASS

NONE_OF_ITS_OWN: Mapping[str, int] = MappingProxyType({})
HAN_RUN = re.compile(f"[{HAN_CLASS}][{HAN_CLASS}、，]*")
SHORT_TYPES = frozenset({TermType.SHORT_FORM, TermType.ACRONYM})


@dataclass(frozen=True, slots=True)
class Name:
    """One rendering with its patterns. ``modifiers`` is how many words may be inserted into it.

    ``is_derived``: not in the base, but made of one with a part exchanged.
    """

    concept: str
    rendering: Rendering
    patterns: tuple[Pattern, ...]
    modifiers: int
    is_derived: bool = False

    @property
    def text(self) -> str:
        """The rendering as the base has it."""
        return self.rendering.text

    @property
    def family(self) -> tuple[str, ...]:
        """What renderings share that differ only in form: ``mediate`` and ``mediation``."""
        return tuple(sorted(stem for stem in stem_words(self.text) if not is_stop_word(stem)))

    @property
    def is_short(self) -> bool:
        """Whether it stands for a longer rendering."""
        return self.rendering.term_type in SHORT_TYPES

    def find(self, target: Target) -> list[Filled]:
        """Return where a translation has it."""
        return find_all(self.patterns, target, modifiers=self.modifiers)


@dataclass(frozen=True, slots=True)
class Designation:
    """A Chinese term with the names that will do, the best first, and those to be avoided.

    ``kept`` are the spellings one of which must stand in the translation as it is; empty where the term is
    translated. ``within`` are the formulas one of which a source must name for the term to mean this at all:
    管理 is one of four things in 建、连、管、用, and a common word elsewhere.
    """

    term: str
    accepted: tuple[Name, ...] = ()
    avoided: tuple[Name, ...] = ()
    kept: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    @property
    def expected(self) -> tuple[str, ...]:
        """What to write, as the base has it, the best first."""
        return tuple(dict.fromkeys(name.text for name in self.accepted if not name.is_derived))

    @property
    def is_checked(self) -> bool:
        """Whether anything can be said: some rendering is known, or the term must stay as it is."""
        return bool(self.accepted or self.avoided or self.kept)


def designate(
    term: str,
    concepts: Sequence[Concept],
    *,
    modifiers: int,
    own_modifiers: Mapping[str, int] = NONE_OF_ITS_OWN,
    nested: Sequence[Concept] = (),
) -> Designation:
    """Return what a term may be called by any of the concepts that it names.

    Proposed renderings will do as well: nobody has said anything against them. ``modifiers`` is how many
    words may be inserted into a rendering, ``own_modifiers`` the same for some, by their text. ``nested`` are
    the concepts that shorter terms within this one name.
    """
    names = [
        _name(one, concept.id, own_modifiers.get(one.text, modifiers))
        for concept in concepts
        for one in concept.renderings
    ]
    names = [name for name in names if any(name.patterns)]
    names.sort(key=lambda name: (name.rendering.serves not in ("", term), _rank(name)))
    accepted = [name for name in names if name.rendering.status not in DISCOURAGED]
    return Designation(
        term,
        accepted=(*accepted, *_derived(names, accepted, choices_of(nested))),
        avoided=tuple(name for name in names if name.rendering.status in DISCOURAGED),
        kept=tuple(_kept_spellings(term, concepts)),
        within=tuple(_formulas(concepts)),
    )


def _rank(name: Name) -> int:
    return BEST_FIRST.index(name.rendering.status)


def _name(rendering: Rendering, concept: str, modifiers: int) -> Name:
    """Discouraged renderings are looked for as they are written, so that no other phrase is taken for one."""
    is_avoided = rendering.status in DISCOURAGED
    exact = _is_exact(rendering)
    patterns = patterns_of(rendering.text, exact=exact, turned=not is_avoided)
    return Name(concept, rendering, patterns, 0 if is_avoided or exact else modifiers)


def _derived(names: Iterable[Name], accepted: Iterable[Name], choices: Sequence[Choice]) -> Iterator[Name]:
    """Yield names whose parts are exchanged, but for what the base has a word on already."""
    known = {name.text for name in names}
    for name in accepted:
        for text in exchange_parts(name.text, choices):
            if text not in known and not _is_exact(name.rendering):
                known.add(text)
                derived = structs.replace(name.rendering, text=text)
                yield replace(name, rendering=derived, patterns=patterns_of(text), is_derived=True)


def _is_exact(rendering: Rendering) -> bool:
    return rendering.case_sensitive or rendering.do_not_translate


def _kept_spellings(term: str, concepts: Iterable[Concept]) -> list[str]:
    """The spellings that must be kept; none where another concept of the term is translated."""
    key = folded_key(term)
    named = [[one for one in concept.terms if folded_key(one.text) == key] for concept in concepts]
    if not all(any(one.do_not_translate for one in terms) for terms in named):
        return []
    return list(dict.fromkeys(one.text for terms in named for one in terms if one.do_not_translate))


def _formulas(concepts: Iterable[Concept]) -> list[str]:
    """The Chinese words that the scopes of all the concepts quote; none where one scope quotes none."""
    quoted = [HAN_RUN.findall(concept.scope) for concept in concepts]
    return [words for some in quoted for words in some] if all(quoted) else []


def is_forbidden(name: Name) -> bool:
    """Return whether a name is forbidden, not only deprecated."""
    return name.rendering.status is Status.FORBIDDEN


def advise_instead(name: Name, designation: Designation) -> tuple[str, ...]:
    """Return what to write instead of a discouraged name: what the base says, else what will do."""
    if name.rendering.instead:
        return (name.rendering.instead,)
    return tuple(
        one.text for one in designation.accepted if one.concept == name.concept and not one.is_derived
    )


def head_word(text: str) -> str:
    """Return the last word of a rendering of several words, by which it is called after the first mention."""
    words = split_words(text)
    return words[-1].form if len(words) > 1 else ""


def initials(text: str) -> frozenset[str]:
    """Return the acronyms that a rendering may have: with the small words and without."""
    words = split_words(text)
    every = "".join(word.text[0] for word in words).upper()
    telling = "".join(word.text[0] for word in words if not is_stop_word(word.form)).upper()
    return frozenset(one for one in (every, telling) if len(one) > 1)
