"""XML that is broken or means harm is refused, with the place, before anything of it is used."""

from io import BytesIO
from time import process_time

import pytest

from glossary.errors import InvalidInput
from glossary.formats.tbx.version2 import FORMAT as MARTIF
from glossary.formats.tbx.version3 import FORMAT

ENTRY = '<termEntry id="caaaaaab"><langSet xml:lang="zh"><tig><term>{term}</term></tig></langSet></termEntry>'

CHINESE = '<langSet xml:lang="zh"><tig><term>网格员</term></tig></langSet>'
ENTRY_WITH = f'<termEntry id="caaaaaab">{CHINESE}{{said}}</termEntry>'
TERM_WITH = (
    f'<termEntry id="caaaaaab">{CHINESE}<langSet xml:lang="en"><tig><term>grid worker</term>{{said}}</tig>'
    "</langSet></termEntry>"
)
SLACK = 3
"""Far from the eight times that it would be if each piece were added to all before it."""


def martif(doctype: str = "", term: str = "网格员") -> bytes:
    body = ENTRY.format(term=term)
    return f"{doctype}<martif type='TBX-Basic'><text><body>{body}</body></text></martif>".encode()


def seconds_to_read(entry: str) -> float:
    data = BytesIO(f"<martif type='TBX-Basic'><text><body>{entry}</body></text></martif>".encode())
    started = process_time()
    assert MARTIF.read_whole(data).concepts
    return process_time() - started


def refuse(data: bytes, match: str) -> None:
    with pytest.raises(InvalidInput, match=match):
        FORMAT.read_whole(BytesIO(data))


def test_an_entity_of_the_file_is_refused() -> None:
    refuse(
        martif('<!DOCTYPE martif [<!ENTITY x "y">]>', "&x;"), "line 1: the DOCTYPE declares the entity 'x'"
    )


def test_an_entity_that_would_read_a_file_is_refused() -> None:
    refuse(martif('<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"), "the entity 'x'")


def test_a_parameter_entity_that_would_fetch_an_address_is_refused() -> None:
    refuse(martif('<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://example.org/x">%x;]>'), "the entity 'x'")


def test_an_entity_that_nobody_declared_is_refused_by_line() -> None:
    refuse(b"<tbx>\n<text>&x;</text></tbx>", "line 2: Entity 'x' not defined")


def test_a_billion_laughs_are_refused() -> None:
    tenfold = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE martif [<!ENTITY a0 "ha">{tenfold}]>'

    refuse(martif(doctype, "&a11;"), "line 1")
    refuse(f'{doctype}<martif type="&a11;"/>'.encode(), "line 1")


def test_a_doctype_is_refused_where_the_format_has_none() -> None:
    refuse(b'<!DOCTYPE tbx SYSTEM "http://example.org/evil.dtd"><tbx/>', "line 1: <tbx> may have no DOCTYPE")


def test_the_doctype_line_of_2008_is_read_and_never_loaded() -> None:
    imported = MARTIF.read_whole(BytesIO(martif('<!DOCTYPE martif SYSTEM "http://example.org/evil.dtd">')))

    assert [concept.head.text for concept in imported.concepts] == ["网格员"]


def test_a_truncated_file_is_refused_by_line() -> None:
    refuse(b"<tbx>\n<text>\n<body>", "line 3: Premature end")


def test_a_crossed_tag_is_refused_by_line() -> None:
    refuse(b"<tbx>\n<text></body></tbx>", "line 2: Opening and ending tag mismatch")


def test_bytes_of_another_encoding_are_refused_by_line() -> None:
    refuse("<tbx>\n<text>网</text></tbx>".encode("gbk"), "line 2: ")


def test_an_empty_file_is_refused() -> None:
    refuse(b"", "line 1: the file is empty")


def test_what_is_no_xml_is_refused() -> None:
    refuse(b"zh,en\n", "line 1: Start tag expected")


def test_xml_of_another_kind_is_refused_by_its_root() -> None:
    refuse(b"<html><body/></html>", "line 1: the root is <html>, not <tbx> or <martif>")


def test_nesting_without_end_is_refused() -> None:
    refuse(b"<tbx>" + b"<hi>" * 100_000, "line 1: Excessive depth")


@pytest.mark.parametrize("place", ["<term>网格&x;员</term>", "&x;<term>网格员</term>", "<note>&x;</note>"])
def test_an_entity_that_only_a_dtd_elsewhere_declares_is_told_and_never_fetched(place: str) -> None:
    doctype = '<!DOCTYPE martif SYSTEM "http://example.org/evil.dtd">'
    data = martif(doctype).replace("<term>网格员</term>".encode(), f"<term>绿道</term>{place}".encode())
    told = [line for line in MARTIF.read_whole(BytesIO(data)).dropped if line.what == "&x;"]
    assert [line.where.partition(",")[0] for line in told] == ["line 1"]


@pytest.mark.slow
@pytest.mark.parametrize("said", ["<note>of many</note>", '<admin type="source">of many</admin>'])
@pytest.mark.parametrize("body", [ENTRY_WITH, TERM_WITH], ids=["of the entry", "of a term"])
def test_an_entry_with_very_much_of_one_kind_takes_no_more_than_its_share(body: str, said: str) -> None:
    _, few, many = (seconds_to_read(body.format(said=said * number)) for number in (1, 10_000, 80_000))

    assert many < 8 * few * SLACK
