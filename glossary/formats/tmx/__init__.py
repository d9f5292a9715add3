"""TMX: what memoQ, Google, Amazon, Azure and OmegaT all take."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.omegat.places import MEMORY_PLACE
from glossary.formats.tmx.reading import read_tmx, recognise_tmx
from glossary.formats.tmx.writing import write_tmx

FORMAT = Format(
    name="tmx",
    title="Translation memory (TMX 1.4), contexts as notes",
    purpose=Purpose.TOOLS,
    extensions=(".tmx",),
    media_type="application/xml",
    options=("source_lang", "target_lang", "quoting"),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out: a memory offers whatever it holds.",
        "Relations, readings, parts of speech, addresses, and terms without a rendering.",
        "Who used a rendering and the contexts stand there for people, and are not read back.",
    ),
    usual_contexts=3,
    place=MEMORY_PLACE,
    write=write_tmx,
    read=read_tmx,
    recognises=recognise_tmx,
)
