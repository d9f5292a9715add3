"""StarDict: a dictionary for GoldenDict, KOReader, sdcv and many others."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.entries.words import UNSAID
from glossary.formats.stardict.writing import write_stardict

FORMAT = Format(
    name="stardict",
    title="StarDict dictionary, found by either script, by synonyms and by English",
    purpose=Purpose.DICTIONARIES,
    extensions=(".ifo", ".idx", ".dict", ".syn"),
    media_type="application/octet-stream",
    loses=(
        UNSAID,
        "A word of more than 255 bytes is left out.",
    ),
    is_folder=True,
    is_text=False,
    write=write_stardict,
)
