"""A good file of every format that is read, as a start for what harms."""

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.formats.concepts import ImportedFile
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.registry import FORMATS
from glossary.model import (
    Concept,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)

READABLE = [known for known in FORMATS if known.read is not None]
FACT = Evidence(
    publisher="Xinhua", title="Grids", date="2020-11", url="https://example.org/a", tier=Tier.STATE_MEDIA
)
CONCEPTS = (
    Concept(
        id="c7k2m4qa",
        subject_field="grids",
        note="one",
        definitions=(Definition(text="收集信息的平台", language="zh", source="Gazette"),),
        terms=(
            Term(text="社管平台", status=Status.PREFERRED),
            Term(text="社管", term_type=TermType.SHORT_FORM, reading="shè guǎn"),
            Term(text="社管平臺", language="zh-Hant"),
        ),
        renderings=(
            Rendering(text="platform", status=Status.PREFERRED, part_of_speech="noun", evidence=(FACT,)),
            Rendering(text="control platform", status=Status.DEPRECATED, instead="platform", note="loaded"),
        ),
        relations=(Relation(kind=RelationKind.BROADER, concept="cgridman"),),
    ),
    Concept(id="cgridman", terms=(Term(text="网格员"),), renderings=(Rendering(text="grid worker"),)),
)


def name_of(known: Format) -> str:
    return known.name


@cache
def good_file(known: Format) -> bytes:
    """The bytes of a file; of a folder those of its first file."""
    if known.is_folder:
        with TemporaryDirectory() as folder:
            known.write(CONCEPTS, Path(folder), options=ExportOptions())
            return sorted(Path(folder).iterdir())[0].read_bytes()
    out = io.BytesIO()
    known.write(CONCEPTS, out, options=ExportOptions())
    return out.getvalue()


def read_bytes(known: Format, data: bytes) -> ImportedFile:
    """What a file with these bytes says; raises GlossaryError where it is refused."""
    if not known.is_folder:
        return known.read_whole(io.BytesIO(data))
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.toml").write_bytes(data)
        return known.read_whole(Path(folder))
