"""What every reader must bear: what is wrong with a file is said by place, and the base stays as it was."""

from pathlib import Path

import pytest
from base_dumps import dump
from conftest import Command
from msgspec.structs import replace

from glossary.errors import GlossaryError
from glossary.formats.concepts import ImportedFile
from glossary.formats.declaration import ExportOptions, Format
from glossary.model import Relation, RelationKind, Rendering
from hostile.good_files import CONCEPTS, READABLE, good_file, name_of, read_bytes

ALL = pytest.mark.parametrize("known", READABLE, ids=name_of)
XML = [known for known in READABLE if "xml" in known.media_type and "openxml" not in known.media_type]
ROOTS = {"tmx": "tmx", "tbx2": "martif", "multiterm": "mtf"}
ALL_XML = pytest.mark.parametrize("known", XML, ids=name_of)
IDENTIFIED = [
    known for known in READABLE if known.name in ("csv", "tsv", "xlsx", "json", "jsonl", "tbx", "tbx2")
]
NO_FILES = (b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\n\n", bytes(range(256)) * 4)
SECRET = "the content of another file"


def read_or_refuse(known: Format, data: bytes) -> ImportedFile:
    """What a file says; nothing where it is refused."""
    try:
        return read_bytes(known, data)
    except GlossaryError:
        return ImportedFile()


def outcome(known: Format, data: bytes) -> str:
    """The message with which a file is refused; else all that was dropped of it."""
    try:
        read = read_bytes(known, data)
    except GlossaryError as error:
        return str(error)
    return "\n".join(f"{line.where}: {line.what}: {line.why}" for line in read.dropped)


@ALL
def test_a_good_file_is_read(known: Format) -> None:
    read = read_bytes(known, good_file(known))
    assert read.concepts or read.additions


@ALL
def test_what_is_no_such_file_is_refused_or_told(known: Format) -> None:
    for data in NO_FILES:
        read = read_or_refuse(known, data)
        assert (read.concepts, read.additions) == ((), ()), data


@ALL
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_file_is_refused_or_read_in_part(known: Format, share: float) -> None:
    data = good_file(known)
    read = read_or_refuse(known, data[: int(len(data) * share)])
    assert len(read.concepts) <= len(CONCEPTS)


@pytest.mark.parametrize("known", [known for known in READABLE if known.is_text], ids=name_of)
def test_a_file_in_another_encoding_brings_no_wrong_characters(known: Format) -> None:
    text = good_file(known).decode("utf-8-sig")
    for encoding in ("utf-16", "gb18030", "utf-32"):
        read = read_or_refuse(known, text.encode(encoding))
        terms = {term.text for one in (*read.concepts, *read.additions) for term in one.terms}
        assert terms <= {term.text for concept in CONCEPTS for term in concept.terms}, encoding


@pytest.mark.slow
@ALL
def test_a_file_that_is_refused_leaves_the_base_as_it_was(
    known: Format, glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    before = dump(small_base)
    path = tmp_path / f"broken{known.extensions[0]}"
    path.write_bytes(good_file(known)[: len(good_file(known)) // 2] + b"\0\xff<\"'{")
    ran = glossary("import", path, "--format", known.name, "--db", small_base)
    if ran.code == 2:
        assert dump(small_base) == before
    assert ran.code in (0, 1, 2)
    assert "Traceback" not in ran.err


@ALL_XML
def test_entities_are_refused_by_name(known: Format, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    root = good_file(known).decode()
    name = ROOTS.get(known.name, "tbx")
    body = root[root.index(f"<{name}") :].replace("网格员", "&x;")
    for entity in ('"y"', f'SYSTEM "{(tmp_path / "secret").as_uri()}"', 'SYSTEM "http://example.org/x"'):
        said = outcome(known, f"<!DOCTYPE {name} [<!ENTITY x {entity}>]>{body}".encode())
        assert "the entity 'x'" in said
        assert SECRET not in said


@ALL_XML
def test_a_billion_laughs_are_refused(known: Format) -> None:
    tenfold = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    name = ROOTS.get(known.name, "tbx")
    data = f'<!DOCTYPE {name} [<!ENTITY a0 "ha">{tenfold}]><{name}><text>&a11;</text></{name}>'
    assert "line 1" in outcome(known, data.encode())


@ALL_XML
def test_nothing_is_included(known: Format, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{tmp_path}/secret" parse="text"/>'
    )
    data = good_file(known).decode().replace("网格员", f"网格员{include}")
    assert SECRET not in str(read_bytes(known, data.encode()))


@ALL_XML
def test_nesting_without_end_is_refused(known: Format) -> None:
    name = ROOTS.get(known.name, "tbx")
    assert "line 1" in outcome(known, f"<{name}>".encode() + b"<hi>" * 100_000)


@pytest.mark.parametrize("known", IDENTIFIED, ids=name_of)
def test_of_two_entries_with_one_id_the_first_counts(known: Format, tmp_path: Path) -> None:
    worker = CONCEPTS[1]
    path = tmp_path / "out"
    with path.open("wb") as out:
        known.write([worker, CONCEPTS[0], replace(worker, renderings=())], out, options=ExportOptions())
    read = read_bytes(known, path.read_bytes())
    assert [one.renderings for one in read.concepts if one.id == worker.id] == [worker.renderings]


@pytest.mark.parametrize(
    "known", [one for one in READABLE if one.name in ("toml", "csv", "tbx", "json")], ids=name_of
)
def test_arrows_that_run_in_a_ring_are_read_and_told_by_the_doctor(
    known: Format, glossary: Command, tmp_path: Path
) -> None:
    there, back = (Relation(kind=RelationKind.BROADER, concept=one.id) for one in CONCEPTS)
    ring = [
        replace(CONCEPTS[0], relations=(back,)),
        replace(
            CONCEPTS[1],
            relations=(there,),
            renderings=(Rendering(text="a", instead="b"), Rendering(text="b", instead="a")),
        ),
    ]
    path = tmp_path / "ring"
    if known.is_folder:
        known.write(ring, path, options=ExportOptions())
    else:
        with path.open("wb") as out:
            known.write(ring, out, options=ExportOptions())
    base = tmp_path / "new.db"
    assert glossary("import", path, "--db", base).code == 0
    told = glossary("doctor", "--db", base)
    assert told.code == 1
    assert all(one.id in told.out for one in ring)
