"""Files without ids of ours: Chinese terms and what to write for them, as concepts to be added."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.formats.concepts import Dropped, FileHead, Piece
from glossary.formats.languages import is_source, is_target, tag_from_file
from glossary.formats.settling import Parts, settle_into
from glossary.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Definition, Rendering, Term
from glossary.text.folding import has_han
from glossary.text.scripts import LATIN
from glossary.text.tidying import tidy

LONGEST_TERM_CHARS = 60
SENTENCE_MARKS, CALLING_MARKS = frozenset("。；"), frozenset("！？")
LONGEST_CALL_CHARS = 8
"""So much may stand with an exclamation mark and be a title, or a term that somebody is not sure of."""
SENTENCE = "it is a sentence, not a term; `glossary mine` finds the terms in texts"
UNTRANSLATED = "it is not translated"
NO_PAIR = "it has no Chinese on the one side and English on the other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """What one place of a file says: Chinese terms, their renderings, and what it says of both."""

    where: str
    terms: tuple[Term, ...]
    renderings: tuple[Rendering, ...] = ()
    subject_field: str = ""
    scope: str = ""
    note: str = ""
    definitions: tuple[Definition, ...] = ()


def settle_equivalents(found: Iterable[Equivalent | Dropped]) -> Iterator[Piece]:
    """Yield the head of such a file and its concepts.

    What stands together under one Chinese term is one concept, and so are the Chinese terms of one unit that
    share a rendering, as in both scripts.
    """
    yield FileHead()
    waiting: list[Equivalent] = []
    for one in found:
        if isinstance(one, Dropped):
            yield one
            continue
        if waiting and not any(_is_one(other, one) for other in waiting):
            yield from settle_into(join_equivalents(waiting), [])
            waiting.clear()
        waiting.append(one)
    if waiting:
        yield from settle_into(join_equivalents(waiting), [])


def _is_one(one: Equivalent, other: Equivalent) -> bool:
    is_same_unit = one.where == other.where and not _texts(one).isdisjoint(_texts(other))
    return is_same_unit or _key(one) == _key(other)


def _texts(one: Equivalent) -> set[str]:
    return {rendering.text for rendering in one.renderings}


def _key(one: Equivalent) -> tuple[str, str, str]:
    return one.terms[0].text, one.subject_field, one.scope


def join_equivalents(alike: Iterable[Equivalent]) -> Parts:
    """Return what several places say of one concept; what they say in the same words counts once."""
    places = list(alike)
    return Parts(
        where=places[0].where,
        subject_field=places[0].subject_field,
        scope=places[0].scope,
        note="\n".join(dict.fromkeys(one.note for one in places if one.note)),
        definitions=list(dict.fromkeys(definition for one in places for definition in one.definitions)),
        terms=list(dict.fromkeys(term for one in places for term in one.terms)),
        renderings=join_renderings(rendering for one in places for rendering in one.renderings),
    )


def join_renderings(found: Iterable[Rendering]) -> list[Rendering]:
    """Return the renderings, each once with all its notes where they differ in nothing else."""
    joined: dict[Rendering, dict[str, None]] = {}
    for one in found:
        joined.setdefault(replace(one, note="") if one.note else one, {})[one.note] = None
    return [replace(one, note="\n".join(filter(None, notes))) for one, notes in joined.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two texts of a place in a file, with their languages where it names them."""

    first: str
    second: str
    first_language: str = ""
    second_language: str = ""

    def ordered(self) -> tuple[tuple[str, str], tuple[str, str]] | None:
        """Return the Chinese and the English text, each with its tag in the base; None for other languages.

        The languages that are named count; where none is, what is written does. A text that stands for itself
        (``GUI`` beside ``GUI``) is both.
        """
        one, other = (self.first, self.first_language), (self.second, self.second_language)
        if self._stands_for_itself():
            return (self.first, SOURCE_LANGUAGE), (self.second, TARGET_LANGUAGE)
        for chinese, english in ((one, other), (other, one)):
            if _is_chinese(*chinese) and _is_english(*english):
                return (chinese[0], tag_from_file(chinese[1] or SOURCE_LANGUAGE)), (
                    english[0],
                    tag_from_file(english[1] or TARGET_LANGUAGE),
                )
        return None

    def _stands_for_itself(self) -> bool:
        is_named = self.first_language or self.second_language
        return not is_named and self.first.strip() == self.second.strip() and bool(LATIN.search(self.first))


def _is_chinese(text: str, language: str) -> bool:
    return is_source(language) if language else has_han(text)


def _is_english(text: str, language: str) -> bool:
    if language:
        return is_target(language)
    return not text or (bool(LATIN.search(text)) and not has_han(text))


def pair_sides(
    where: str, sides: Sides, *, about: Mapping[str, Any] = MappingProxyType({}), **said: Any
) -> Equivalent | Dropped:
    """Return the pair that two texts make, or why they make none.

    ``about`` are fields of the concept, ``said`` those of the rendering.
    """
    sides = dataclasses.replace(sides, first=tidy(sides.first), second=tidy(sides.second))
    what = f"{sides.first} = {sides.second}"
    ordered = sides.ordered()
    if ordered is None:
        if not (sides.first and sides.second):
            return Dropped(where=where, what=sides.first or sides.second, why=UNTRANSLATED)
        return Dropped(where=where, what=what, why=NO_PAIR)
    (zh, zh_tag), (en, en_tag) = ordered
    if not zh.strip():
        return Dropped(where=where, what=en, why=UNTRANSLATED)
    if looks_like_sentence(zh):
        return Dropped(where=where, what=what, why=SENTENCE)
    try:
        renderings = (Rendering(text=en.strip(), language=en_tag, **said),) if en.strip() else ()
        terms = (Term(text=zh.strip(), language=zh_tag),)
        return Equivalent(where=where, terms=terms, renderings=renderings, **about)
    except InvalidInput as error:
        return Dropped(where=where, what=what, why=str(error))


def looks_like_sentence(zh: str) -> bool:
    """Return whether a Chinese text is longer than terms are, or has the marks of sentences."""
    is_call = len(zh) > LONGEST_CALL_CHARS and not CALLING_MARKS.isdisjoint(zh)
    return len(zh) > LONGEST_TERM_CHARS or is_call or not SENTENCE_MARKS.isdisjoint(zh)
