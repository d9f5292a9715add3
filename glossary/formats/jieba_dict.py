"""jieba: a user dictionary, so that a segmenter keeps the terms of the base whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.entries.words import spellings
from glossary.model import Concept

LINE = re.compile(r"(.+?)( [0-9]+)?( [a-z]+)?", re.ASCII)
"""How jieba reads a line: the word, how often it occurs, its tag."""
TAGS: Mapping[str, str] = {"verb": "v", "adjective": "a", "adverb": "d"}
NOUN = "n"


def write_jieba(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one word a line, in both scripts, with its tag; jieba itself computes how often it must occur."""
    tally = Tally()
    for concept in concepts:
        for word, tag in concept_words(concept, tally):
            out.write(f"{word} {tag}\n".encode())
        tally.count(0)
    return tally.report()


def concept_words(concept: Concept, tally: Tally) -> Iterator[tuple[str, str]]:
    """Yield each spelling of the Chinese terms with its tag; one that jieba would misread is told."""
    seen: set[str] = set()
    for term in concept.terms:
        tag = TAGS.get(term.part_of_speech, NOUN)
        for word in spellings(term):
            read = LINE.fullmatch(f"{word} {tag}")
            if read is None or read[1] != word:
                tally.leave_out(concept, f"term {word!r}", "jieba would read its end as a number or a tag")
            elif word not in seen:
                seen.add(word)
                yield word, tag


FORMAT = Format(
    name="jieba-dict",
    title="User dictionary for jieba",
    purpose=Purpose.READING,
    extensions=(".txt",),
    media_type="text/plain; charset=utf-8",
    loses=("Everything but the Chinese terms and their part of speech.",),
    write=write_jieba,
)
