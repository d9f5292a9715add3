import pytest

from glossary.documents import parse_document
from glossary.errors import InvalidInput
from glossary.model import Document

XLIFF = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file source-language="{}" target-language="{}"><body>{}</body></file></xliff>'
)
PO = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n\n'


def xliff(source: str, target: str, *pairs: tuple[str, str]) -> bytes:
    units = "".join(
        f'<trans-unit id="{at}"><source>{one}</source><target>{other}</target></trans-unit>'
        for at, (one, other) in enumerate(pairs)
    )
    return XLIFF.format(source, target, units).encode()


def tmx(srclang: str, **variants: str) -> bytes:
    texts = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants.items())
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body><tu>{texts}</tu></body></tmx>'.encode()


def read(data: bytes) -> Document:
    return parse_document(data, ["a.txt"])


@pytest.mark.parametrize(
    "data",
    [
        xliff("en", "zh-CN", ("grid worker", "网格员"), ("deliberation", "议事")),
        xliff("zh-Hans", "en-GB", ("网格员", "grid worker"), ("议事", "deliberation")),
        xliff("en", "zh-CN", ("grid worker", "网格员"), ("deliberation", "议事")).decode().encode("utf-16"),
        (PO.format("zh_CN") + 'msgid "grid worker"\nmsgstr "网格员"\n\nmsgid "x"\nmsgstr "议事"\n').encode(),
        (PO.format("en") + 'msgid "网格员"\nmsgstr "grid worker"\n\nmsgid "议事"\nmsgstr "x"\n').encode(
            "gb18030"
        ),
    ],
    ids=["target", "source", "utf-16", "po", "po from Chinese"],
)
def test_the_chinese_side_is_read_a_unit_a_line(data: bytes) -> None:
    if data.startswith(b"\xff\xfe"):
        data = data.decode("utf-16").replace("UTF-8", "UTF-16").encode("utf-16")
    document = read(data)
    assert document.text.splitlines() == ["网格员", "议事"]
    assert document.offsets == "extracted"


def test_the_kind_and_the_encoding_are_named() -> None:
    kinds = [read(data) for data in (xliff("en", "zh", ("a", "甲")), tmx("en", en="a", zh="甲"))]
    assert [(one.kind, one.encoding) for one in kinds] == [("xliff", "utf-8"), ("tmx", "utf-8")]


def test_a_chinese_source_with_several_translations_is_read_once() -> None:
    assert read(tmx("zh", zh="网格员", en="a", fr="b")).text == "网格员"


def test_both_scripts_of_chinese_are_read() -> None:
    assert read(tmx("en", en="a", **{"zh-CN": "网格员", "zh-TW": "網格員"})).text.splitlines() == [
        "网格员",
        "網格員",
    ]


def test_a_unit_of_several_lines_is_one_line() -> None:
    assert read(xliff("en", "zh", ("a", "  甲\n  乙 "))).text == "甲 乙"


def test_without_a_language_tag_the_script_decides() -> None:
    po = 'msgid "grid"\nmsgstr "网格员"\n\nmsgid "b"\nmsgstr "グリッド員"\n'
    assert read(po.encode()).text == "网格员"


def test_where_no_side_is_chinese_the_languages_are_named() -> None:
    with pytest.raises(InvalidInput, match="no side of it is Chinese; its languages are en, ja"):
        read(xliff("en", "ja", ("grid", "網員")))


def test_an_untranslated_file_is_reported() -> None:
    with pytest.raises(InvalidInput, match="its Chinese side is empty"):
        read(xliff("en", "zh", ("grid", "")))


def test_broken_xml_is_reported_with_its_line() -> None:
    with pytest.raises(InvalidInput, match=r"line 1: .*no well-formed XML"):
        read(xliff("en", "zh", ("a", "甲"))[:-30])
