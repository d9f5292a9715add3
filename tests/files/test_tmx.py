import io

import pytest

from glossary.errors import InvalidInput
from glossary.files.tmx import read_tmx
from glossary.files.units import Unit


def tmx(body: str, srclang: str = "en") -> bytes:
    return (
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
        f'<header srclang="{srclang}" datatype="xml"/><body>{body}</body></tmx>'
    ).encode()


def tu(*variants: tuple[str, str], attributes: str = "") -> str:
    texts = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in variants)
    return f"<tu {attributes}><note>n</note>{texts}</tu>"


def read(data: bytes) -> list[Unit]:
    return list(read_tmx(io.BytesIO(data)))


def test_a_unit_has_the_source_and_its_translation() -> None:
    assert read(tmx(tu(("en", "grid worker"), ("zh-CN", "网格员")))) == [
        Unit(
            where="1",
            source="grid worker",
            target="网格员",
            source_language="en",
            target_language="zh-CN",
            remarks=(("", "n"),),
        )
    ]


def test_a_unit_is_known_by_its_id() -> None:
    assert read(tmx(tu(("en", "a"), ("zh", "甲"), attributes='tuid="x7"')))[0].where == "x7"


def test_the_source_is_the_header_s_language_wherever_it_stands() -> None:
    (unit,) = read(tmx(tu(("en-GB", "a"), ("zh-CN", "甲")), srclang="zh"))
    assert (unit.source, unit.target) == ("甲", "a")


def test_a_unit_may_name_its_own_source_language() -> None:
    (unit,) = read(tmx(tu(("en", "a"), ("zh", "甲"), attributes='srclang="zh"')))
    assert unit.source == "甲"


@pytest.mark.parametrize("srclang", ["*all*", "", "de"])
def test_without_a_known_source_language_the_first_text_is_the_source(srclang: str) -> None:
    (unit,) = read(tmx(tu(("en", "a"), ("zh", "甲")), srclang=srclang))
    assert unit.source == "a"


def test_each_translation_is_a_pair_with_the_source() -> None:
    units = read(tmx(tu(("en", "a"), ("zh", "甲"), ("fr", "b"))))
    assert [(unit.where, unit.source, unit.target) for unit in units] == [("1", "a", "甲"), ("1", "a", "b")]


def test_a_text_without_translation_is_a_pair_with_nothing() -> None:
    (unit,) = read(tmx(tu(("en", "a"))))
    assert (unit.source, unit.target, unit.target_language) == ("a", "", "")


def test_old_files_write_the_language_without_a_prefix() -> None:
    data = tmx(tu(("en", "a"), ("zh", "甲"))).replace(b"xml:lang", b"lang")
    assert read(data)[0].target_language == "zh"


def test_inline_codes_are_taken_out_and_highlights_kept() -> None:
    (unit,) = read(
        tmx(tu(("en", "a"), ("zh", '<bpt i="1">{\\b </bpt>网<hi>格</hi>员<ept i="1">}</ept><ut>x</ut>')))
    )
    assert unit.target == "网格员"


def test_tags_may_lie_deep_in_one_another() -> None:
    (unit,) = read(tmx(tu(("en", "a"), ("zh", "<hi>网" * 1500 + "</hi>" * 1500))))
    assert unit.target == "网" * 1500


def test_an_entity_of_a_dtd_that_is_not_loaded_is_left_out() -> None:
    (unit,) = read(tmx(tu(("en", "a"), ("zh", "网&nbsp;格"))))
    assert unit.target == "网格"


@pytest.mark.parametrize("data", [b"<tmx><header/><body><tu>", tmx("<x:y/>"), b"<xliff/>", b"not XML"])
def test_what_is_no_tmx_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        read(data)


def test_each_variety_of_the_source_is_a_pair_with_each_translation() -> None:
    units = read(tmx(tu(("en-US", "color"), ("en-GB", "colour"), ("zh", "颜色"))))
    assert [(unit.source, unit.target) for unit in units] == [("color", "颜色"), ("colour", "颜色")]


def test_a_unit_in_one_language_alone_is_paired_as_it_stands() -> None:
    (unit,) = read(tmx(tu(("en-US", "color"), ("en-GB", "colour"))))
    assert (unit.source, unit.target) == ("color", "colour")
