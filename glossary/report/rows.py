"""A lookup's answer as the plain tuples that the terminal printer takes."""

from collections.abc import Mapping, Sequence

from glossary.model import Context, DocumentRecord, Hit, MatchKind, Rendering, first_usable
from glossary.report.hits import AlsoRow, ContextRow, HitRow, RenderingRow
from glossary.report.payloads import pick_definition

WHOLE = frozenset({MatchKind.EXACT, MatchKind.SCRIPT})
SHOWN_IN_FULL = 3
MOST_SEE_ALSO = 8


def arrange_hits(
    hits: Sequence[Hit], documents: Mapping[str, DocumentRecord]
) -> tuple[tuple[HitRow, ...], tuple[AlsoRow, ...]]:
    """Return the hits to show in full, all exact ones or else the first three, and the rest in short."""
    full = [hit for hit in hits if hit.match in WHOLE]
    if full:
        rest = [hit for hit in hits if hit.match not in WHOLE][:MOST_SEE_ALSO]
    else:
        full, rest = list(hits[:SHOWN_IN_FULL]), list(hits[SHOWN_IN_FULL:])
    return tuple(_hit_row(hit, documents) for hit in full), tuple(map(also_row, rest))


def _hit_row(hit: Hit, documents: Mapping[str, DocumentRecord]) -> HitRow:
    concept = hit.concept
    return (
        concept.id,
        hit.term.text,
        hit.reading,
        concept.subject_field,
        concept.scope,
        pick_definition(concept),
        concept.note,
        tuple(term.text for term in concept.terms if term.text != hit.term.text),
        tuple((one.term, one.rendering) for one in hit.members),
        tuple(map(_rendering_row, hit.renderings)),
        concept.is_gap,
        _context_row(hit.contexts[0], documents) if hit.contexts else None,
        hit.match.value,
    )


def _rendering_row(rendering: Rendering) -> RenderingRow:
    return (
        rendering.text,
        rendering.status.value,
        rendering.instead,
        rendering.term_type.value,
        rendering.note,
        tuple(
            (
                fact.publisher,
                fact.title,
                fact.date,
                fact.tier.value,
                fact.basis.value if fact.basis else "",
                fact.url,
            )
            for fact in rendering.evidence
        ),
    )


def _context_row(context: Context, documents: Mapping[str, DocumentRecord]) -> ContextRow:
    record = documents.get(context.document)
    source = (record.publisher or record.title) if record else ""
    return context.left, context.keyword, context.right, source, bool(record and record.sample)


def also_row(hit: Hit) -> AlsoRow:
    """Return a hit in short: its term, reading, what to write, and why it was found."""
    usable = first_usable(hit.renderings)
    return hit.term.text, hit.reading, usable.text if usable else "", hit.match.value
