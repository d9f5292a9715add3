"""JSON lines: one concept a line, for programs that read line by line."""

from glossary.formats.declaration import Format
from glossary.formats.jsonl.reading import read_jsonl, recognise_jsonl
from glossary.formats.jsonl.writing import write_jsonl

FORMAT = Format(
    name="jsonl",
    title="JSON lines, one concept a line",
    extensions=(".jsonl",),
    media_type="application/jsonl",
    options=("quoting",),
    loses=("Decisions about candidates.",),
    write=write_jsonl,
    read=read_jsonl,
    recognises=recognise_jsonl,
)
