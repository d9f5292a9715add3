"""Yomitan: a dictionary that pops up over Chinese text in the browser."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.yomitan.writing import write_yomitan

FORMAT = Format(
    name="yomitan",
    title="Yomitan dictionary (zip)",
    purpose=Purpose.DICTIONARIES,
    extensions=(".zip",),
    media_type="application/zip",
    options=("source_lang", "target_lang"),
    loses=(
        "Ids, relations, parts of speech, and the titles and addresses of sources.",
        "Language codes stand without script and country.",
    ),
    is_text=False,
    gathers=True,
    write=write_yomitan,
)
