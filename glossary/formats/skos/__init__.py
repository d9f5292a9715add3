"""SKOS: concepts for thesaurus programs and the web of data."""

from glossary.formats.declaration import Format
from glossary.formats.skos.reading import read_skos, recognise_skos
from glossary.formats.skos.writing import write_skos

FORMAT = Format(
    name="skos",
    title="SKOS thesaurus (Turtle)",
    extensions=(".ttl",),
    media_type="text/turtle; charset=utf-8",
    options=("source_lang", "target_lang", "quoting"),
    loses=(
        "Proposed renderings are left out: no label says that.",
        "Deprecated and forbidden are both hidden labels; one preferred term of a language stays preferred.",
        "Sources stand at the concept, in few words, without address and tier.",
        "Parts of speech, term types, readings, notes on terms, instead and serves.",
    ),
    write=write_skos,
    read=read_skos,
    recognises=recognise_skos,
)
