"""UTX: the simple glossary format of the Asia-Pacific Association for Machine Translation."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.utx.reading import read_utx, recognise_utx
from glossary.formats.utx.writing import write_utx

FORMAT = Format(
    name="utx",
    title="UTX glossary (AAMT)",
    purpose=Purpose.TOOLS,
    extensions=(".utx",),
    media_type="text/tab-separated-values; charset=utf-8",
    options=("source_lang", "target_lang"),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out: nothing in this edition marks them.",
        "A Chinese term that starts with # is left out, since its line would be a remark.",
        "TABs and line breaks become blanks; a term without a part of speech is called a noun.",
        "The script of a Chinese term: nothing tells zh-Hant from zh-Hans.",
        "Ids, relations, readings, sources and addresses.",
    ),
    write=write_utx,
    read=read_utx,
    recognises=recognise_utx,
)
