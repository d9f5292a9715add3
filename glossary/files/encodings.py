"""In which encoding a text file is: by its mark or, without one, by its bytes."""

from codecs import (
    BOM_UTF8,
    BOM_UTF16_BE,
    BOM_UTF16_LE,
    BOM_UTF32_BE,
    BOM_UTF32_LE,
    getincrementaldecoder,
)
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.text.folding import simplify

SAMPLE_BYTES = 4096
CHUNK_BYTES = 1 << 18
CHINESE_ENCODINGS = ("gb18030", "big5hkscs")
FIRST_USUAL, LAST_USUAL = b"\xb0\xa1", b"\xd7\xf9"
"""Where GB 2312 keeps the characters of level 1, by how common they are."""
LAST_ASCII = "\x7f"


def tell_encoding(data: bytes) -> str:
    """Return the encoding of a table by its mark or, without one, by its bytes.

    Excel writes UTF-16 for "Unicode text" and GB18030 for CSV on a Chinese system. A header in ASCII shows
    UTF-16 without a mark by its NULs.
    """
    return tell_by_mark(data) or ("utf-8" if is_utf8(data) else likelier_encoding(data))


def tell_by_mark(head: bytes) -> str:
    """Return the encoding that a mark or a NUL among the first bytes shows, or nothing."""
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):  # before UTF-16, whose mark the former begins with
        return "utf-32"
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if head[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\0" else ""


def likelier_encoding(data: bytes) -> str:
    """Return GB18030 or Big5, whichever gives the more usual characters: most bytes are legal in both."""
    return max(CHINESE_ENCODINGS, key=lambda encoding: _usual_share(data.decode(encoding, "ignore")))


def _usual_share(text: str) -> float:
    """Return the share, from 0 to 1, of the characters beyond ASCII that are among the 3,755 of everyday."""
    beyond = [character for character in simplify(text) if character > LAST_ASCII]
    return sum(map(_is_usual, beyond)) / len(beyond) if beyond else 0.0


def _is_usual(character: str) -> bool:
    return FIRST_USUAL <= character.encode("gb2312", "ignore") <= LAST_USUAL


def is_utf8(data: bytes) -> bool:
    """Return whether all of ``data`` is UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode_text(data: bytes) -> str:
    """Return the text of a file; raises InvalidInput where no encoding fits."""
    encoding = tell_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidInput(explain_bytes(line)) from None


def explain_bytes(line: int) -> str:
    """Return what to do about bytes that are in none of the encodings."""
    return f"line {line}: the bytes are neither UTF-8, UTF-16, GB18030 nor Big5; save the file in UTF-8"


def find_encoding(source: BinaryIO) -> str:
    """Return the encoding of a file by its mark or, without one, by all of its bytes."""
    source.seek(0)
    head = source.read(SAMPLE_BYTES)
    if marked := tell_by_mark(head):
        return marked
    source.seek(0)
    beyond = _first_beyond_utf8(source)
    if beyond is None:
        return "utf-8"
    source.seek(0 if beyond < CHUNK_BYTES else beyond)
    return likelier_encoding(source.read(CHUNK_BYTES))


def _first_beyond_utf8(source: BinaryIO) -> int | None:
    """Return about where the first bytes are that are no UTF-8, None where there are none."""
    decoder = getincrementaldecoder("utf-8")()
    done = 0
    try:
        while chunk := source.read(CHUNK_BYTES):
            decoder.decode(chunk)
            done += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done + error.start
    return None


def find_bad_line(source: BinaryIO, encoding: str) -> int:
    """Return the number, from 1, of the line that holds the first bytes that are not in ``encoding``."""
    source.seek(0)
    decoder = getincrementaldecoder(encoding)()
    line = 1
    while chunk := source.read(CHUNK_BYTES):
        try:
            line += decoder.decode(chunk).count("\n")
        except UnicodeDecodeError as error:
            return line + error.object[: error.start].decode(encoding, "ignore").count("\n")
    return line
