"""Whatever a concept holds comes back: hypothesis looks for one that does not."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from format_samples import WITHOUT_IDS, concept_lists, export, exported_bytes, import_back, without_proposed
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from glossary.formats import toml
from glossary.formats.cells import notation
from glossary.formats.registry import find_format
from glossary.model import Concept, Term

pytestmark = pytest.mark.slow

XML_SPACE = " \t\n"
PLAIN = settings(max_examples=60)


def as_tbx_carries(concept: Concept) -> Concept:
    """Terms by language in the order in which each is first named; notes without blanks at their ends."""
    kept = without_proposed(concept)
    return replace(
        kept,
        subject_field=kept.subject_field.strip(XML_SPACE),
        scope=kept.scope.strip(XML_SPACE),
        note=kept.note.strip(XML_SPACE),
        definitions=tuple(replace(d, source=d.source.strip(XML_SPACE)) for d in kept.definitions),
        terms=by_language(kept.terms),
        renderings=by_language(kept.renderings),
    )


def by_language(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    languages = list(dict.fromkeys(term.language for term in terms))
    return tuple(trim(term) for term in sorted(terms, key=lambda term: languages.index(term.language)))


def trim(term: Term) -> Term:
    return replace(
        term,
        note=term.note.strip(XML_SPACE),
        reading=term.reading.strip(XML_SPACE),
        part_of_speech=term.part_of_speech.strip(XML_SPACE),
    )


@pytest.mark.parametrize("name", ["csv", "csv-excel", "tsv", "xlsx", "json", "jsonl"])
@PLAIN
@given(concept_lists())
def test_what_loses_nothing_gives_back_every_concept(name: str, concepts: list[Concept]) -> None:
    known = find_format(name)
    imported = known.read_whole(BytesIO(exported_bytes(known, concepts)))

    assert list(imported.concepts) == concepts
    assert imported.dropped == ()


@PLAIN
@given(concept_lists())
def test_toml_gives_back_every_concept(concepts: list[Concept]) -> None:
    with TemporaryDirectory() as folder:
        export(toml.FORMAT, concepts, Path(folder))
        assert sorted(import_back(toml.FORMAT, Path(folder)).concepts, key=id_of) == sorted(
            concepts, key=id_of
        )


@pytest.mark.parametrize("name", ["tbx", "tbx-dct", "tbx4"])
@PLAIN
@given(concept_lists())
def test_tbx_gives_back_all_that_it_can_carry(name: str, concepts: list[Concept]) -> None:
    known = find_format(name)
    imported = known.read_whole(BytesIO(exported_bytes(known, concepts)))

    assert list(imported.concepts) == [as_tbx_carries(concept) for concept in concepts]


@pytest.mark.parametrize("name", sorted(WITHOUT_IDS))
@PLAIN
@given(concept_lists())
def test_a_file_of_pairs_gives_back_no_term_that_was_not_there(name: str, concepts: list[Concept]) -> None:
    known = find_format(name)
    imported = known.read_whole(BytesIO(exported_bytes(known, concepts)))

    there = {plain(term.text) for concept in concepts for term in (*concept.terms, *concept.renderings)}
    read = [term for one in imported.additions for term in (*one.terms, *one.renderings)]
    assert {plain(term.text) for term in read} <= there


def plain(text: str) -> str:
    """Without what separates in one format or another."""
    return "".join(character for character in text if character.isalnum())


@PLAIN
@given(st.text(), st.dictionaries(st.sampled_from(["note", "language", "x"]), st.text()))
def test_an_item_of_a_cell_gives_back_its_text_and_details(text: str, details: dict[str, str]) -> None:
    clean = {name: value.replace("\r", "") for name, value in details.items()}

    assert notation.read_item(notation.write_item(text or "x", clean)) == (text or "x", clean)


def id_of(concept: Concept) -> str:
    return concept.id
