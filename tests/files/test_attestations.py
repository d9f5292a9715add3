"""Attestation lists: the tables that people keep of who wrote what for which term."""

from pathlib import Path

import pytest

from glossary.errors import InvalidInput, UnreadableFile
from glossary.files.attestations import read_attestations
from glossary.model import Attestation, AttestationKind, Basis, Evidence, Tier

HEADER = "zh\ten\tkind\ttier\tpublisher\ttitle\tdate\turl\tnote\n"
WHERE = "Office of Greenways\tOn foot\t2023-05\thttps://example.org/g"
LINE = f"绿道\tgreenway\tattested\tofficial\t{WHERE}\tseen twice\n"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "attestations.tsv"


@pytest.fixture
def write(tmp_path: Path):
    """A function that writes a list and returns its path."""

    def write_list(content: str | bytes, name: str = "list.tsv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_list


def read_one(path: Path) -> Attestation:
    (line,), problems = read_attestations(path)
    assert problems == []
    return line


def test_a_line_keeps_who_when_and_where(write) -> None:
    assert read_one(write(HEADER + LINE)) == Attestation(
        zh="绿道",
        en="greenway",
        kind=AttestationKind.ATTESTED,
        evidence=Evidence(
            publisher="Office of Greenways",
            title="On foot",
            date="2023-05",
            url="https://example.org/g",
            tier=Tier.OFFICIAL,
            note="seen twice",
        ),
    )


def test_columns_stand_in_any_order_under_many_names(write) -> None:
    line = read_one(write("Date,Publisher,English,Chinese\n2020,Lakeside Post,greenway,绿道\n", "list.csv"))
    assert (line.zh, line.en, line.evidence.date) == ("绿道", "greenway", "2020")
    assert read_one(write("译名;术语;来源\ngreenway;绿道;湖边报\n")).evidence.publisher == "湖边报"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_every_encoding_that_spreadsheets_write_is_read(write, encoding: str) -> None:
    assert read_one(write((HEADER + LINE).encode(encoding))).zh == "绿道"


def test_quotation_marks_in_tabbed_lines_are_part_of_the_text(write) -> None:
    lines, _ = read_attestations(write('zh\ten\n竹筏\t"two-no" raft\n绿道\tgreenway\n'))
    assert [line.en for line in lines] == ['"two-no" raft', "greenway"]


def test_a_wholly_quoted_cell_is_as_a_spreadsheet_meant_it(write) -> None:
    lines, _ = read_attestations(write('zh\ten\n竹筏\t"two-no" raft\n木筏\t"the ""old"" raft"\n'))
    assert lines[1].en == 'the "old" raft'


def test_windows_line_ends_leave_no_trace(write) -> None:
    assert read_one(write('zh\ten\tnote\r\n竹筏\t"two-no" raft\tseen\r\n')).evidence.note == "seen"


def test_kind_and_tier_may_be_left_out(write) -> None:
    lines, _ = read_attestations(write("zh\ten\tpublisher\n绿道\tgreenway\tLakeside Post\n竹筏\traft\t\n"))
    assert [(line.kind, line.evidence.tier) for line in lines] == [
        (AttestationKind.ATTESTED, Tier.MEDIA),
        (AttestationKind.ATTESTED, Tier.COMPOSED),
    ]


def test_a_kind_and_a_tier_may_be_written_with_blanks_and_capitals(write) -> None:
    line = read_one(
        write("zh\ten\tkind\ttier\tpublisher\n绿道\tgreen road\tAvoid\tState Media\tLakeside Post\n")
    )
    assert (line.kind, line.evidence.tier) == (AttestationKind.AVOID, Tier.STATE_MEDIA)


@pytest.mark.parametrize("written", ["2020/11/2", "2020.11.2", "44137"])
def test_a_date_is_mended_where_a_spreadsheet_has_changed_it(write, written: str) -> None:
    assert read_one(write(f"zh\ten\tdate\n绿道\tgreenway\t{written}\n")).evidence.date == "2020-11-02"


@pytest.mark.parametrize(
    ("note", "basis"),
    [
        ("English text only; read twice", Basis.ENGLISH_ONLY),
        ("year inferred; bilingual page", Basis.BILINGUAL),
        ("the bilingual one has another", None),
        ("", None),
    ],
)
def test_without_a_column_the_note_says_what_the_basis_is(write, note: str, basis: Basis | None) -> None:
    assert read_one(write(f"zh\ten\tnote\n绿道\tgreenway\t{note}\n")).evidence.basis is basis


def test_a_column_for_the_basis_has_the_only_say(write) -> None:
    path = write("zh\ten\tnote\tbasis\tmirror of\n绿道\tgreenway\tbilingual page\t\tLakeside Post\n")
    evidence = read_one(path).evidence
    assert (evidence.basis, evidence.mirror_of) == (None, "Lakeside Post")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("\tgreenway\t\t\t\t\t\t\t", "it has no zh"),
        ("绿道\t\t\t\t\t\t\t\t", "it has no en"),
        ("绿道\tgreenway\t\troyal\tThe Queen\t\t\t\t", "there is no tier 'royal'"),
        ("绿道\tgreenway\tperhaps\t\t\t\t\t\t", "there is no kind 'perhaps'"),
        ("绿道\tgreenway\t\t\t\t\t2023-02-30\t\t", "'2023-02-30' is no date"),
        ("绿道\tgreenway\t\t\t\t\t\tnowhere\t", "'nowhere' is no web address"),
        ("绿道\tgreenway\t\tofficial\t\t\t\t\t", "needs a publisher"),
        ("绿道\tgreenway\t\t\t\t\t\t\t\tleft over", "more cells than the first row"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_rest_is_read(write, line: str, what: str) -> None:
    lines, (problem,) = read_attestations(write(f"{HEADER}{LINE}\n{line}\n{LINE}"))
    assert len(lines) == 2
    assert problem.startswith("line 4: ")
    assert what in problem


def test_columns_that_no_list_has_are_told(write) -> None:
    lines, problems = read_attestations(write("zh\ten\tcolour\ten\n绿道\tgreenway\tgreen\tsecond\n"))
    assert lines[0].en == "greenway"
    assert ["'colour'" in problems[0], "'en'" in problems[1]] == [True, True]


@pytest.mark.parametrize("content", ["", "\n\n", "term,count\n绿道,3\n", "just a sentence\n"])
def test_what_is_no_list_is_told_which_columns_one_needs(write, content: str) -> None:
    with pytest.raises(InvalidInput, match=r"list\.tsv: .*the columns zh and en"):
        read_attestations(write(content))


def test_a_workbook_is_to_be_saved_as_a_table(write) -> None:
    with pytest.raises(InvalidInput, match="save its sheet as CSV"):
        read_attestations(write(b"PK\x03\x04 and so on", "list.xlsx"))


def test_a_broken_quotation_in_a_comma_table_is_told_by_its_line(write) -> None:
    with pytest.raises(InvalidInput, match="line 2: a quotation mark opens here and never closes"):
        read_attestations(write('zh,en\n绿道,"greenway\n'))


def test_bytes_that_are_no_text_are_refused(write) -> None:
    with pytest.raises(InvalidInput, match="neither UTF-8, UTF-16, GB18030 nor Big5"):
        read_attestations(write(b"zh\ten\n\xff\xff\xff\tgreenway\n"))


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        read_attestations(tmp_path / "nothing.tsv")
    with pytest.raises(UnreadableFile, match="directory"):
        read_attestations(tmp_path)


def test_the_real_list_is_read_whole() -> None:
    if not SHARED.is_file():
        pytest.skip("../shared/attestations.tsv is not there")
    lines, problems = read_attestations(SHARED)
    assert (len(lines), problems) == (821, [])
