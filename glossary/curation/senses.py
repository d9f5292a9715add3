"""What one stretch of a term can mean in English: from the base, from what it teaches, or from the list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Protocol

from glossary.curation.learning import Heads, Learned
from glossary.curation.phrases import is_gerund_phrase
from glossary.curation.vocabulary import (
    list_actions,
    list_choices,
    list_coordinates,
    list_gerunds,
    list_modifiers,
    list_nouns,
)
from glossary.curation.vocabulary.grammar import LINKS

CONCEPT_WEIGHTS = (1.0, 0.65, 0.5)
LIST_WEIGHTS = (0.6, 0.45, 0.35)
LINK_WEIGHT = 0.8
ATTESTED_WEIGHT = 0.9
"""For what no curator has recommended yet."""
LEARNED_WEIGHT = 0.85
DOUBT = 0.6
"""Added to the number of witnesses: two terms that agree say less than twenty."""
UNFIT_MODIFIER = 0.4
"""For phrases that stand badly before a noun: strengthening the rule of law (法治化) business environment."""
PROCESS = "化"
NOUN_THOUGH_MODIFIER = 0.7
"""For a noun before another one where the list has a modifier too: society order, for social order."""
CHOSEN_WEIGHT = 0.75
"""For a sense of the list that the words beside it pick."""


class Role(StrEnum):
    """What a part does in the English phrase."""

    NOUN = "noun"
    MODIFIER = "modifier"
    VERB = "verb"
    PLACE = "place"
    NUMBER = "number"
    LINK = "link"


class Origin(StrEnum):
    """Where the rendering of a part comes from."""

    CONCEPT = "concept"
    ATTESTED = "attested"
    LEARNED = "learned"
    LIST = "list"
    PLACE = "place"
    NUMBER = "number"
    AS_WRITTEN = "as written"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One rendering of a known Chinese term: the id of its concept or, from a list, why it is known."""

    text: str
    concept: str = ""
    why: str = ""


class Parts(Protocol):
    """The Chinese terms that a base and its lists know, by folded key: their renderings, best first."""

    def get(self, key: str, /) -> Sequence[Known] | None:
        """Return the renderings of a term, nothing where the base has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One rendering of one stretch of Chinese. ``weight`` (0 to 1) is how far it is to be preferred."""

    zh: str
    text: str
    role: Role
    origin: Origin
    weight: float
    concept: str = ""
    why: str = ""


def find_senses(zh: str, *, is_first: bool, is_last: bool, parts: Parts, heads: Heads) -> list[Sense]:
    """Return what a stretch can mean at its place in the term, what weighs most first, no text twice.

    Where the base and the list say the same, the base is named.
    """
    found = chain(
        _from_base(zh, parts, is_last=is_last),
        _from_heads(zh, heads, is_last=is_last),
        _from_list(zh, is_first=is_first, is_last=is_last),
    )
    best: dict[tuple[str, Role], Sense] = {}
    for sense in found:
        said = best.setdefault((sense.text.lower(), sense.role), sense)
        if said.weight < sense.weight:
            best[sense.text.lower(), sense.role] = replace(said, weight=sense.weight)
    return sorted(best.values(), key=lambda sense: -sense.weight)


def choose_by_company(senses: Sequence[Sense], zh: str, *, left: str, right: str) -> list[Sense]:
    """Return the senses of a stretch with the one first that the words beside it pick: fire safety."""
    chosen = [choice.en for choice in list_choices().get(zh, ()) if choice.fits(left, right)][:1]
    picked = [
        Sense(zh=zh, text=en, role=Role.NOUN, origin=Origin.LIST, weight=CHOSEN_WEIGHT) for en in chosen
    ]
    others = [sense for sense in senses if sense.text not in chosen or sense.weight > CHOSEN_WEIGHT]
    return sorted([*picked, *others], key=lambda sense: -sense.weight)


def is_known(zh: str, parts: Parts) -> bool:
    """Whether the base or the list has a word, or two of a kind make it, so that it is hardly a name."""
    tables = (list_nouns, list_modifiers, list_actions)
    return bool(parts.get(zh)) or _is_pair(zh) or any(zh in table() for table in tables)


def _is_pair(zh: str) -> bool:
    """河湖 is rivers and lakes, though it sounds like a place."""
    return any(zh[at:] in list_coordinates().get(zh[:at], ()) for at in range(1, len(zh)))


def list_senses(zh: str) -> list[Sense]:
    """Return the nouns that the list has for a word."""
    return [
        *_listed(zh, list_nouns().get(zh, ()), Role.NOUN),
        *_listed(zh, list_actions().get(zh, ()), Role.NOUN),
    ]


def _from_base(zh: str, parts: Parts, *, is_last: bool) -> Iterator[Sense]:
    for usual, known in zip(CONCEPT_WEIGHTS, parts.get(zh) or (), strict=False):
        is_unfit = not is_last and (is_gerund_phrase(known.text) or zh.endswith(PROCESS))
        weight = usual * (UNFIT_MODIFIER if is_unfit else 1) * (1 if known.concept else ATTESTED_WEIGHT)
        yield Sense(
            zh=zh,
            text=known.text,
            role=Role.NOUN,
            origin=Origin.CONCEPT if known.concept else Origin.ATTESTED,
            weight=weight,
            concept=known.concept,
            why=known.why,
        )


def _from_heads(zh: str, heads: Heads, *, is_last: bool) -> Iterator[Sense]:
    learned = heads.finals if is_last else heads.initials
    role = Role.NOUN if is_last else Role.MODIFIER
    yield from (_from_learned(one, role) for one in learned.get(zh, ()))
    if not is_last and zh not in learned:
        yield from (_from_learned(one, Role.NOUN) for one in heads.finals.get(zh, ()))


def _from_learned(one: Learned, role: Role) -> Sense:
    weight = LEARNED_WEIGHT * one.share**0.5 * one.count / (one.count + DOUBT)
    return Sense(zh=one.zh, text=one.en, role=role, origin=Origin.LEARNED, weight=weight, why=one.reason)


def _from_list(zh: str, *, is_first: bool, is_last: bool) -> Iterator[Sense]:
    modifiers = () if is_last else list_modifiers().get(zh, ())
    yield from _listed(zh, modifiers, Role.MODIFIER)
    for sense in list_senses(zh):
        yield replace(sense, weight=sense.weight * NOUN_THOUGH_MODIFIER) if modifiers else sense
    if is_first:
        yield from _listed(zh, list_gerunds().get(zh, ()), Role.VERB)
    if zh in LINKS and not (is_first or is_last):
        yield Sense(zh=zh, text=LINKS[zh], role=Role.LINK, origin=Origin.LIST, weight=LINK_WEIGHT)


def _listed(zh: str, texts: Iterable[str], role: Role) -> Iterator[Sense]:
    for weight, text in zip(LIST_WEIGHTS, texts, strict=False):
        yield Sense(zh=zh, text=text, role=role, origin=Origin.LIST, weight=weight)
