"""JSON: all concepts, with every field, in one object."""

from glossary.formats.declaration import Format
from glossary.formats.json.reading import read_json, recognise_json
from glossary.formats.json.writing import write_json

FORMAT = Format(
    name="json",
    title="JSON, all fields",
    extensions=(".json",),
    media_type="application/json",
    options=("snapshot", "quoting"),
    loses=("Decisions about candidates.",),
    write=write_json,
    read=read_json,
    recognises=recognise_json,
)
