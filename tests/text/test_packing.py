"""Packed documents come back character for character."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Document
from glossary.text.packing import pack, pack_text, unpack, unpack_text

REPORT = Document(
    id="a" * 64,
    paths=("b.html", "a.html"),
    text="海堤巡查\r\n\x00\ufeff𠮷",
    kind="html",
    encoding="gb18030",
    offsets="extracted",
    title="海堤",
    sample=True,
    repairs={"nul": 1},
)


@given(st.text(st.characters()))
def test_any_text_survives_packing(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


def test_a_lone_surrogate_survives_packing() -> None:
    assert unpack_text(pack_text("a\ud800b")) == "a\ud800b"


def test_a_document_survives_packing_with_all_that_is_known_of_it() -> None:
    assert unpack(pack(REPORT)) == REPORT


def test_a_packed_document_tells_its_id_and_length_without_being_unpacked() -> None:
    packed = pack(REPORT)
    assert (packed.id, packed.characters) == (REPORT.id, len(REPORT.text))
    assert packed.header.text == ""


def test_a_long_text_is_smaller_when_packed() -> None:
    text = "海堤巡查，潮位上报。" * 500
    assert len(pack_text(text)) < len(text.encode()) / 10
