"""MultiTerm XML: entries whose fields are named as their makers like."""

from io import BytesIO

import pytest
from format_samples import GRID_WORKER, PLATFORM, exported_bytes
from lxml import etree

from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.multiterm import FORMAT
from glossary.formats.registry import tell_format
from glossary.model import Definition, Evidence, Status


def read(inside: str, *, encoding: str = "utf-8") -> ImportedFile:
    text = f'<?xml version="1.0" encoding="{encoding}"?><mtf>{inside}</mtf>'
    return FORMAT.read_whole(BytesIO(text.encode(encoding)))


def described(kind: str, text: str, inner: str = "") -> str:
    return f'<descripGrp><descrip type="{kind}">{text}</descrip>{inner}</descripGrp>'


def section(*terms: str, language: str = 'lang="ZH-CN" type="Chinese (PRC)"', about: str = "") -> str:
    return f"<languageGrp><language {language}/>{about}{''.join(terms)}</languageGrp>"


def term(text: str, inside: str = "") -> str:
    return f"<termGrp><term>{text}</term>{inside}</termGrp>"


def entry(*sections: str, about: str = "") -> str:
    return f"<conceptGrp><concept>7</concept>{about}{''.join(sections)}</conceptGrp>"


ENGLISH = 'type="English (United States)" lang="EN-US"'


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def told(imported: ImportedFile) -> list[tuple[str, str]]:
    return [(line.where, line.what) for line in imported.dropped]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entry_of_another_termbase_is_an_addition(encoding: str) -> None:
    imported = read(entry(section(term("网格")), section(term("grid"), language=ENGLISH)), encoding=encoding)
    addition = only(imported)
    assert [(one.text, one.language) for one in addition.terms] == [("网格", "zh-Hans")]
    assert [(one.text, one.language) for one in addition.renderings] == [("grid", "en-US")]
    assert imported.dropped == ()


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ('lang="ZH" type="Chinese"', "zh-Hans"),
        ('lang="ZH-TW" type="Chinese (Taiwan)"', "zh-Hant"),
        ('lang="ZH" type="Chinese (Taiwan)"', "zh-Hant"),
        ('type="Chinese_PRC"', "zh-Hans"),
    ],
)
def test_a_section_is_known_by_its_code_or_its_name(language: str, tag: str) -> None:
    assert only(read(entry(section(term("網格"), language=language)))).terms[0].language == tag


def test_a_section_in_another_language_is_told() -> None:
    imported = read(entry(section(term("网格")), section(term("Gitter"), language='lang="DE" type="German"')))
    assert told(imported) == [("line 1, concept 7", "terms in German")]


def test_fields_are_known_by_their_names_in_either_language() -> None:
    about = described("Domain", "law") + described("Definition", "part of a town", described("Source", "Act"))
    said = described("状态", "首选") + described("Part of Speech", "noun") + described("Usage note", "in law")
    imported = read(entry(section(term("网格")), section(term("grid", said), language=ENGLISH), about=about))
    addition = only(imported)
    rendering = addition.renderings[0]
    assert addition.subject_field == "law"
    assert addition.definitions == (Definition(text="part of a town", language="en", source="Act"),)
    assert (rendering.status, rendering.part_of_speech) == (Status.PREFERRED, "noun")
    assert rendering.note == "in law"
    assert imported.dropped == ()


def test_a_definition_in_a_section_is_in_its_language() -> None:
    imported = read(entry(section(term("网格"), about=described("Definition", "a + b"))))
    assert only(imported).definitions[0].language == "zh-Hans"


def test_a_source_in_other_words_than_ours_is_kept_as_a_title() -> None:
    rendering = section(term("grid", described("Source", "Xinhua")), language=ENGLISH)
    assert only(read(entry(section(term("网格")), rendering))).renderings[0].evidence == (
        Evidence(title="Xinhua"),
    )


def test_what_has_no_place_is_told_by_its_name_and_text() -> None:
    about = described("Picture", "grid.jpg") + described("Status", "great")
    rendering = term("grid", described("Status", "great") + described("Gender", "f"))
    imported = read(entry(section(term("网格")), section(rendering, language=ENGLISH), about=about))
    assert [what for _, what in told(imported)] == [
        "Status: great",
        "Gender: f",
        "Picture: grid.jpg",
        "Status: great",
    ]


def test_that_the_history_of_entries_is_not_read_is_told_once() -> None:
    history = '<transacGrp><transac type="origination">me</transac><date>2020-01-01</date></transacGrp>'
    one = entry(section(term("网格", history)), about=history)
    assert [what for _, what in told(read(one + one))] == ["transacGrp"]


def test_an_entry_number_that_looks_like_an_id_is_none() -> None:
    assert read(entry(section(term("网格")), about=described("ID", "caaaaaab"))).concepts == ()


def test_what_is_written_has_the_elements_of_multiterm_in_their_order() -> None:
    root = etree.fromstring(exported_bytes(FORMAT, [PLATFORM, GRID_WORKER]))
    assert [child.tag for child in root] == ["conceptGrp", "conceptGrp"]
    assert [one.text for one in root.iter("concept")] == ["1", "2"]
    for group in root.iter("languageGrp"):
        assert group[0].tag == "language"
        assert {child.tag for child in group[1:]} == {"termGrp"}
    assert {one.get("lang") for one in root.iter("language")} >= {"ZH-CN", "EN"}


def test_a_file_is_told_by_its_root() -> None:
    assert tell_format('<?xml version="1.0"?><mtf>'.encode("utf-16")) is FORMAT
