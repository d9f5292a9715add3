"""OmegaT glossary: source, target and comment between TABs; no header, no quoting (OmegaT user manual)."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Tally
from glossary.model import RECOMMENDED, Concept, Evidence, Rendering, Term

BREAKS = re.compile("[\t\n\r\u2028\u2029]+")
COMMENT_MARK = "#"


def write_omegat(
    concepts: Iterable[Concept],
    out: BinaryIO,
    *,
    options: ExportOptions,  # noqa: ARG001 (every writer has them; no language stands in the file)
) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    tally = Tally()
    for concept in concepts:
        rows = list(concept_rows(concept, tally))
        for row in rows:
            out.write(("\t".join(row) + "\n").encode())
        if rows:
            tally.count(len({target for _, target, _ in rows}))
    return tally.report()


def concept_rows(concept: Concept, tally: Tally) -> Iterator[tuple[str, str, str]]:
    """Yield source, target and comment of each row of a concept."""
    offered = offer_renderings(concept, tally)
    for term in concept.terms:
        source = flatten(term.text)
        if source.startswith(COMMENT_MARK):
            tally.leave_out(concept, f"term {term.text!r}", "OmegaT skips a line that starts with #")
            continue
        for rendering in offered:
            if rendering.serves in ("", term.text):
                yield source, flatten(rendering.text), comment_on(concept, term, rendering)


def offer_renderings(concept: Concept, tally: Tally) -> list[Rendering]:
    """Return the renderings that OmegaT may suggest, preferred ones first; the others are left out."""
    for rendering in concept.renderings:
        if rendering.status not in RECOMMENDED:
            why = f"it is {rendering.status}, and OmegaT would offer it like any other"
            tally.leave_out(concept, f"rendering {rendering.text!r}", why)
    offered = [rendering for rendering in concept.renderings if rendering.status in RECOMMENDED]
    if not offered:
        tally.leave_out(concept, f"concept {concept.head.text!r}", "it has no rendering to offer")
    return sorted(offered, key=lambda rendering: RECOMMENDED.index(rendering.status))


def comment_on(concept: Concept, term: Term, rendering: Rendering) -> str:
    """Return what the translator reads beside a rendering: status, subject, meaning, who used it."""
    remarks = [
        str(rendering.status),
        "do not translate" if term.do_not_translate else "",
        concept.subject_field,
        concept.scope,
        next((definition.text for definition in concept.definitions), ""),
        concept.note,
        rendering.note,
        "; ".join(map(cite, rendering.evidence)),
    ]
    return " | ".join(flatten(remark) for remark in remarks if remark)


def cite(fact: Evidence) -> str:
    """Return a fact in a few words: who and when, or the tier where nobody is named."""
    return " ".join(filter(None, [fact.publisher or fact.tier, fact.date]))


def flatten(text: str) -> str:
    """Return a text without the TABs and line breaks that would end its cell."""
    return BREAKS.sub(" ", text)


FORMAT = Format(
    name="omegat",
    title="OmegaT glossary",
    extensions=(".utf8",),
    media_type="text/tab-separated-values; charset=utf-8",
    loses=(
        "Deprecated, forbidden and proposed renderings are left out, since OmegaT would offer them.",
        "A Chinese term that starts with # is left out, since OmegaT takes its line for a remark.",
        "TABs and line breaks become blanks.",
        "Ids, relations, parts of speech, readings, sources and addresses have no place in it.",
    ),
    write=write_omegat,
)
