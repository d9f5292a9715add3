"""PO: a glossary for gettext tools, Weblate and Poedit."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.po.reading import read_po, recognise_po
from glossary.formats.po.writing import write_po

FORMAT = Format(
    name="po",
    title="Gettext PO glossary",
    purpose=Purpose.TOOLS,
    extensions=(".po",),
    media_type="text/x-gettext-translation; charset=utf-8",
    options=("source_lang", "target_lang"),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out, since programs would offer them.",
        "Of several definitions all but the first one, and its source; line breaks in comments.",
        "Relations, readings, parts of speech, addresses, and terms without a rendering.",
        "The script of a Chinese term: nothing tells zh-Hant from zh-Hans.",
        "Who used a rendering stands there for people, and is not read back.",
    ),
    write=write_po,
    read=read_po,
    recognises=recognise_po,
)
