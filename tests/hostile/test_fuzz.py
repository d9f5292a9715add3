"""Whatever becomes of a good file, reading it ends in concepts or in a message, and soon.

`make fuzz` runs each target for FUZZ_SECONDS; what it finds becomes a test of its own in this folder.
"""

import io
import os
import time
from collections.abc import Callable
from contextlib import suppress
from zipfile import ZipFile

import pytest
from documents.test_damaged_files import KINDS as DOCUMENT_KINDS
from documents.test_damaged_files import sample
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from glossary.documents.contents import read_content
from glossary.errors import GlossaryError
from glossary.formats.declaration import Format
from glossary.formats.registry import find_format, tell_format
from hostile.good_files import READABLE, good_file, name_of, of_others, read_bytes
from hostile.mutating import Change, changes, mutate

FUZZ_SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
EXAMPLES = 200 if FUZZ_SECONDS else 30
MOST_CPU_SECONDS = 5.0
"""For a file of a few thousand bytes: many thousand times what a good one takes."""
HTML = b"<html><head><title>x</title></head><body><p>\xe7\xbd\x91\xe6\xa0\xbc\xe5\x91\x98</p></body></html>"
CONTAINER = (
    b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    b'<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    b'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml" '
    b'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
pytestmark = pytest.mark.slow


def epub() -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("META-INF/container.xml", CONTAINER)
        file.writestr("a.opf", PACKAGE)
        file.writestr("a.xhtml", HTML)
    return out.getvalue()


def document(kind: str) -> bytes:
    return {"html": lambda: HTML, "epub": epub}.get(kind, lambda: sample(kind))()


def hammer(good: bytes, read: Callable[[bytes], object]) -> None:
    """Read changed copies of a good file for as long as FUZZ_SECONDS says, else a few."""

    @settings(
        max_examples=EXAMPLES,
        database=None,
        suppress_health_check=[*HealthCheck],
        verbosity=Verbosity.quiet,
        phases=[Phase.generate],
    )
    @given(changes)
    def survives(made: list[Change]) -> None:
        data = mutate(good, made)
        started = time.process_time()
        with suppress(GlossaryError):
            read(data)
        spent = time.process_time() - started
        assert spent < MOST_CPU_SECONDS, f"{spent:.1f} s for {len(data)} bytes: {data[:2_000]!r}"

    end = time.monotonic() + FUZZ_SECONDS
    number = 0
    while number == 0 or time.monotonic() < end:
        seed(number if not FUZZ_SECONDS else time.time_ns())(survives)()
        number += 1


@pytest.mark.parametrize("known", READABLE, ids=name_of)
def test_a_changed_file_is_read_or_refused(known: Format) -> None:
    hammer(good_file(known), lambda data: read_bytes(known, data))


@pytest.mark.parametrize("form", of_others())
def test_a_changed_file_of_others_is_read_or_refused(form: str) -> None:
    name, good = of_others()[form]
    assert read_bytes(find_format(name), good).additions
    hammer(good, lambda data: read_bytes(find_format(name), data))


def test_a_changed_file_is_told_or_refused() -> None:
    for known in READABLE:
        hammer(good_file(known)[:4096], tell_format)


@pytest.mark.parametrize("kind", [*DOCUMENT_KINDS, "html", "epub"])
def test_a_changed_document_is_read_or_explained(kind: str) -> None:
    hammer(document(kind), lambda data: read_content(data, ["a"]))
