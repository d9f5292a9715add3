"""`glossary annotate`: the forms in which a text with its known terms is written."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from conftest import Command
from lxml import etree
from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

TEXT = "𠀀问：綠道归河(hé)长(zhǎng)制管，“两无”竹筏不归。\n四水同治&<b>\x01\n"
GLOSSARY = "{urn:oasis:names:tc:xliff:glossary:2.0}"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def annotated(glossary: Command, small_base: Path, text: Path):
    return lambda *options: glossary("annotate", text, *options, "--db", small_base)


def test_json_says_where_each_term_stands_and_what_to_write(annotated) -> None:
    ran = annotated("--json")
    first, *others = ran.json["matches"]

    assert ran.code == 0
    assert (first["start"], first["end"], first["utf16"]) == (3, 5, {"start": 4, "end": 6})
    assert (first["text"], first["term"], first["concepts"]) == ("綠道", "绿道", [GREENWAY])
    assert [one["text"] for one in first["renderings"]] == ["greenway", "green path", "green road"]
    assert [one["text"] for one in others] == ["河(hé)长(zhǎng)制", "“两无”竹筏", "四水同治"]
    for match in ran.json["matches"]:
        assert TEXT[match["start"] : match["end"]] == match["text"]
        browser = TEXT.encode("utf-16-le")[match["utf16"]["start"] * 2 : match["utf16"]["end"] * 2]
        assert browser.decode("utf-16-le") == match["text"]


def test_a_homograph_has_the_renderings_of_all_its_concepts(annotated) -> None:
    last = annotated("--json").json["matches"][-1]
    assert last["concepts"] == [FOUR_OF_HILLS, FOUR_OF_LAKES]
    assert {one["concept"] for one in last["renderings"]} <= {FOUR_OF_HILLS, FOUR_OF_LAKES}


def test_json_counts_what_is_covered(annotated) -> None:
    coverage = annotated("--json").json["coverage"]
    assert (coverage["matches"], coverage["terms"]) == (4, 4)
    assert coverage["characters"] == len(TEXT)


def test_nested_terms_are_marked_as_such(glossary: Command, small_base: Path, tmp_path: Path) -> None:
    glossary("add", "绿道网", "greenway network", "--db", small_base)
    (tmp_path / "a.txt").write_text("绿道网", encoding="utf-8")

    ran = glossary("annotate", tmp_path / "a.txt", "--json", "--nested", "--db", small_base)

    assert [(one["text"], one["nested"]) for one in ran.json["matches"]] == [
        ("绿道网", False),
        ("绿道", True),
    ]


def test_inline_text_has_the_rendering_behind_each_term(annotated) -> None:
    out = annotated("--inline").out
    assert out.startswith("𠀀问：綠道{greenway}归河(hé)长(zhǎng)制{river chief system}管，“两无”竹筏{")
    assert annotated().out == out


INLINE = re.compile(r"\\(.)|\{((?:\\.|[^{}\\])*)\}|([^{}\\])", re.DOTALL)
SLUICE = r"sluice {\ gate | weir}"


def read_inline(written: str) -> tuple[str, dict[int, list[str]]]:
    """The text, and what is to be written behind each place of it, as docs/annotate.md says."""
    text, renderings = "", {}
    assert "".join(found[0] for found in INLINE.finditer(written)) == written
    for escaped, braced, plain in INLINE.findall(written):
        if not (escaped or plain):
            choices = re.split(r"(?<!\\) \| ", braced)
            renderings[len(text)] = [re.sub(r"\\(.)", r"\1", one) for one in choices]
        text += escaped + plain
    return text, renderings


@pytest.mark.parametrize(
    "text", [TEXT + "水闸", "{水闸}", "\\水闸\\", "水{闸}水闸{}", "}{\\\\{水闸{{", "a\\{水闸{sluice}\n"]
)
def test_inline_text_is_read_back(glossary: Command, small_base: Path, tmp_path: Path, text: str) -> None:
    glossary("add", "水闸", SLUICE, "--db", small_base)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    written = glossary("annotate", tmp_path / "a.txt", "--inline", "--db", small_base).out
    read, renderings = read_inline(written)
    assert read == text
    assert renderings[text.index("水闸") + 2] == [SLUICE]


def test_inline_text_has_what_to_write_for_each_sense(glossary: Command, small_base: Path, annotated) -> None:
    glossary("add", "四水同治", "four | waters", "--concept", FOUR_OF_HILLS, "--db", small_base)
    _, renderings = read_inline(annotated("--inline").out)
    assert renderings[TEXT.index("&")] == ["four | waters", "joint care of the four waters"]


def test_the_prompt_stands_on_its_own_line_and_inline_text_ends_as_the_file(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("绿道", encoding="utf-8")
    shown = glossary("annotate", tmp_path / "a.txt", "--db", small_base)
    inline = glossary("annotate", tmp_path / "a.txt", "--inline", "--db", small_base)
    assert (shown.out, inline.out) == ("绿道{greenway}\n", "绿道{greenway}")


def test_xliff_marks_each_term_and_has_its_entry(annotated) -> None:
    root = etree.fromstring(annotated("--xliff").out.encode())
    first, second = root.iter(f"{XLIFF}unit")

    marks = [(one.get("id"), one.get("type"), one.text) for one in first.iter(f"{XLIFF}mrk")]
    entries = {one.get("id"): one for one in first.iter(f"{GLOSSARY}glossEntry")}
    assert marks[0] == ("m1", "term", "綠道")
    assert entries["g1"].get("ref") == "#m1"
    assert entries["g1"].findtext(f"{GLOSSARY}term") == "绿道"
    assert [one.text for one in entries["g1"].iter(f"{GLOSSARY}translation")] == ["greenway"]
    source = first.find(f"{XLIFF}segment/{XLIFF}source")
    assert "".join(source.itertext()) == TEXT.split("\n")[0]
    assert [one.get("hex") for one in second.iter(f"{XLIFF}cp")] == ["0001"]


def test_xliff_keeps_the_rules_of_the_core_and_of_the_glossary_module(annotated) -> None:
    root = etree.fromstring(annotated("--xliff").out.encode())
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "zh", "en")
    units = list(root.iter(f"{XLIFF}unit"))
    assert len({unit.get("id") for unit in units}) == len(units)
    for unit in units:
        assert [child.tag for child in unit] in (
            [f"{GLOSSARY}glossary", f"{XLIFF}segment"],
            [f"{XLIFF}segment"],
        )
        marks = {mark.get("id") for mark in unit.iter(f"{XLIFF}mrk")}
        entries = {entry.get("id"): entry for entry in unit.iter(f"{GLOSSARY}glossEntry")}
        assert len(marks) == len(list(unit.iter(f"{XLIFF}mrk")))
        assert {entry.get("ref").removeprefix("#") for entry in entries.values()} <= marks
        refs = {mark.get("ref") for mark in unit.iter(f"{XLIFF}mrk") if mark.get("ref")}
        assert refs == {f"#gls={id}" for id in entries}
        for entry in entries.values():
            order = [child.tag.removeprefix(GLOSSARY) for child in entry]
            assert order == sorted(order, key=["term", "translation", "definition"].index)
            assert (order.count("term"), order.count("definition") < 2, len(order) > 1) == (1, True, True)


def test_the_page_holds_everything_and_escapes_the_text(annotated, tmp_path: Path) -> None:
    ran = annotated("--html", "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert (ran.code, ran.out) == (0, "")
    assert 'href="#t1">綠道</a>' in page
    assert "greenway" in page
    assert "Office of Greenways" in page
    assert "&lt;b&gt;" in page
    assert "\x01" not in page


def test_stdin_is_read_for_a_dash(glossary: Command, small_base: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("绿道".encode("gb18030"))))
    ran = glossary("annotate", "-", "--json", "--db", small_base)
    assert [one["concepts"] for one in ran.json["matches"]] == [[GREENWAY]]


def test_a_page_of_the_web_is_read_as_its_text(glossary: Command, small_base: Path, tmp_path: Path) -> None:
    page = "<html><body><article><p>" + "关于河长制的说明。" * 20 + "</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    ran = glossary("annotate", tmp_path / "a.html", "--json", "--db", small_base)
    assert {one["concepts"][0] for one in ran.json["matches"]} == {CHIEF}


def test_a_text_without_known_terms_ends_with_one(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("no Chinese here", encoding="utf-8")
    ran = glossary("annotate", tmp_path / "a.txt", "--json", "--db", small_base)
    assert (ran.code, ran.json["matches"]) == (1, [])


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04", b"\x89PNG\r\n\x1a\n" * 9, b"\xff" * 99]
)
def test_what_holds_no_text_is_refused_with_its_name(
    glossary: Command, small_base: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "odd.bin").write_bytes(content)
    ran = glossary("annotate", tmp_path / "odd.bin", "--json", "--db", small_base)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err
    assert ran.code == 1 or "odd.bin" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: there is no such file"),
        (["."], "folder"),
        (["a", "b"], "--coverage"),
        (["a", "--json", "--html"], "choose one"),
        (["a", "--nested"], "--json"),
        (["a", "--coverage", "--xliff"], "--coverage"),
        (["nowhere", "--coverage"], "nowhere"),
    ],
)
def test_wrong_use_says_what_to_do(
    glossary: Command, small_base: Path, arguments: list[str], said: str
) -> None:
    ran = glossary("annotate", *arguments, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_output_that_cannot_be_written_is_said(annotated, tmp_path: Path) -> None:
    ran = annotated("--html", "-o", tmp_path / "no" / "page.html")
    assert ran.code == 2
    assert "page.html" in ran.err


ARTICLE = "绿道两旁有云栖亭。云栖亭是骑行者的云栖亭。竹筏停在“两无”竹筏码头，“两无”竹筏不走。绿道很长。\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("云栖亭\n" + ARTICLE * 3, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_coverage_tells_what_is_ready_unfinished_and_missing(
    glossary: Command, small_base: Path, articles: Path
) -> None:
    ran = glossary("annotate", articles, "--coverage", "--json", "--db", small_base)
    recurring = ran.json["coverage"]["recurring"]

    assert ran.code == 0
    assert [one["term"] for one in recurring["ready"]] == ["绿道"]
    assert [(one["term"], one["count"]) for one in recurring["gaps"]] == [("“两无”竹筏", 6)]
    assert "云栖亭" in [one["term"] for one in recurring["missing"]]
    total = sum(recurring["terms"][name] for name in ("ready", "unfinished", "missing"))
    assert recurring["terms"]["total"] == total


@pytest.mark.slow
def test_coverage_as_a_table_and_as_a_page(glossary: Command, small_base: Path, articles: Path) -> None:
    table = glossary("annotate", articles, "--coverage", "--db", small_base)
    page = glossary("annotate", articles, "--coverage", "--html", "--db", small_base)

    assert "missing" in table.out
    assert "云栖亭" in table.out
    assert "<svg" in page.out
    assert "云栖亭" in page.out


@pytest.mark.slow
def test_coverage_names_the_document_of_every_match(
    glossary: Command, small_base: Path, articles: Path
) -> None:
    text = "绿道边的竹林\n绿道\n"
    (articles / "b.txt").write_text(text, encoding="utf-8")

    ran = glossary("annotate", articles, "--coverage", "--json", "--db", small_base)
    own = [one for one in ran.json["matches"] if one["path"] == str(articles / "b.txt")]

    assert [(one["start"], one["text"]) for one in own] == [(0, "绿道"), (7, "绿道")]
    assert {one["path"] for one in ran.json["matches"]} == {
        str(articles / name) for name in ("a.txt", "b.txt")
    }


@pytest.mark.slow
def test_coverage_of_standard_input_is_that_of_the_file(
    glossary: Command, small_base: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_file = glossary("annotate", articles / "a.txt", "--coverage", "--json", "--db", small_base)
    sent = io.BytesIO((articles / "a.txt").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(sent))

    ran = glossary("annotate", "-", "--coverage", "--json", "--db", small_base)

    assert ran.json["coverage"] == of_file.json["coverage"]
    assert {one["path"] for one in ran.json["matches"]} == {"stdin"}


def test_coverage_of_an_empty_standard_input_names_it(
    glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    ran = glossary("annotate", "-", "--coverage", "--db", small_base)
    assert (ran.code, ran.out) == (1, "")
    assert "read: stdin: " in ran.err


@pytest.mark.slow
def test_a_near_copy_does_not_make_everything_recur(
    glossary: Command, small_base: Path, articles: Path
) -> None:
    once = "骑行者从山口村出发，沿着湖岸经过茶园和旧糖厂，傍晚回到渡口，全程四十公里。"
    (articles / "a.txt").write_text(ARTICLE * 2 + once, encoding="utf-8")
    alone = glossary("annotate", articles, "--coverage", "--json", "--db", small_base)
    (articles / "copy.txt").write_text(ARTICLE * 2 + once + "转载。", encoding="utf-8")

    both = glossary("annotate", articles, "--coverage", "--json", "--db", small_base)

    assert both.json["coverage"]["recurring"] == alone.json["coverage"]["recurring"]
    assert (both.json["coverage"]["documents"], both.json["coverage"]["copies"]) == (1, 1)
    assert "1 near-copy" in both.err


@pytest.mark.slow
def test_coverage_leaves_the_base_as_it_was(glossary: Command, small_base: Path, articles: Path) -> None:
    before = small_base.read_bytes()
    glossary("annotate", articles, "--coverage", "--db", small_base)
    assert small_base.read_bytes() == before


def test_matches_are_one_json_text_however_many(glossary: Command, small_base: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("绿道\n" * 3, encoding="utf-8")
    ran = glossary("annotate", tmp_path / "a.txt", "--json", "--db", small_base)
    assert len(json.loads(ran.out)["matches"]) == 3
