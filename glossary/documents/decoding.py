"""From a file's bytes to text: which encoding it is in, or why it is not text at all."""

import codecs
import re
from dataclasses import dataclass

from glossary.errors import InvalidInput

MAX_LOST_SHARE = 0.01
MAX_CONTROL_SHARE = 0.05
MIN_COMMON_SHARE = 0.1
MIN_NULL_SHARE = 0.2
FEW_CHARACTERS = 20
MIN_USUAL_SHARE = 0.8
SAMPLE_CHARS = 200_000
SAMPLE_BYTES = 400_000

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WITHOUT_MARK = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
DECLARATION_BYTES = 4096
DECLARATION = re.compile(
    rb"<(?:meta|\?xml)[^<>]*?(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{1,20})", re.I
)
DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
SAVE_TEXT = "save its text as .txt, .md or .html and try again"
SAVE_WORD = "save it as .docx and try again"
SAVE_OFFICE = "save it as .docx, .xlsx or .pptx and try again"
UNPACK = "unpack it, or pack its files as .zip"
SIGNATURES = {
    b"%PDF-": ("a PDF", SAVE_TEXT),
    b"PK\x03\x04": ("a zip archive or an Office file", SAVE_TEXT),
    b"\xd0\xcf\x11\xe0": ("an old Office file", SAVE_OFFICE),
    b"{\\rtf": ("an RTF file", SAVE_WORD),
    b"\x89PNG": ("a picture", SAVE_TEXT),
    b"\xff\xd8\xff": ("a picture", SAVE_TEXT),
    b"GIF8": ("a picture", SAVE_TEXT),
    b"\x1f\x8b": ("a packed file", UNPACK),
    b"7z\xbc\xaf": ("a packed file", UNPACK),
    b"\xfd7zXZ": ("a packed file", UNPACK),
    b"Rar!": ("a packed file", UNPACK),
    b"\x7fELF": ("a program", SAVE_TEXT),
    b"SQLite format 3\0": ("a database", SAVE_TEXT),
}
# Latin, marks, kana, Han, full width. Of two random bytes, 0.38 fall among these.
USUAL = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u2000-\u206f\u2100-\u27bf\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
BEYOND_ASCII = re.compile(b"[\x80-\xff]")
NOT_ASCII = re.compile("[^\x00-\x7f]")
# Function words and punctuation that any page of modern Chinese is full of, in either script. Text read in
# the wrong encoding has next to none of them: UTF-8 taken for GB18030 is all 鐨 and 勬.
COMMON = frozenset(
    "的一是了在有不和人我他这這个個们們上中大来來到为為以地会會要就出说說国國年生可也时時对對发發与與"
    "于於之用进進行工作部业業能成经經学學后後多家前方动動法同公下分日月第及等政市社理全新主实實现現民"
    "，。、：；“”（）《》"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; ``encoding`` is the codec that yields it; so many bytes or characters were lost."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """Return the text that ``data`` holds, the byte order mark left out.

    Raises InvalidInput with the reason where the bytes are no text.
    """
    _refuse_known_binaries(data)
    decoded = _by_mark(data) or _by_null_bytes(data) or _strictly(data, "utf-8") or _by_plausibility(data)
    if decoded.lost > MAX_LOST_SHARE * len(data):
        raise InvalidInput("neither sound UTF-8 nor UTF-16 nor GB18030; save it as UTF-8 and try again")
    _refuse_control_characters(decoded.text)
    return decoded


def _refuse_known_binaries(data: bytes) -> None:
    for signature, (what, what_to_do) in SIGNATURES.items():
        if data.startswith(signature):
            raise InvalidInput(f"{what}, not text; {what_to_do}")


def _refuse_control_characters(text: str) -> None:
    sample = text[:SAMPLE_CHARS]
    if len(CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise InvalidInput("binary data, not text")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            decoded = _replacing(data, encoding)
            if encoding == "utf-16":
                _refuse_chance_characters(decoded.text)
            return decoded
    return None


def _refuse_chance_characters(text: str) -> None:
    """Any two bytes are a character of UTF-16, but only in a text are most of a few scripts."""
    sample = text[:SAMPLE_CHARS]
    if len(USUAL.findall(sample)) < MIN_USUAL_SHARE * len(sample):
        raise InvalidInput("binary data that begins like UTF-16, not text")


def _by_null_bytes(data: bytes) -> Decoded | None:
    """UTF-16 that holds Latin letters has a NUL in every other place."""
    sample = data[:SAMPLE_CHARS]
    if 0 not in sample:
        return None
    places = {"utf-16-be": sample[::2].count(0), "utf-16-le": sample[1::2].count(0)}
    encoding = max(places, key=lambda name: places[name])
    if len(data) % 2 or places[encoding] < MIN_NULL_SHARE * len(sample) / 2:
        return None
    found = _strictly(data, encoding)
    return found if found and not CONTROL.search(found.text[:SAMPLE_CHARS]) else None


def _by_plausibility(data: bytes) -> Decoded:
    """By the encoding in which ``data`` reads most like Chinese; where it does in none, as broken UTF-8."""
    sample = _sample_beyond_ascii(data)
    texts = {name: sample.decode(name, "replace") for name in ("utf-8", *WITHOUT_MARK)}
    shares = {name: _common_share(text) for name, text in texts.items()}
    likeliest = max(shares, key=lambda name: shares[name])
    if shares[likeliest] < MIN_COMMON_SHARE:
        is_short = _is_short_chinese(texts["gb18030"])
        likeliest = _declared_encoding(data) or ("gb18030" if is_short else "utf-8")
    return _replacing(data, likeliest)


def _sample_beyond_ascii(data: bytes) -> bytes:
    """Where the bytes beyond ASCII begin; from an even place, as UTF-16 needs."""
    found = BEYOND_ASCII.search(data)
    start = found.start() // 2 * 2 if found else 0
    return data[start : start + SAMPLE_BYTES]


def _declared_encoding(data: bytes) -> str:
    found = DECLARATION.search(data[:DECLARATION_BYTES])
    return DECLARED.get(found.group(1).decode().lower(), "") if found else ""


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    meant = data.count("\ufffd".encode()) if encoding.startswith("utf-8") else 0
    return Decoded(text, encoding, max(0, text.count("\ufffd") - meant))


def _common_share(text: str) -> float:
    """The share of very common Chinese characters among those beyond ASCII: 0.3 and more in real text."""
    found = NOT_ASCII.findall(text[:SAMPLE_CHARS])
    return sum(map(COMMON.__contains__, found)) / len(found) if found else 0.0


def _is_short_chinese(text: str) -> bool:
    """A few characters, too few to count, all among the 6,763 that GB2312 chose for common use."""
    characters = "".join(NOT_ASCII.findall(text))
    if len(characters) > FEW_CHARACTERS:
        return False
    return characters.encode("gb2312", "ignore").decode("gb2312") == characters
