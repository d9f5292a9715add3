"""Zip archives from strangers: what is in them under which names, and no more than there is room for.

Python's zipfile never unpacks more of a member than its directory promises, so that what the directory says
can be checked before anything is unpacked; nothing is ever written to the disk.
"""

import io
import lzma
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile, ZipInfo

from glossary.errors import InvalidInput

MAX_MEMBERS = 100_000
MAX_UNPACKED_BYTES = 1 << 30
RATIO_MATTERS_FROM_BYTES = 16 << 20
MAX_RATIO = 200
"""Text packs to a tenth, tables to a fiftieth; only bombs reach the thousandth that deflate allows."""

IS_ENCRYPTED = 0x1
IS_UTF8 = 0x800
UNICODE_PATH = 0x7075
# GBK's 通知 is sound UTF-8 too, of a Greek and a Hebrew mark; two-byte characters of UTF-8 are believed where
# they are Latin or stand beside longer ones.
PLAUSIBLE = re.compile(r"[\0-\u024f]*|.*[\u0800-\U0010ffff].*", re.DOTALL)
ANYTHING = re.compile(r".*", re.DOTALL)
FAULTS = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
DAMAGED = "a damaged zip archive; pack it again and try again"


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive under the name that its packer gave it; ``/`` stands between folders."""

    name: str
    info: ZipInfo

    @property
    def is_encrypted(self) -> bool:
        """Whether a password is needed to unpack it."""
        return bool(self.info.flag_bits & IS_ENCRYPTED)

    @property
    def leads_out(self) -> bool:
        """Whether the name points out of the archive: absolute, on a drive, or upwards."""
        return self.name.startswith("/") or ":" in self.name[:2] or ".." in self.name.split("/")


class Allowance:
    """How many bytes may still be unpacked; archives inside one another share one."""

    def __init__(self, total: int = MAX_UNPACKED_BYTES) -> None:
        self.left = total

    def spend(self, size: int) -> None:
        """Take ``size`` bytes off; raises InvalidInput where there are not so many left."""
        if size > self.left:
            raise InvalidInput("it unpacks to more than there is room for; unpack it and name its folder")
        self.left -= size


class Archive:
    """An open archive; ``members`` are its files in the order of its directory, folders left out."""

    def __init__(self, data: bytes, *, allowance: Allowance | None = None) -> None:
        """Look into an archive. Raises InvalidInput where it is damaged, or holds more files than allowed."""
        self._allowance = allowance or Allowance()
        try:
            self._zip = ZipFile(io.BytesIO(data))
            self.members = tuple(_list_members(self._zip))
        except FAULTS:
            raise InvalidInput(DAMAGED) from None
        if len(self.members) > MAX_MEMBERS:
            raise InvalidInput(f"more than {MAX_MEMBERS:,} files; unpack it and name its folder")
        self._by_name = {member.name: member for member in self.members}

    def __contains__(self, name: str) -> bool:
        """Return whether there is a member of that name."""
        return name in self._by_name

    def read(self, member: Member) -> bytes:
        """Return the bytes of a member; raises InvalidInput where it is encrypted, damaged or a bomb."""
        _refuse_bomb(member.info)
        if member.is_encrypted:
            raise InvalidInput("it is protected by a password; unpack it and try again")
        self._allowance.spend(member.info.file_size)
        try:
            return self._zip.read(member.info)
        except NotImplementedError:
            raise InvalidInput("packed in a way that is not read; pack it again as a plain zip") from None
        except FAULTS:
            raise InvalidInput("it is damaged: its bytes are not those that were packed") from None

    def read_named(self, name: str) -> bytes:
        """Return the bytes of the member of that name; raises InvalidInput where there is none."""
        if name not in self._by_name:
            raise InvalidInput(f"it is damaged: there is no {name} in it")
        return self.read(self._by_name[name])


def _list_members(archive: ZipFile) -> Iterator[Member]:
    for info in archive.infolist():
        name = decode_name(info).replace("\\", "/")
        if not name.endswith("/"):
            yield Member(name, info)


def _refuse_bomb(info: ZipInfo) -> None:
    is_large = info.file_size > RATIO_MATTERS_FROM_BYTES
    if is_large and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise InvalidInput(f"it unpacks to more than {MAX_RATIO} times its size, as only a zip bomb does")


def decode_name(info: ZipInfo) -> str:
    """Return a member's name: by its Unicode field or flag, else UTF-8 where it is such, else GB18030.

    Windows in China packs names in GBK and sets no flag; zipfile then reads them as cp437 (╒¬╥¬ for 摘要).
    """
    if info.flag_bits & IS_UTF8:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", "replace")
    given = _unicode_path(info.extra, raw)
    if given:
        return given
    return _decode_as(raw, "utf-8", PLAUSIBLE) or _decode_as(raw, "gb18030", ANYTHING) or info.orig_filename


def _decode_as(raw: bytes, encoding: str, shape: re.Pattern[str]) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return text if shape.fullmatch(text) else ""


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name in the extra field 0x7075 of Info-ZIP: version, checksum of the other name, name in UTF-8."""
    while len(extra) >= 4:
        tag, size = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if tag == UNICODE_PATH and field[1:5] == struct.pack("<L", zlib.crc32(raw)):
            return field[5:].decode("utf-8", "replace")
    return ""
