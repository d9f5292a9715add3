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

RDF_XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">
 <s:Concept rdf:about="http://example.org/a"><s:prefLabel xml:lang="zh">网格</s:prefLabel>
  <s:altLabel xml:lang="en">grid</s:altLabel><s:broader rdf:resource="http://example.org/b"/>
  <s:note rdf:parseType="Literal"><b>x</b></s:note></s:Concept>
</rdf:RDF>
"""
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


def of_others() -> dict[str, tuple[str, bytes]]:
    """Good files in forms that we read and do not write: each with the name of its format."""
    texts = {
        "rdf-xml": ("skos", RDF_XML),
        "utx-1.20": (
            "utx",
            "#UTX 1.20; lang: zh/en\n#src:zh\ttgt:ja\ttgt:en\tterm status\n格\tx\tgrid\tapproved\n",
        ),
        "po-unsettled": ("po", '#, fuzzy\nmsgid "grid"\nmsgstr "格"\n\n#~ msgid "a"\n#~ msgstr "甲"\n'),
        "two-headers": ("csv", "词,,译\n简体,繁体,英文\n网格,網格,grid\n格子,,cell|grid\n"),
        "languages": ("csv", "网格,grid,zh,en\n格子,cell,zh,en\n"),
    }
    return {name: (known, text.encode()) for name, (known, text) in texts.items()}


def read_bytes(known: Format, data: bytes) -> ImportedFile:
    """What a file with these bytes says; raises GlossaryError where it is refused."""
    if not known.is_folder:
        return known.read_whole(io.BytesIO(data))
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.toml").write_bytes(data)
        return known.read_whole(Path(folder))
