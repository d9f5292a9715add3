"""The folder of TOML files: normal form, and what is refused with file and concept."""

import os
from pathlib import Path

import pytest
from format_samples import CASES, GRID_WORKER, PLATFORM, export, import_back, one

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.toml import FORMAT

GRID = """[[concept]]
id = "caaaaaab"
terms = [
  { text = "网格员" },
]
"""


def folder_of(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def refuse(folder: Path, match: str) -> None:
    with pytest.raises(InvalidInput, match=match):
        FORMAT.read_whole(folder)


def test_each_subject_field_is_a_file_named_by_its_slug(tmp_path: Path) -> None:
    fields = ["Law & Order!", "grid-based management", "", "综治 维稳", "../etc/passwd"]
    concepts = [one("x", identity=f"caaaaaa{chr(97 + n)}", subject_field=f) for n, f in enumerate(fields)]

    export(FORMAT, concepts, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "etc-passwd.toml",
        "general.toml",
        "grid-based-management.toml",
        "law-order.toml",
        "综治-维稳.toml",
    ]


def test_concepts_stand_by_chinese_term_and_then_by_id(tmp_path: Path) -> None:
    concepts = [
        one("乙", identity="caaaaaaa"),
        one("丙", identity="caaaaaad"),
        one("丙", identity="caaaaaac"),
    ]

    export(FORMAT, concepts, tmp_path)

    assert [concept.id for concept in FORMAT.read_whole(tmp_path).concepts] == [
        "caaaaaac",
        "caaaaaad",
        "caaaaaaa",
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_normal_form_of_a_normal_form_is_itself(case: list, tmp_path: Path) -> None:
    export(FORMAT, case, tmp_path / "one")
    export(FORMAT, import_back(FORMAT, tmp_path / "one").concepts, tmp_path / "two")

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_file_whose_concepts_went_elsewhere_is_taken_away(tmp_path: Path) -> None:
    export(FORMAT, [one("网格员", subject_field="grids")], tmp_path)
    export(FORMAT, [one("网格员", subject_field="nets")], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["nets.toml"]


def test_a_folder_with_other_toml_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")

    with pytest.raises(InvalidInput, match=r"pyproject\.toml holds no concepts; write to another folder"):
        export(FORMAT, [one("网格员")], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["pyproject.toml"]


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")

    with pytest.raises(UnreadableFile, match="out"):
        export(FORMAT, [one("网格员")], tmp_path / "out")


def test_one_file_is_read_too(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, grids=GRID)

    assert [concept.head.text for concept in FORMAT.read_whole(folder / "grids.toml").concepts] == ["网格员"]


def test_defaults_are_read_where_nothing_is_said(tmp_path: Path) -> None:
    (concept,) = FORMAT.read_whole(folder_of(tmp_path, grids=GRID)).concepts

    assert concept == one("网格员")


def test_a_missing_id_is_refused(tmp_path: Path) -> None:
    text = GRID.replace('id = "caaaaaab"\n', "")

    refuse(folder_of(tmp_path, grids=text), r"grids\.toml, concept 1 \(网格员\): it has no id; write id =")


def test_an_id_that_two_files_give_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, grids=GRID, nets=GRID)

    refuse(
        folder,
        r"nets\.toml, concept 1 \(caaaaaab, 网格员\): the id caaaaaab is that of grids\.toml, concept 1",
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('domain = "grids"', "there is no key of a concept 'domain'; known: .*subject_field"),
        ('terms2 = []\nstatus = "x"', "'terms2'"),
        ('relations = [{ kind = "near", concept = "caaaaaab" }]', "there is no kind 'near'; known: broader"),
        (
            'relations = [{ kind = "related", concept = "caaaaaac" }]',
            "leads to caaaaaac, which is no concept",
        ),
        ('definitions = [{ text = "x" }]', "a definition has no language"),
        ('definitions = "x"', "definitions of a concept is no list of tables"),
        ("scope = 7", "scope of a concept is 7; write it in quotation marks"),
        ('[[concept.rendering]]\ntext = "x"', "a rendering has no status"),
        ('[[concept.rendering]]\ntext = "x"\nstatus = "good"', "there is no status 'good'; known: admitted"),
        (
            '[[concept.rendering]]\ntext = "x"\nstatus = "admitted"\ncase_sensitive = "yes"',
            "write true or false",
        ),
        (
            '[[concept.rendering]]\ntext = "x"\nstatus = "admitted"\nevidence = [{ date = "soon" }]',
            "'soon' is no date",
        ),
        ('[[concept.rendering]]\ntext = "x"\nstatus = "admitted"\ninstead = "y"', "names 'y' to use instead"),
    ],
)
def test_what_is_not_right_is_refused_by_file_and_concept(line: str, reason: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, grids=GRID + line + "\n")

    refuse(folder, r"(?s)grids\.toml, concept 1 \(caaaaaab, 网格员\): .*" + reason)


def test_invalid_toml_is_refused_by_line(tmp_path: Path) -> None:
    refuse(folder_of(tmp_path, grids=GRID + "scope =\n"), r"grids\.toml: no valid TOML: .*line 6")


def test_values_nested_without_end_are_refused(tmp_path: Path) -> None:
    refuse(folder_of(tmp_path, grids="a = " + "[" * 20_000), r"grids\.toml: ")


def test_bytes_that_are_no_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "grids.toml").write_bytes(GRID.encode("gb18030"))

    refuse(tmp_path, r"grids\.toml: byte \d+ is no UTF-8")


def test_a_folder_without_toml_files_is_refused(tmp_path: Path) -> None:
    refuse(tmp_path, "has no .toml file; name the folder that holds the concepts")


def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    with pytest.raises(UnreadableFile, match="no regular file"):
        FORMAT.read_whole(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no such file or folder"):
        FORMAT.read_whole(tmp_path / "nowhere")


def test_keys_stand_in_a_fixed_order(tmp_path: Path) -> None:
    export(FORMAT, [PLATFORM, GRID_WORKER], tmp_path)

    text = (tmp_path / "grid-based-management.toml").read_text(encoding="utf-8")
    assert text == EXPECTED


EXPECTED = """[[concept]]
id = "c7k2m4qa"
subject_field = "grid-based management"
scope = "Hainan"
note = "Not the app."
definitions = [
  { language = "zh", text = "收集社会管理信息的平台。", source = "海南日报" },
  { language = "en", text = "A platform; it collects | sorts." },
]
terms = [
  { text = "社会管理信息化平台", status = "preferred" },
  { text = "社管平台", term_type = "short-form", note = "in speech" },
  { text = "社會管理信息化平台", language = "zh-Hant" },
]
relations = [
  { kind = "has-member", concept = "cgridman" },
]

[[concept.rendering]]
text = "social management information platform"
status = "preferred"
part_of_speech = "noun"
evidence = [
  { publisher = "Xinhua", title = "Grids, “grids” | and grids", date = "2020-11-02", \
url = "https://example.org/a?b=1&c=2", tier = "state-media", basis = "english-only", note = "headline" },
  { publisher = "State Council", date = "2019", mirror_of = "elsewhere.example", tier = "official" },
  { tier = "composed" },
]

[[concept.rendering]]
text = "SMI platform"
status = "admitted"
term_type = "acronym"
serves = "社管平台"
case_sensitive = true

[[concept.rendering]]
text = "social control platform"
status = "deprecated"
instead = "social management information platform"
note = "loaded"
"""


def test_a_file_in_a_folder_below_is_told(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    folder_of(tmp_path / "older", water=GRID.replace("caaaaaab", "caaaaaac"))
    imported = FORMAT.read_whole(folder_of(tmp_path, grid=GRID))
    assert [concept.id for concept in imported.concepts] == ["caaaaaab"]
    assert [(line.where, line.what) for line in imported.dropped] == [("older/water.toml", "the file")]
