import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from glossary.errors import InvalidInput
from glossary.files import archive as archive_module
from glossary.files.archive import Allowance, Archive

TEXT = "网格员走访居民。".encode()


def pack(**members: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def pack_named(raw: bytes, *, extra: bytes = b"") -> bytes:
    """An archive with one file whose name is these bytes, without the flag of UTF-8."""
    placeholder = "x" * len(raw)
    info = ZipInfo(placeholder)
    info.extra = extra
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as file:
        file.writestr(info, TEXT)
    return out.getvalue().replace(placeholder.encode(), raw)


def names(data: bytes) -> list[str]:
    return [member.name for member in Archive(data).members]


def test_files_are_listed_and_read_and_folders_left_out() -> None:
    archive = Archive(pack(a=TEXT, folder__b=b"2", folder__=b""))
    assert [member.name for member in archive.members] == ["a", "folder/b"]
    assert archive.read(archive.members[0]) == TEXT
    assert archive.read_named("folder/b") == b"2"
    assert "folder/b" in archive


def test_a_part_that_is_missing_is_named() -> None:
    with pytest.raises(InvalidInput, match="there is no b in it"):
        Archive(pack(a=TEXT)).read_named("b")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_name_without_the_flag_is_read_in_the_encoding_of_its_bytes(encoding: str) -> None:
    assert names(pack_named("通知/摘要.txt".encode(encoding))) == ["通知/摘要.txt"]


def test_a_name_with_the_flag_is_utf_8() -> None:
    assert names(pack(**{"摘要.txt": TEXT})) == ["摘要.txt"]


def test_a_name_in_the_unicode_field_is_preferred() -> None:
    raw = b"DOC_~1.TXT"
    field = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + "摘要.txt".encode()
    extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert names(pack_named(raw, extra=extra)) == ["摘要.txt"]


def test_backslashes_stand_between_folders_too() -> None:
    assert names(pack_named(b"folder\\a.txt")) == ["folder/a.txt"]


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.txt", "a/../../b.txt", "C:/a.txt"])
def test_a_name_that_leads_out_is_told(name: str) -> None:
    (member,) = Archive(pack_named(name.encode())).members
    assert member.leads_out


def test_dots_inside_a_name_lead_nowhere() -> None:
    (member,) = Archive(pack_named(b"a..b/c...txt")).members
    assert not member.leads_out


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", pack(a=TEXT)[:-10], pack(a=TEXT)[30:]],
    ids=["empty", "a head alone", "no end", "no beginning"],
)
def test_a_damaged_archive_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput, match="damaged"):
        Archive(data).read_named("a")


def test_a_damaged_member_is_refused_and_the_others_are_read() -> None:
    data = pack(a=b"1" * 99, b=TEXT)
    archive = Archive(data[:33] + b"\xff\xff\xff" + data[36:])
    with pytest.raises(InvalidInput, match="damaged"):
        archive.read_named("a")
    assert archive.read_named("b") == TEXT


def test_a_member_with_a_password_is_refused() -> None:
    data = bytearray(pack(a=TEXT))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InvalidInput, match="password"):
        Archive(bytes(data)).read_named("a")


def test_an_unknown_way_of_packing_is_refused() -> None:
    data = bytearray(pack(a=TEXT))
    data[data.index(b"PK\x01\x02") + 10] = 98
    with pytest.raises(InvalidInput, match="pack it again"):
        Archive(bytes(data)).read_named("a")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = pack(a=b"\0" * (archive_module.RATIO_MATTERS_FROM_BYTES + 1))
    with pytest.raises(InvalidInput, match="bomb"):
        Archive(data).read_named("a")


def test_no_more_is_unpacked_than_is_allowed() -> None:
    archive = Archive(pack(a=TEXT, b=TEXT), allowance=Allowance(len(TEXT) + 1))
    archive.read_named("a")
    with pytest.raises(InvalidInput, match="more than there is room for"):
        archive.read_named("b")


def test_a_member_that_is_larger_than_its_directory_says_is_cut_off() -> None:
    data = bytearray(pack(a=b"\0" * 5000))
    size_at = data.index(b"PK\x01\x02") + 24
    data[size_at : size_at + 4] = struct.pack("<L", 10)
    with pytest.raises(InvalidInput, match="damaged"):
        Archive(bytes(data)).read_named("a")


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MAX_MEMBERS", 1)
    with pytest.raises(InvalidInput, match="more than 1 files"):
        Archive(pack(a=TEXT, b=TEXT))
