"""TMX 1.4 (LISA): one translation unit a Chinese term and rendering."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.languages import code_in_file
from glossary.formats.markup import escape
from glossary.formats.pairs.offering import Pair, cite, offer_pairs
from glossary.formats.pairs.tables import count_renderings
from glossary.model import Concept

PROGRAM = "a translation memory"
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="glossary" creationtoolversion="1" segtype="phrase" o-tmf="glossary" adminlang="en" \
srclang="{source}" datatype="plaintext"/>
<body>
"""
FOOTER = "</body>\n</tmx>\n"


def write_tmx(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the units; what is said of a concept stands as notes in each of its own."""
    tally = Tally()
    out.write(HEADER.format(source=options.source_lang).encode())
    for concept in concepts:
        pairs = list(offer_pairs(concept, tally, program=PROGRAM))
        notes = "".join(f"<note>{escape(note)}</note>" for note in notes_on(concept, options))
        for number, pair in enumerate(pairs, start=1):
            out.write(show_unit(concept, pair, number, notes, options=options).encode())
        if pairs:
            tally.count(count_renderings(concept, pairs))
    out.write(FOOTER.encode())
    return tally.report()


def notes_on(concept: Concept, options: ExportOptions) -> Iterator[str]:
    """Yield what a translator reads beside a unit: definitions, scope, note, contexts with their source."""
    for definition in concept.definitions:
        yield f"definition: {definition.text}"
        if definition.source:
            yield f"definition_source: {definition.source}"
    if concept.scope:
        yield f"scope: {concept.scope}"
    if concept.note:
        yield f"note: {concept.note}"
    for quotation in options.quoting(concept):
        source = f" ({quotation.source})" if quotation.source else ""
        yield f"context: {quotation.text}{source}"


def show_unit(concept: Concept, pair: Pair, number: int, notes: str, *, options: ExportOptions) -> str:
    """Return one unit; its id is that of the concept with a number."""
    term, rendering = pair
    properties = {
        "x-concept": concept.id,
        "x-subject-field": concept.subject_field,
        "x-status": rendering.status,
        "x-rendering-note": rendering.note,
        "x-serves": rendering.serves,
        "x-do-not-translate": "yes" if term.do_not_translate else "",
        "x-source": "; ".join(map(cite, rendering.evidence)),
    }
    shown = "".join(
        f'<prop type="{name}">{escape(value)}</prop>' for name, value in properties.items() if value
    )
    source, target = (code_in_file(one.language, options=options) for one in pair)
    return (
        f'<tu tuid="{concept.id}-{number}" srclang="{source}">{notes}{shown}\n'
        f'<tuv xml:lang="{source}"><seg>{escape(term.text)}</seg></tuv>\n'
        f'<tuv xml:lang="{target}"><seg>{escape(rendering.text)}</seg></tuv></tu>\n'
    )
