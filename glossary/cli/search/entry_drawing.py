"""One concept with all that is known of it, as lines of text. It asks no base."""

from collections.abc import Iterator, Mapping
from itertools import chain

from textual.content import Content

from glossary.cli.search.asking import Entry
from glossary.cli.search.drawing import (
    INDENT,
    draw_context,
    draw_gap,
    draw_rendering,
    draw_text,
    draw_title,
)
from glossary.cli.theme import HEADING, NO_MARK, QUIET, paint
from glossary.model import Concept, Context, DocumentRecord, Term, TermType
from glossary.report.hits import SAMPLE_MARK
from glossary.report.links import ORDERED, Link

Lines = Iterator[Content]


def draw_entry(entry: Entry, *, at: int, columns: int) -> tuple[list[Content], range]:
    """Return the lines of a concept, and which of them are those of the rendering that is chosen."""
    head = [*_draw_head(entry, columns)]
    blocks = [
        [*draw_rendering(one, columns, is_chosen=place == at), *_draw_note(one.note, columns)]
        for place, one in enumerate(entry.hit.renderings)
    ]
    tail = [*draw_gap(entry.hit, columns), *_draw_tail(entry, columns)]
    start = len(head) + sum(map(len, blocks[:at]))
    chosen = range(start, start + len(blocks[at])) if blocks else range(0)
    return [*head, *chain.from_iterable(blocks), *tail], chosen


def _draw_head(entry: Entry, columns: int) -> Lines:
    yield from draw_title(entry.hit, columns)
    for one in entry.hit.concept.definitions:
        source = f" ({one.source})" if one.source else ""
        yield from draw_text(one.text + source, columns, NO_MARK, "")
    yield Content()


def _draw_note(note: str, columns: int) -> Lines:
    yield from draw_text(note, columns, INDENT, "")


def _draw_tail(entry: Entry, columns: int) -> Lines:
    concept = entry.hit.concept
    yield from draw_text(concept.note and f"note: {concept.note}", columns, NO_MARK, "")
    yield from _draw_terms(concept, columns)
    for name, links in entry.links.items():
        yield from _draw_heading(name)
        numbered = name == ORDERED
        for number, link in enumerate(links, 1):
            yield from _draw_link(link, columns, number=number if numbered else 0)
    if entry.hit.contexts:
        yield from _draw_heading("In context")
        for one in entry.hit.contexts:
            yield from draw_context(one, columns)
            yield from draw_text(_tell_source(one, entry.documents), columns, INDENT, QUIET)
    for old in concept.redirects:
        yield from draw_text(f"was also {old}", columns, NO_MARK, QUIET)


def _draw_heading(name: str) -> Lines:
    yield Content()
    yield paint((name, HEADING))


def _draw_terms(concept: Concept, columns: int) -> Lines:
    yield from _draw_heading("Chinese")
    for term in concept.terms:
        yield from draw_text(_tell_term(term), columns, NO_MARK, "")
        yield from _draw_note(term.note, columns)


def _tell_term(term: Term) -> str:
    kind = "" if term.term_type is TermType.FULL_FORM else term.term_type.value
    return f"{term.text}  " + ", ".join(filter(None, (term.status.value, kind)))


def _draw_link(link: Link, columns: int, *, number: int) -> Lines:
    place = f"{number} " if number else ""
    told = "  ".join(filter(None, (place + link.term, link.rendering, link.scope, link.id)))
    yield from draw_text(told, columns, NO_MARK, "")


def _tell_source(context: Context, documents: Mapping[str, DocumentRecord]) -> str:
    record = documents.get(context.document)
    if record is None:
        return ""
    mark = SAMPLE_MARK if record.sample else ""
    return "— " + " ".join(
        filter(None, (", ".join(filter(None, (record.title, record.publisher, record.date))), mark))
    )
