"""JSON glossaries of other programs: pairs as keys and values, or objects under other names than ours."""

from io import BytesIO

import pytest

from glossary.errors import InvalidInput
from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.json import FORMAT
from glossary.model import Status


def read(text: str) -> ImportedFile:
    return FORMAT.read_whole(BytesIO(text.encode()))


def pairs(imported: ImportedFile) -> list[tuple[str, ...]]:
    return [(one.terms[0].text, *(r.text for r in one.renderings)) for one in imported.additions]


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def told(imported: ImportedFile) -> list[tuple[str, str]]:
    return [(line.where, line.what) for line in imported.dropped]


@pytest.mark.parametrize(
    "text",
    [
        '{"grid": "网格",\n "GUI": "GUI"}',
        '{"网格": "grid", "GUI": "GUI"}',
        '{"glossary": {"grid": "网格", "GUI": "GUI"}}',
        '[{"grid": "网格", "GUI": "GUI"}]',
    ],
)
def test_keys_and_values_are_pairs(text: str) -> None:
    assert pairs(read(text)) == [("网格", "grid"), ("GUI", "GUI")]


def test_what_is_no_pair_among_them_is_told() -> None:
    imported = read('{"name": "my terms",\n "grid": "网格",\n "rules": [1]}')
    assert pairs(imported) == [("网格", "grid")]
    assert told(imported) == [("line 1, 'name'", "name = my terms"), ("line 3", "rules")]


def test_an_object_without_any_pair_is_refused_with_what_to_write() -> None:
    with pytest.raises(InvalidInput, match="no 'concepts', and no terms as its keys; write a list"):
        read('{"name": "my terms", "rules": [1]}')


@pytest.mark.parametrize(
    "one",
    [
        '{"source": "网格", "target": "grid"}',
        '{"source": "grid", "target": "网格"}',
        '{"zh-CN": "网格", "en-US": "grid"}',
        '{"term": "grid", "translation": "网格"}',
        '{"en": "grid", "translation": "网格"}',
        '{"中文": "网格", "英文": "grid"}',
    ],
)
def test_objects_are_read_by_the_names_of_their_sides(one: str) -> None:
    assert pairs(read(f"[{one}]")) == [("网格", "grid")]


def test_what_is_said_of_a_pair_is_kept_where_its_name_is_known() -> None:
    about = '"category": "law", "note": "in towns", "status": "禁用", "x": 1'
    text = f'[{{"source": "grid", "target": "网格", {about}}}]'
    imported = read(text)
    addition = only(imported)
    assert (addition.subject_field, addition.note) == ("law", "in towns")
    assert addition.renderings[0].status is Status.FORBIDDEN
    assert told(imported) == [("line 1, concept 1", "x")]


def test_terms_under_a_key_of_traditional_chinese_are_so() -> None:
    assert only(read('[{"zh-TW": "網格", "en": "grid"}]')).terms[0].language == "zh-Hant"


def test_an_object_of_other_languages_is_told() -> None:
    imported = read('[{"source": "Gitter", "target": "grille"}]')
    assert (imported.additions, told(imported)) == ((), [("line 1, concept 1", "a concept")])
