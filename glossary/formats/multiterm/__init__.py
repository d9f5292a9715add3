"""MultiTerm XML: what Trados, memoQ, Across and Phrase exchange whole termbases in."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.multiterm.reading import read_multiterm, recognise_multiterm
from glossary.formats.multiterm.writing import write_multiterm

FORMAT = Format(
    name="multiterm",
    title="MultiTerm XML (Trados, memoQ)",
    purpose=Purpose.TOOLS,
    extensions=(".xml",),
    media_type="application/xml",
    options=("source_lang", "target_lang"),
    loses=(
        "zh-Hans and en stand as the codes asked for; asked for en-US, terms in en and in en-US become one.",
        "Terms stand by language, so zh-Hant between two zh-Hans terms is read back after them.",
        "Blanks at the ends of a text.",
        "Ids of concepts that were merged into another, and decisions about candidates.",
    ),
    write=write_multiterm,
    read=read_multiterm,
    recognises=recognise_multiterm,
)
