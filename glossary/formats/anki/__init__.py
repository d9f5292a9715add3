"""Anki: a deck of flash cards."""

from glossary.formats.anki.writing import write_anki
from glossary.formats.declaration import Format, Purpose

FORMAT = Format(
    name="anki",
    title="Anki deck (apkg)",
    purpose=Purpose.DICTIONARIES,
    extensions=(".apkg",),
    media_type="application/octet-stream",
    loses=("Relations, parts of speech, and the titles and addresses of sources.",),
    is_text=False,
    gathers=True,
    write=write_anki,
)
