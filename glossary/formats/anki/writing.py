"""Anki package: notes with a stable id, written by genanki."""

import html
from calendar import timegm
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.entries.cards import make_card
from glossary.formats.packed import packing
from glossary.model import Concept

DECK_ID, MODEL_ID = 1_761_122_001, 1_761_122_002
DECK_NAME, MODEL_NAME = "Glossary", "Glossary term"
FIELDS = ("Chinese", "Pinyin", "English", "Avoid", "Meaning", "Also")
FRONT = '<div class="zh" lang="zh">{{Chinese}}</div>'
BACK = (
    "{{FrontSide}}<hr id=answer>{{Pinyin}}<p>{{English}}</p>{{#Avoid}}<p>{{Avoid}}</p>{{/Avoid}}"
    "<p>{{Meaning}}</p>{{#Also}}<p>{{Also}}</p>{{/Also}}"
)
STYLE = ".card { font: 18px sans-serif; text-align: center } .zh { font-size: 2em }"
FIRST_MOMENT = 1.0


def write_anki(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write a deck with one note a concept; Anki takes a later deck's word where both have a note."""
    from genanki import Deck, Model, Note, Package

    tally = Tally()
    model = Model(
        MODEL_ID,
        MODEL_NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Chinese to English", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
    )
    deck = Deck(DECK_ID, DECK_NAME)
    for concept in concepts:
        card = make_card(concept)
        shown = [card.chinese, card.pinyin, card.english, card.avoid, card.meaning, card.other]
        tags = [card.tag] if card.tag else []
        deck.add_note(Note(model=model, fields=list(map(show_field, shown)), guid=card.id, tags=tags))
        tally.count(len(concept.renderings))
    with packing(out) as scratch:
        Package(deck).write_to_file(scratch, timestamp=moment_of(options.date))
    return tally.report()


def show_field(text: str) -> str:
    """Return a text as HTML."""
    return html.escape(text).replace("\n", "<br>")


def moment_of(day: str) -> float:
    """Return the first second of a day; Anki changes a note only for a later one."""
    return float(timegm(date.fromisoformat(day).timetuple())) if day else FIRST_MOMENT
