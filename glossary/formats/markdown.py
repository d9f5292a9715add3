"""A glossary to read as Markdown: entries by pinyin, sources by number."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.entries.printing import (
    PrintedEntry,
    PrintedGlossary,
    PrintedRendering,
    arrange,
    describe_source,
)
from glossary.formats.pairs.offering import flatten
from glossary.model import DISCOURAGED, Concept, Evidence, Status

MARKUP = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~$&^])")


def write_markdown(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the entries under their letters, then the sources."""
    tally = Tally()
    glossary = arrange(counted(concepts, tally), options.quoting)
    for line in lines_of(glossary):
        out.write((line + "\n").encode())
    return tally.report()


def counted(concepts: Iterable[Concept], tally: Tally) -> Iterator[Concept]:
    """Yield the concepts and count them."""
    for concept in concepts:
        tally.count(len(concept.renderings))
        yield concept


def lines_of(glossary: PrintedGlossary) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "# Glossary"
    for letter, entries in glossary.by_letter():
        yield f"\n## {escape(letter)}"
        for entry in entries:
            yield from entry_lines(entry)
    if glossary.sources:
        yield "\n## Sources\n"
        yield from (f"{number}. {show_source(fact)}" for number, fact in enumerate(glossary.sources, start=1))


def entry_lines(entry: PrintedEntry) -> Iterator[str]:
    """Yield the lines of an entry."""
    concept = entry.concept
    others = [term.text for term in concept.terms if term is not concept.head]
    yield f"\n**{escape(concept.head.text)}** {escape(entry.reading)}" + (
        f" ({escape(', '.join(others))})" if others else ""
    )
    yield ""
    yield from (f"- {show_rendering(one)}" for one in entry.renderings)
    if not entry.renderings:
        yield "- " + ("*not to be translated*" if concept.head.do_not_translate else "*no rendering yet*")
    for definition in concept.definitions:
        source = f" ({escape(definition.source)})" if definition.source else ""
        yield f"- *{escape(definition.text)}*{source}"
    remarks = filter(None, (concept.subject_field, concept.scope, concept.note))
    yield from (f"- {escape(remark)}" for remark in remarks)
    yield from (f"- “{escape(one.text)}” ({escape(one.source)})" for one in entry.quotations)


def show_rendering(printed: PrintedRendering) -> str:
    """Return a rendering: the preferred one in bold, one to avoid struck through."""
    rendering = printed.rendering
    text = escape(rendering.text)
    if rendering.status in DISCOURAGED:
        text = f"~~{text}~~"
    elif rendering.status is Status.PREFERRED:
        text = f"**{text}**"
    serves = f", for {escape(rendering.serves)}" if rendering.serves else ""
    instead = f", write {escape(rendering.instead)}" if rendering.instead else ""
    sources = "".join(f" \\[{number}\\]" for number in printed.sources)
    note = f": {escape(rendering.note)}" if rendering.note else ""
    return f"{text} ({rendering.status}{serves}{instead}){sources}{note}"


def show_source(fact: Evidence) -> str:
    """Return a source with its address."""
    return escape(describe_source(fact)) + (f" <{fact.url}>" if fact.url else "")


def escape(text: str) -> str:
    """Return a text in one line, without anything that Markdown would take for markup."""
    return MARKUP.sub(r"\\\1", flatten(text))


FORMAT = Format(
    name="markdown",
    title="Glossary to read, with sources (Markdown)",
    purpose=Purpose.READING,
    extensions=(".md",),
    media_type="text/markdown; charset=utf-8",
    options=("quoting",),
    loses=("Ids, relations and parts of speech. Entries stand by pinyin.",),
    write=write_markdown,
)
