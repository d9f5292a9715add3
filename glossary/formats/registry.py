"""The one list of formats: a new one is a file beside this one and a line in it, and then `make lists`."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from glossary.errors import InvalidInput, UnknownName, UnreadableFile
from glossary.formats import (
    amazon,
    anki,
    anki_tsv,
    azure,
    cedict,
    csv,
    csv_excel,
    deepl,
    deepl_csv,
    google,
    google_set,
    html,
    jieba_dict,
    json,
    jsonl,
    markdown,
    memoq,
    multiterm,
    omegat,
    po,
    prompt,
    skos,
    stardict,
    tmx,
    toml,
    trados,
    tsv,
    utx,
    weblate,
    wordfast,
    xlsx,
    yomitan,
)
from glossary.formats.declaration import Format, Purpose
from glossary.formats.tbx import dct as tbx_dct
from glossary.formats.tbx import version2 as tbx2
from glossary.formats.tbx import version3 as tbx
from glossary.formats.tbx import version4 as tbx4

FORMATS: tuple[Format, ...] = (
    csv.FORMAT,
    csv_excel.FORMAT,
    tsv.FORMAT,
    xlsx.FORMAT,
    json.FORMAT,
    jsonl.FORMAT,
    toml.FORMAT,
    tbx_dct.FORMAT,
    tbx4.FORMAT,
    tbx.FORMAT,
    tbx2.FORMAT,
    skos.FORMAT,
    wordfast.FORMAT,
    omegat.FORMAT,
    memoq.FORMAT,
    trados.FORMAT,
    multiterm.FORMAT,
    weblate.FORMAT,
    po.FORMAT,
    tmx.FORMAT,
    utx.FORMAT,
    deepl.FORMAT,
    deepl_csv.FORMAT,
    google.FORMAT,
    google_set.FORMAT,
    amazon.FORMAT,
    azure.FORMAT,
    yomitan.FORMAT,
    stardict.FORMAT,
    cedict.FORMAT,
    anki.FORMAT,
    anki_tsv.FORMAT,
    html.FORMAT,
    markdown.FORMAT,
    jieba_dict.FORMAT,
    prompt.FORMAT,
)
HEAD_BYTES = 4096
AS_A_TABLE = "or save the list as a table (CSV or XLSX) with Chinese in one column and English in another"
OPTION_NAMES: Mapping[str, str] = {
    "source_lang": "--source-lang",
    "target_lang": "--target-lang",
    "quoting": "--contexts",
    "bom": "--bom",
}
"""How the command line calls those options that not every format heeds."""


def find_format(name: str) -> Format:
    """Return the format of this name; raises UnknownName, which lists those that exist."""
    for candidate in FORMATS:
        if candidate.name == name:
            return candidate
    raise UnknownName("format", name, [known.name for known in FORMATS])


def tell_format(source: Path | bytes) -> Format:
    """Return the format of a file, a folder or first bytes, by content.

    A file whose content tells nothing goes by its extension, so that its reader says what is wrong with it.
    Raises InvalidInput where neither tells, UnreadableFile where there is nothing to read.
    """
    if isinstance(source, bytes):
        found = recognise(source)
    elif source.is_dir():
        found = next((known for known in readable_formats() if known.is_folder), None)
    else:
        found = recognise(read_head(source)) or find_by_extension(source)
    if found is None:
        names = ", ".join(known.name for known in readable_formats())
        raise InvalidInput(f"the content does not tell its format; name it: {names}; {AS_A_TABLE}")
    return found


def recognise(head: bytes) -> Format | None:
    """Return the readable format that knows these first bytes."""
    return next((known for known in readable_formats() if known.recognises and known.recognises(head)), None)


def find_by_extension(path: Path) -> Format | None:
    """Return the first readable format whose files end like this one."""
    return next((known for known in readable_formats() if path.suffix.lower() in known.extensions), None)


def readable_formats() -> list[Format]:
    """Return the formats that can be imported."""
    return [known for known in FORMATS if known.read is not None]


def read_head(path: Path) -> bytes:
    """Return the first bytes of a file."""
    if path.exists() and not path.is_file():
        raise UnreadableFile(path, "it is no regular file")  # opening a named pipe would wait for ever
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "cannot be read") from None


def describe_formats() -> list[dict[str, object]]:
    """Return what each format says of itself, ready for JSON."""
    return [
        {
            "name": known.name,
            "title": known.title,
            "purpose": known.purpose,
            "extensions": list(known.extensions),
            "media_type": known.media_type,
            "folder": known.is_folder,
            "writes": True,
            "reads": known.read is not None,
            "options": list(known.options),
            "snapshot": known.carries_snapshot,
            "project": f"{known.place.program}: {known.place.folder}/" if known.place else "",
            "loses": list(known.loses),
        }
        for known in FORMATS
    ]


def formats_by_purpose() -> dict[Purpose, list[Format]]:
    """Return the formats of each purpose, in the order of the lists."""
    return {purpose: [known for known in FORMATS if known.purpose is purpose] for purpose in Purpose}


def show_formats() -> str:
    """Return the formats as the tables of docs/formats.md, and below them what each of them cannot carry."""
    tables = [show_table(purpose, known) for purpose, known in formats_by_purpose().items() if known]
    losses = [f"- `{known.name}`: {' '.join(known.loses)}" for known in FORMATS if known.loses]
    return "\n".join([*tables, "What they cannot carry:", *losses])


def show_table(purpose: Purpose, formats: Iterable[Format]) -> str:
    """Return the formats of one purpose as a table."""
    head = ["| name | format | files | import | knows its snapshot | options |", "|---|---|---|---|---|---|"]
    return "\n".join([f"**For {purpose}**", "", *head, *map(show_row, formats), ""])


def show_row(known: Format) -> str:
    """Return one format as a row of that table."""
    files = ", ".join(known.extensions) + (" in a folder" if known.is_folder else "")
    options = ", ".join(f"`{OPTION_NAMES[option]}`" for option in known.options if option in OPTION_NAMES)
    placed = ", `--project`" if known.place else ""
    reads, carries = ("yes" if has else "no" for has in (known.read, known.carries_snapshot))
    told = (options + placed).removeprefix(", ") or "none"
    return f"| `{known.name}` | {known.title} | {files} | {reads} | {carries} | {told} |"
