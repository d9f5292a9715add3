"""Anki: a deck of flash cards."""

from glossary.formats.anki.writing import write_anki
from glossary.formats.declaration import Format, Purpose
from glossary.formats.entries.cards import LOSSES

FORMAT = Format(
    name="anki",
    title="Anki deck (apkg)",
    purpose=Purpose.DICTIONARIES,
    extensions=(".apkg",),
    media_type="application/octet-stream",
    loses=LOSSES,
    is_text=False,
    write=write_anki,
)
