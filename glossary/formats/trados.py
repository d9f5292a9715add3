"""Trados: a workbook with one entry a row, synonyms of one language in one cell with bars between them."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.cells.workbook import write_workbook
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.pairs.offering import cite, first_definition, offer_pairs
from glossary.model import Concept, Term

PROGRAM = "Trados"
BAR = "|"
ABOUT = ("Definition", "Subject", "Scope", "Note", "Source", "Entry ID")
WIDTHS = (30, 40, 40, 20, 20, 40, 40, 10)


def write_trados(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a concept."""
    tally = Tally()
    header = (options.source_lang, options.target_lang, *ABOUT)
    write_workbook(out, entry_rows(concepts, tally), header=header, widths=WIDTHS)
    return tally.report()


def entry_rows(concepts: Iterable[Concept], tally: Tally) -> Iterator[list[str]]:
    """Yield the cells of each concept that has something to offer."""
    for concept in concepts:
        pairs = list(offer_pairs(concept, tally, program=PROGRAM))
        renderings = list(dict.fromkeys(pair.rendering for pair in pairs))
        source = join_synonyms(concept, sort_heads(concept), tally)
        target = join_synonyms(concept, renderings, tally)
        if source and target:
            evidence = (fact for rendering in renderings for fact in rendering.evidence)
            yield [
                source,
                target,
                first_definition(concept),
                concept.subject_field,
                concept.scope,
                concept.note,
                "; ".join(dict.fromkeys(map(cite, evidence))),
                concept.id,
            ]
            tally.count(target.count(BAR) + 1 if concept.renderings else 0)


def sort_heads(concept: Concept) -> list[Term]:
    """Return the Chinese terms with the head first."""
    return [concept.head, *(term for term in concept.terms if term is not concept.head)]


def join_synonyms(concept: Concept, terms: Iterable[Term], tally: Tally) -> str:
    """Return the texts in one cell; one with a bar in it cannot stand there, and is told."""
    fitting = []
    for term in terms:
        if BAR in term.text:
            what = "rendering" if term in concept.renderings else "term"
            tally.leave_out(concept, f"{what} {term.text!r}", f"{PROGRAM} would cut it at the bar")
        else:
            fitting.append(term.text)
    return BAR.join(dict.fromkeys(fitting))


FORMAT = Format(
    name="trados",
    title="Trados / RWS termbase import (XLSX, synonyms with bars)",
    purpose=Purpose.TOOLS,
    extensions=(".xlsx",),
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    options=("source_lang", "target_lang"),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out: a synonym in a cell has no status.",
        "A term with a bar in it is left out, since Trados would cut it there.",
        "Which short form a rendering serves; of several definitions all but the first one.",
        "Relations, parts of speech, readings and addresses.",
    ),
    is_text=False,
    write=write_trados,
)
