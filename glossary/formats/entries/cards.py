"""Concepts as flash cards: the Chinese on the front, what to write and why on the back."""

from typing import NamedTuple

from glossary.formats.entries.words import meaning_lines, read_aloud, show_rendering
from glossary.formats.pairs.offering import flatten, sort_by_status
from glossary.model import DISCOURAGED, Concept

LOSSES = ("Relations, parts of speech, and the titles and addresses of sources.",)


class Card(NamedTuple):
    """The fields of a card; ``id`` is the same for ever, so that a later deck changes the card."""

    id: str
    chinese: str
    pinyin: str
    english: str
    avoid: str
    meaning: str
    other: str
    tag: str


def make_card(concept: Concept) -> Card:
    """Return the card of a concept; several texts in a field stand apart by line breaks."""
    ordered = sort_by_status(concept.renderings)
    others = (term.text for term in concept.terms if term is not concept.head)
    return Card(
        id=concept.id,
        chinese=flatten(concept.head.text),
        pinyin=read_aloud(concept.head),
        english="\n".join(show_rendering(one) for one in ordered if one.status not in DISCOURAGED),
        avoid="\n".join(show_rendering(one) for one in ordered if one.status in DISCOURAGED),
        meaning="\n".join(meaning_lines(concept)),
        other=", ".join(map(flatten, others)),
        tag="_".join(concept.subject_field.split()),
    )
