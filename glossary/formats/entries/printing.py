"""A glossary to be read on paper: entries by pinyin, and each source once, by number."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from glossary.formats.declaration import Quotation, Quoting
from glossary.formats.entries.words import read_aloud
from glossary.formats.pairs.offering import sort_by_status
from glossary.model import Concept, Evidence, Rendering

OTHER_LETTER = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRendering:
    """A rendering with the numbers of the sources that have it."""

    rendering: Rendering
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEntry:
    """A concept as an entry: its reading sorts it, its renderings stand best first."""

    concept: Concept
    reading: str
    renderings: tuple[PrintedRendering, ...]
    quotations: tuple[Quotation, ...] = ()

    @property
    def letter(self) -> str:
        """The letter under which the entry stands."""
        first = plain_reading(self.reading)[:1].upper()
        return first if "A" <= first <= "Z" else OTHER_LETTER


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedGlossary:
    """Entries in the order of print, and the sources in the order of their numbers, which begin with 1."""

    entries: tuple[PrintedEntry, ...]
    sources: tuple[Evidence, ...]

    def by_letter(self) -> list[tuple[str, list[PrintedEntry]]]:
        """Return the entries of each letter."""
        return [(letter, list(some)) for letter, some in groupby(self.entries, key=lambda one: one.letter)]


def arrange(concepts: Iterable[Concept], quoting: Quoting) -> PrintedGlossary:
    """Return the glossary of some concepts; all of them are in memory."""
    read = [(read_aloud(concept.head), concept) for concept in concepts]
    read.sort(key=lambda one: (*sort_key(one[0]), one[1].head.text, one[1].id))
    numbers: dict[Evidence, int] = {}
    entries = tuple(
        PrintedEntry(
            concept=concept,
            reading=reading,
            renderings=tuple(number_sources(one, numbers) for one in sort_by_status(concept.renderings)),
            quotations=tuple(quoting(concept)),
        )
        for reading, concept in read
    )
    return PrintedGlossary(entries=entries, sources=tuple(numbers))


def sort_key(reading: str) -> tuple[bool, str, str]:
    """Return by what entries stand in order: Latin letters first, then all else, tones last."""
    plain = plain_reading(reading)
    return not "a" <= plain[:1] <= "z", plain, reading


def plain_reading(reading: str) -> str:
    """Return a reading without tones, in small letters: ``wǎng gé`` becomes ``wang ge``."""
    parts = unicodedata.normalize("NFD", reading.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


def number_sources(rendering: Rendering, numbers: dict[Evidence, int]) -> PrintedRendering:
    """Return a rendering with its sources' numbers; a source that somebody is on record for gets one."""
    cited = [fact for fact in rendering.evidence if fact.publisher or fact.title or fact.url]
    sources = tuple(numbers.setdefault(fact, len(numbers) + 1) for fact in cited)
    return PrintedRendering(rendering=rendering, sources=tuple(dict.fromkeys(sources)))


def describe_source(fact: Evidence) -> str:
    """Return a source in words, without its address."""
    mirror = f"mirror of {fact.mirror_of}" if fact.mirror_of else ""
    return ", ".join(filter(None, [fact.publisher, fact.title, fact.date, mirror, fact.tier]))
