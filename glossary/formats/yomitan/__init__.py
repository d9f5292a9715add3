"""Yomitan: a dictionary that pops up over Chinese text in the browser."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.entries.words import UNSAID
from glossary.formats.yomitan.writing import write_yomitan

FORMAT = Format(
    name="yomitan",
    title="Yomitan dictionary (zip)",
    purpose=Purpose.DICTIONARIES,
    extensions=(".zip",),
    media_type="application/zip",
    options=("source_lang", "target_lang"),
    loses=(
        UNSAID,
        "Language codes stand without script and country.",
    ),
    is_text=False,
    write=write_yomitan,
)
