import io

import pytest

from glossary.errors import InvalidInput
from glossary.files.units import Unit, is_chinese
from glossary.files.xliff import read_xliff

V1, V2 = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"


def xliff_1(body: str, languages: str = 'source-language="en" target-language="zh-CN"') -> bytes:
    file = f"<file {languages}><body>{body}</body></file>"
    return f'<?xml version="1.0"?><xliff version="1.2" xmlns="{V1}">{file}</xliff>'.encode()


def xliff_2(body: str) -> bytes:
    return (
        f'<xliff version="2.0" xmlns="{V2}" srcLang="en" trgLang="zh-Hans"><file id="f">{body}</file></xliff>'
    ).encode()


def pairs(data: bytes) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read_xliff(io.BytesIO(data))]


def test_a_unit_has_its_id_both_texts_and_both_languages() -> None:
    data = xliff_1('<trans-unit id="7"><source>grid worker</source><target>网格员</target></trans-unit>')
    assert list(read_xliff(io.BytesIO(data))) == [
        Unit(where="7", source="grid worker", target="网格员", source_language="en", target_language="zh-CN")
    ]


def test_units_in_groups_and_several_files_are_read() -> None:
    other = (
        "<file source-language='fr'><body><trans-unit id='2'><source>b</source></trans-unit></body></file>"
    )
    unit = (
        "<group><group><trans-unit id='1'><source>a</source><target>甲</target></trans-unit></group></group>"
    )
    data = xliff_1(unit).replace(b"</xliff>", f"{other}</xliff>".encode())
    assert [(one.where, one.source_language) for one in read_xliff(io.BytesIO(data))] == [
        ("1", "en"),
        ("2", "fr"),
    ]


def test_units_of_a_second_file_are_told_from_those_of_the_first() -> None:
    unit = "<trans-unit id='1'><source>a</source></trans-unit>"
    files = "".join(
        f"<file original='C:\\docs\\{name}'><body>{unit}</body></file>" for name in ("a.md", "b.md")
    )
    data = f"<xliff version='1.2' xmlns='{V1}'>{files}</xliff>".encode()
    assert [one.where for one in read_xliff(io.BytesIO(data))] == ["1", "b.md/1"]


def test_inline_tags_are_taken_out_with_the_code_in_them() -> None:
    target = '<g id="1">网<ph id="2">{0}</ph>格</g><bpt id="3">&lt;b&gt;</bpt>员<ept id="3"/><x id="4"/>。'
    data = xliff_1(f"<trans-unit id='1'><source>s</source><target>{target}</target></trans-unit>")
    assert pairs(data) == [("s", "网格员。")]


def test_proposals_and_notes_are_left_out() -> None:
    unit = (
        "<trans-unit id='1'><source>s</source><target>甲</target><note>乙</note>"
        "<alt-trans><source>x</source><target>丙</target></alt-trans></trans-unit>"
    )
    assert pairs(xliff_1(unit)) == [("s", "甲")]


def test_marked_segments_are_units_of_their_own() -> None:
    def marked(*texts: str) -> str:
        return "".join(f'<mrk mtype="seg" mid="{at}">{text}</mrk> ' for at, text in enumerate(texts))

    unit = (
        f"<trans-unit id='u'><source>One. Two.</source><seg-source>{marked('One.', 'Two.')}</seg-source>"
        f"<target>{marked('一。', '二。')}</target></trans-unit>"
    )
    assert pairs(xliff_1(unit)) == [("One.", "一。"), ("Two.", "二。")]


def test_version_2_has_languages_on_the_root_and_segments_in_units() -> None:
    unit = (
        '<group id="g"><unit id="u"><segment id="a">'
        '<source>One <pc id="1">two</pc></source><target>一<ph id="2"/>二</target>'
        "</segment><ignorable><source> </source></ignorable>"
        "<segment><source>Three</source></segment></unit></group>"
    )
    assert list(read_xliff(io.BytesIO(xliff_2(unit)))) == [
        Unit(where="u/a", source="One two", target="一二", source_language="en", target_language="zh-Hans"),
        Unit(where="u/2", source="Three", target="", source_language="en", target_language="zh-Hans"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        xliff_1("<trans-unit id='1'><source>s")[:-30],
        b"<tmx/>",
        b'<!DOCTYPE xliff [<!ENTITY a "b">]><xliff><file>&a;</file></xliff>',
    ],
)
def test_broken_and_hostile_xml_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        list(read_xliff(io.BytesIO(data)))


def test_a_whole_file_packed_into_the_header_is_no_hindrance() -> None:
    header = f"<header><skl><internal-file>{'A' * 11_000_000}</internal-file></skl></header>"
    data = xliff_1("<trans-unit id='1'><source>s</source></trans-unit>").replace(
        b"<body>", f"{header}<body>".encode()
    )
    assert pairs(data) == [("s", "")]


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "ZH_tw", "zh-Hans", "zho", "cmn-Hans-CN"])
def test_tags_of_chinese_are_known(tag: str) -> None:
    assert is_chinese(tag)


@pytest.mark.parametrize("tag", ["", "en", "za", "ja-JP", "x-zh"])
def test_other_tags_are_not_chinese(tag: str) -> None:
    assert not is_chinese(tag)
