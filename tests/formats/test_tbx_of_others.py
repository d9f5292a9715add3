"""TBX as other programs write it, which is not always as the standard says."""

from io import BytesIO

import pytest

from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.tbx import version2
from glossary.model import Definition, RelationKind


def read(entries: str) -> ImportedFile:
    text = f'<martif type="TBX"><text><body>{entries}</body></text></martif>'
    return version2.FORMAT.read_whole(BytesIO(text.encode()))


def entry(inside: str = "", *, chinese: str = "<tig><term>网格</term></tig>", english: str = "") -> str:
    sections = f'<langSet xml:lang="zh-CN">{chinese}</langSet><langSet xml:lang="en">{english}</langSet>'
    return f'<termEntry id="e1">{inside}{sections}</termEntry>'


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def told(imported: ImportedFile) -> list[str]:
    return [line.what for line in imported.dropped]


def test_a_term_needs_no_section_of_its_own() -> None:
    imported = read(entry(chinese="<term>网格</term><term>格子</term>", english="<term>grid</term>"))
    addition = only(imported)
    assert [one.text for one in addition.terms] == ["网格", "格子"]
    assert [one.text for one in addition.renderings] == ["grid"]
    assert told(imported) == []


def test_an_empty_term_without_a_section_is_told() -> None:
    assert told(read(entry(english="<term> </term>"))) == ["term: "]


def test_a_description_without_a_type_is_a_note() -> None:
    assert only(read(entry("<descrip>part of a district</descrip>"))).note == "part of a district"


@pytest.mark.parametrize("kind", ["usageNote", "Usage note"])
def test_a_note_on_usage_is_a_note(kind: str) -> None:
    rendering = f'<tig><term>grid</term><termNote type="{kind}">in law</termNote></tig>'
    addition = only(read(entry(f'<descrip type="{kind}">of towns</descrip>', english=rendering)))
    assert (addition.note, addition.renderings[0].note) == ("of towns", "in law")


def test_the_identifier_of_a_source_is_the_source_of_a_definition() -> None:
    source = '<admin type="sourceIdentifier">a handbook</admin>'
    group = f'<descripGrp><descrip type="definition">a part</descrip>{source}</descripGrp>'
    assert only(read(entry(group))).definitions == (
        Definition(text="a part", language="en", source="a handbook"),
    )


@pytest.mark.parametrize(("written", "read_as"), [("Noun", "noun"), ("NOUN", "noun"), ("n. pl.", "n. pl.")])
def test_a_part_of_speech_is_known_in_capitals(written: str, read_as: str) -> None:
    rendering = f'<tig><term>grid</term><termNote type="partOfSpeech">{written}</termNote></tig>'
    assert only(read(entry(english=rendering))).renderings[0].part_of_speech == read_as


OURS = "Exported from a glossary termbase."


def headed(source: str) -> ImportedFile:
    """Read two entries whose names look like our own ids, in a file that names its source."""
    first = entry('<ref type="crossReference" target="concept3">broader</ref>').replace("e1", "concept2")
    second = entry().replace("e1", "concept3").replace("网格", "城区")
    header = f"<martifHeader><fileDesc><sourceDesc><p>{source}</p></sourceDesc></fileDesc></martifHeader>"
    text = f'<martif type="TBX">{header}<text><body>{first}{second}</body></text></martif>'
    return version2.FORMAT.read_whole(BytesIO(text.encode()))


def test_an_id_in_a_file_from_elsewhere_is_none_of_ours_though_it_looks_so() -> None:
    imported = headed("Another program")
    assert (len(imported.concepts), len(imported.additions)) == (0, 2)
    (link,) = imported.links
    broader, narrower = imported.additions[1].name, imported.additions[0].name
    assert (link.source, link.kind, link.target) == (narrower, RelationKind.BROADER, broader)


def test_an_id_in_a_file_of_ours_is_ours() -> None:
    assert [one.id for one in headed(OURS).concepts] == ["concept2", "concept3"]
