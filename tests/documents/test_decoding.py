import codecs
import random

import pytest

from glossary.documents.decoding import decode
from glossary.errors import InvalidInput

CHINESE = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里，社区的事情就有人管了。\n这是最后一行。\n"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32")
TRADITIONAL = "網格員每天走訪居民，把矛盾糾紛和安全隱患記在手機裡，這樣社區的事情就有人管了。\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_is_told_and_named_so_that_it_decodes_the_file(encoding: str) -> None:
    data = CHINESE.encode(encoding)
    decoded = decode(data)
    assert decoded.text == data.decode(decoded.encoding) == CHINESE


def test_utf_16_of_the_other_byte_order_is_read_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be")).text == CHINESE


def test_utf_16_without_a_mark_is_told_by_its_nulls() -> None:
    assert decode("plain English".encode("utf-16-le")).text == "plain English"


def test_traditional_text_in_big5_is_no_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5hkscs")).text == TRADITIONAL


def test_traditional_text_in_gb18030_is_no_big5() -> None:
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


def test_a_few_characters_of_gb18030_are_enough() -> None:
    assert decode("网格员".encode("gb18030")).text == "网格员"


def test_chinese_far_behind_in_an_ascii_file_is_found() -> None:
    text = "x" * 500_001 + CHINESE
    assert decode(text.encode("gb18030")).text == text


def test_a_few_broken_bytes_are_lost_and_counted() -> None:
    decoded = decode(CHINESE.encode() + b"\xff" + (CHINESE * 9).encode())
    assert (decoded.encoding, decoded.lost) == ("utf-8", 1)
    assert decoded.text == CHINESE + "\ufffd" + CHINESE * 9


def test_a_replacement_character_that_stood_in_the_file_is_not_counted_as_lost() -> None:
    assert decode((CHINESE + "\ufffd").encode()).lost == 0


def test_many_broken_bytes_are_no_text() -> None:
    with pytest.raises(InvalidInput, match="save it as UTF-8"):
        decode(CHINESE.encode() + b"\xff\xfe" * 20)


def test_a_cut_off_utf_16_file_loses_its_end() -> None:
    decoded = decode((CHINESE * 3).encode("utf-16")[:-1])
    assert decoded.text == (CHINESE * 3)[:-1] + "\ufffd"


def test_an_encoded_lone_surrogate_is_lost() -> None:
    decoded = decode((CHINESE * 10 + "\ud800").encode("utf-8", "surrogatepass"))
    assert decoded.text.endswith("\ufffd" * 3)
    assert decoded.lost == 3


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)), b"\x00\x01\x02\x03" * 50, b"abc\x00\x00\x00\x00\x00" * 9, b"\xe9t\xe9 \xe0 P\xe2ris"],
    ids=["all bytes", "numbers", "padded", "latin-1"],
)
def test_binary_data_and_foreign_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.7\n", "a PDF"), (b"PK\x03\x04rest", "an Office file"), (b"\x89PNG\r\n", "a picture")],
)
def test_a_well_known_kind_of_binary_file_is_named(data: bytes, what: str) -> None:
    with pytest.raises(InvalidInput, match=what):
        decode(data)


def test_a_few_nulls_in_a_text_are_left_to_repair() -> None:
    assert decode(CHINESE.encode() + b"\0").text == CHINESE + "\0"


def test_a_declared_charset_decides_where_a_page_has_few_characters() -> None:
    page = b'<html><meta charset="gbk"><p>' + "㵲口喆".encode("gb18030")
    assert decode(page).text.endswith("㵲口喆")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_binary_data_that_begins_like_utf_16_is_refused(mark: bytes) -> None:
    with pytest.raises(InvalidInput, match="binary data that begins like UTF-16"):
        decode(mark + random.Random(5).randbytes(4000))


def test_english_and_traditional_text_in_utf_16_is_read() -> None:
    text = f"A report on “grid workers”, 50 % more.\n{TRADITIONAL}"
    assert decode(text.encode("utf-16")).text == text
