"""Good files made bad: bytes cut, doubled, changed and put in, in archives also inside one member."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

from hypothesis import strategies as st

TOKENS = (
    b'<', b'>', b'&', b'"', b"'", b'</', b'/>', b'<!--', b'<![CDATA[', b']]>', b'&#0;', b'&x;',
    b'&#xD800;', b"<!DOCTYPE tbx [<!ENTITY x 'y'>]>", b"<?xml version='1.0' encoding='utf-16'?>",
    b'xml:lang=""', b'\n', b'\r', b'\t', b',', b';', b'|', b' | ', b'=', b'\\', b'[', b']', b'{',
    b'}', b'(', b')', b'#', b'@', b'^^', b'_:', b'\x00', b'\xff', b'\xfe\xff', b'\xef\xbb\xbf',
    b'\xed\xa0\x80', b'\xf0\x9f\x98\x80', b'\xe2\x80\xa8', b'\x85', b'null', b'true', b'NaN',
    b'1e999', b'-1', b'99999999999999999999', b'\\ud800', b'\\u0000', b"'''", b'"""',
    b'[[concept]]', b'id', b'zh', b'en', b'zh-CN', b'en-US', b'caaaaaab', b'[wang3]', b'//',
    b'msgid', b'msgstr', b'fuzzy', b'=cmd()', b'2020-13-45', b'preferred', b'\xe7\xbd\x91',
)  # fmt: skip
MOST_CHANGES = 5
Change = Callable[[bytes], bytes]


def cut(start: int, length: int) -> Change:
    return lambda data: data[: start % (len(data) + 1)] + data[start % (len(data) + 1) + length :]


def double(start: int, length: int) -> Change:
    def change(data: bytes) -> bytes:
        at = start % (len(data) + 1)
        return data[: at + length] + data[at:]

    return change


def put(start: int, what: bytes) -> Change:
    def change(data: bytes) -> bytes:
        at = start % (len(data) + 1)
        return data[:at] + what + data[at:]

    return change


def overwrite(start: int, what: bytes) -> Change:
    def change(data: bytes) -> bytes:
        at = start % (len(data) + 1)
        return data[:at] + what + data[at + len(what) :]

    return change


def truncate(start: int) -> Change:
    return lambda data: data[: start % (len(data) + 1)]


def encode(encoding: str) -> Change:
    return lambda data: data.decode("utf-8", "replace").encode(encoding, "replace")


def repeat(start: int, times: int) -> Change:
    def change(data: bytes) -> bytes:
        at = start % (len(data) + 1)
        return data[:at] + data[at : at + 40] * times + data[at:]

    return change


def inside(member: int, change: Change) -> Change:
    """The same change of one member of an archive, packed soundly again."""

    def change_member(data: bytes) -> bytes:
        if not is_zipfile(io.BytesIO(data)):
            return change(data)
        out = io.BytesIO()
        with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
            names = source.namelist()
            for name in names:
                is_it = name == names[member % len(names)]
                target.writestr(name, change(source.read(name)) if is_it else source.read(name))
        return out.getvalue()

    return change_member


places = st.integers(0, 50_000)
lengths = st.integers(1, 200)
pieces = st.sampled_from(TOKENS) | st.binary(min_size=1, max_size=6)
simple_changes = st.one_of(
    st.builds(cut, places, lengths),
    st.builds(double, places, lengths),
    st.builds(put, places, pieces),
    st.builds(overwrite, places, pieces),
    st.builds(truncate, places),
    st.builds(repeat, places, st.integers(2, 300)),
    st.builds(encode, st.sampled_from(["utf-16", "utf-16-le", "gb18030", "big5", "utf-8-sig", "latin-1"])),
)
changes = st.lists(
    simple_changes | st.builds(inside, st.integers(0, 50), simple_changes), min_size=1, max_size=MOST_CHANGES
)


def mutate(data: bytes, made: list[Change]) -> bytes:
    for change in made:
        try:
            data = change(data)
        except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError):  # no archive any more
            continue
    return data
