"""OmegaT: a glossary of three columns, in the folder that OmegaT reads."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.omegat.places import GLOSSARY_PLACE
from glossary.formats.omegat.reading import read_omegat, recognise_omegat
from glossary.formats.omegat.writing import write_omegat

FORMAT = Format(
    name="omegat",
    title="OmegaT glossary",
    purpose=Purpose.TOOLS,
    extensions=(".utf8",),
    media_type="text/tab-separated-values; charset=utf-8",
    loses=(
        "Deprecated, forbidden and proposed renderings are left out, since OmegaT would offer them.",
        "A Chinese term that starts with # is left out, since OmegaT takes its line for a remark.",
        "TABs and line breaks become blanks.",
        "Ids, relations, parts of speech, readings, sources and addresses have no place in it.",
    ),
    place=GLOSSARY_PLACE,
    write=write_omegat,
    read=read_omegat,
    recognises=recognise_omegat,
)
