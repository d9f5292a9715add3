"""DeepL: a glossary between TABs, which DeepL takes by its API and on its page."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.deepl.reading import read_deepl, recognise_deepl
from glossary.formats.deepl.writing import write_deepl
from glossary.formats.machine.tables import PAIR_LOSSES

LOSSES = (
    *PAIR_LOSSES,
    "A text with a TAB, a line break or a control character, or of more than 1,024 bytes, is left out.",
)
FORMAT = Format(
    name="deepl",
    title="DeepL glossary (TSV)",
    purpose=Purpose.MACHINE,
    extensions=(".tsv",),
    media_type="text/tab-separated-values; charset=utf-8",
    loses=LOSSES,
    write=write_deepl,
    read=read_deepl,
    recognises=recognise_deepl,
)
