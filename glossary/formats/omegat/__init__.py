"""OmegaT: a glossary of three columns, in the folder that OmegaT reads."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.omegat.places import GLOSSARY_PLACE
from glossary.formats.omegat.reading import read_omegat, recognise_omegat
from glossary.formats.omegat.writing import LAYOUT, write_omegat

FORMAT = Format(
    name="omegat",
    title="OmegaT glossary",
    purpose=Purpose.TOOLS,
    extensions=(".utf8",),
    media_type="text/tab-separated-values; charset=utf-8",
    loses=LAYOUT.losses(
        "A Chinese term that starts with # is left out, since OmegaT takes its line for a remark."
    ),
    place=GLOSSARY_PLACE,
    write=write_omegat,
    read=read_omegat,
    recognises=recognise_omegat,
)
