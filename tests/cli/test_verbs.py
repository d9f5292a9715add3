"""What each command prints, where it prints it, and the exit code that it ends with."""

import csv
import io
import json
from pathlib import Path

import pytest
from articles import write_articles
from base_dumps import dump
from conftest import COLUMNS, Command
from small_base import CONCEPTS, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

from glossary.formats.registry import FORMATS
from glossary.report.hits import display_width
from glossary.services.bases import choosing

MINED = "堤防管理站"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", "dyke.txt", "copy.txt", "channel.txt")
    return tmp_path / "articles"


@pytest.fixture
def mined(mined_base: Path) -> Path:
    return mined_base


# Looking up


def test_a_found_term_is_printed_and_ends_with_0(glossary: Command, small_base: Path) -> None:
    ran = glossary("lookup", "绿道", "--db", small_base)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("绿道  lǜ dào  town planning · cgreenwa\n")
    assert "  ✓ greenway  preferred\n" in ran.out
    assert "  ✗ green path  deprecated: write greenway\n" in ran.out


def test_nothing_found_is_said_and_ends_with_1(glossary: Command, small_base: Path) -> None:
    ran = glossary("lookup", "上海", "--db", small_base)
    assert (ran.code, ran.out, ran.err) == (1, "nothing found for 上海\n", "")


def test_nothing_found_is_an_empty_list_in_json(glossary: Command, small_base: Path) -> None:
    ran = glossary("lookup", "上海", "--json", "--db", small_base)
    assert ran.code == 1
    assert ran.json == {"query": "上海", "parts": ["上海"], "hits": [], "candidates": [], "held": []}


def test_the_words_of_a_query_need_no_quotation_marks(glossary: Command, small_base: Path) -> None:
    quoted = glossary("lookup", "river chief system", "--db", small_base)
    assert glossary("lookup", "river", "chief", "system", "--db", small_base).out == quoted.out
    assert "== 河湖长制 ==" in glossary("lookup", "绿道", "河湖长制", "--db", small_base).out


def test_of_a_list_each_term_is_printed_below_its_name(glossary: Command, small_base: Path) -> None:
    ran = glossary("lookup", "绿道、上海", "--db", small_base)
    assert ran.code == 0
    assert ran.out.startswith("== 绿道 ==\n绿道  lǜ dào")
    assert ran.out.endswith("\n\n== 上海 ==\nnothing found for 上海\n")


def test_of_a_list_in_json_each_hit_names_what_it_answers(glossary: Command, small_base: Path) -> None:
    answer = glossary("lookup", "绿道、上海", "--json", "--db", small_base).json
    assert (answer["query"], answer["parts"]) == ("绿道、上海", ["绿道", "上海"])
    assert [(hit["query"], hit["term"]) for hit in answer["hits"]] == [("绿道", "绿道")]


def test_the_terms_in_a_phrase_are_told(glossary: Command, small_base: Path) -> None:
    ran = glossary("lookup", "沿河绿道建设", "--db", small_base)
    assert (ran.code, ran.out) == (
        1,
        "nothing found for 沿河绿道建设\nterms in it\n  绿道  greenway  lǜ dào\n",
    )


def test_for_the_terms_in_a_text_annotate_is_named(glossary: Command, small_base: Path) -> None:
    assert "`glossary annotate -`" in glossary("lookup", "无人" * 30, "--db", small_base).out


def test_a_mined_string_that_is_no_term_yet_says_how_to_make_it_one(glossary: Command, mined: Path) -> None:
    ran = glossary("lookup", MINED, "--db", mined)
    assert ran.code == 1
    assert (
        f"mined 10 times, not yet a term: `glossary why {MINED}`, `glossary accept {MINED} ENGLISH`"
        in ran.out
    )


def test_a_lookup_in_json_is_that_of_the_contract(glossary: Command, small_base: Path) -> None:
    answer = glossary("lookup", "綠道", "--json", "--db", small_base).json
    (hit,) = answer["hits"]
    assert (hit["concept"], hit["term"], hit["match"]["kind"]) == (GREENWAY, "绿道", "script")
    assert [rendering["text"] for rendering in hit["renderings"]] == ["greenway", "green path", "green road"]


def test_json_has_chinese_as_it_is(glossary: Command, small_base: Path) -> None:
    assert "绿道" in glossary("lookup", "绿道", "--json", "--db", small_base).out


def test_the_limit_holds(glossary: Command, small_base: Path) -> None:
    assert len(glossary("lookup", "四水同治", "--limit", "1", "--json", "--db", small_base).json["hits"]) == 1


def test_the_short_way_and_the_long_way_print_the_same(
    glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for term in ("绿道", "河长制", "四水同治", "两无竹筏"):
        in_full = glossary("lookup", term, "--db", small_base)
        monkeypatch.setenv("GLOSSARY_DB", str(small_base))
        assert glossary("lookup", term) == in_full
        monkeypatch.delenv("GLOSSARY_DB")


def test_without_any_base_the_shipped_one_answers_and_none_is_made(glossary: Command) -> None:
    assert glossary("lookup", "网格员").out.startswith("网格员  wǎng gé yuán")
    assert list(Path.cwd().iterdir()) == []


def test_the_base_in_the_working_folder_comes_before_the_shipped_one(
    glossary: Command, small_base: Path
) -> None:
    small_base.rename("terms.db")
    assert glossary("lookup", "绿道").code == 0
    assert glossary("lookup", "网格员").code == 1


# Mining


def test_mining_prints_a_table_and_its_notes_beside_it(
    glossary: Command, articles: Path, empty_base: Path
) -> None:
    ran = glossary("mine", articles, "--db", empty_base)
    assert ran.code == 0
    header, first, *_ = ran.out.splitlines()
    assert header.split() == ["term", "score", "count", "rendering", "context"]
    assert first.split()[:2] == ["1", MINED]
    assert ran.err.startswith("documents 3, clusters 2, repairs ")
    assert max(map(display_width, ran.out.splitlines())) <= COLUMNS


def test_mining_in_json_is_that_of_the_contract(glossary: Command, articles: Path, empty_base: Path) -> None:
    ran = glossary("mine", articles, "--json", "--db", empty_base)
    assert (ran.code, ran.err) == (0, "")
    assert list(ran.json) == ["documents", "unread", "candidates", "names"]
    assert [Path(document["path"]).name for document in ran.json["documents"]] == [
        "channel.txt",
        "copy.txt",
        "dyke.txt",
    ]
    assert ran.json["candidates"][0]["term"] == MINED


def test_the_documents_of_the_answer_are_those_of_this_call(
    glossary: Command, articles: Path, mined: Path
) -> None:
    answer = glossary("mine", articles / "dyke.txt", "--json", "--db", mined).json
    assert [document["title"] for document in answer["documents"]] == ["湖堤巡护员每天走两遍"]
    assert answer["candidates"][0]["documents"] == 3


def test_the_candidates_are_a_table_for_a_spreadsheet(glossary: Command, mined_base: Path) -> None:
    table = glossary("candidates", "--csv", "--top", "3", "--db", mined_base).out
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    listed = glossary("candidates", "--json", "--top", "3", "--db", mined_base).json["candidates"]
    assert [(row["rank"], row["term"]) for row in rows] == [(str(one["rank"]), one["term"]) for one in listed]


def test_the_top_and_the_least_count_hold(glossary: Command, articles: Path, empty_base: Path) -> None:
    few = glossary("mine", articles, "--top", 3, "--json", "--db", empty_base).json
    all_of_them = glossary("mine", articles, "--json", "--db", empty_base).json
    frequent = glossary("mine", articles, "--min-count", 5, "--json", "--db", empty_base).json
    assert len(few["candidates"]) == 3 < len(frequent["candidates"]) < len(all_of_them["candidates"])


def test_only_the_wanted_kinds_are_printed(glossary: Command, articles: Path, empty_base: Path) -> None:
    answer = glossary(
        "mine", articles, "--kind", "formula", "--kind", "slogan", "--json", "--db", empty_base
    ).json
    assert answer["candidates"] == []


@pytest.mark.parametrize("kind", ["person", "place", "noun"])
def test_an_unknown_kind_is_answered_with_those_that_exist(
    glossary: Command, articles: Path, empty_base: Path, kind: str
) -> None:
    ran = glossary("mine", articles, "--kind", kind, "--db", empty_base)
    assert (ran.code, ran.out) == (2, "")
    assert f"there is no kind of candidate {kind!r}; known: formula, organisation, " in ran.err


def test_mining_without_a_base_begins_with_the_shipped_one_and_says_so(
    glossary: Command, articles: Path, small_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "shipped_base", lambda: small_base)
    ran = glossary("mine", articles)
    assert (ran.code, [path.name for path in Path.cwd().iterdir()]) == (0, ["terms.db"])
    assert "terms.db from the termbase that comes with glossary" in ran.err


def test_a_named_base_is_made_empty_and_says_so(glossary: Command, articles: Path) -> None:
    ran = glossary("mine", articles, "--db", "new.db")
    assert "made an empty termbase: new.db\n" in ran.err
    assert glossary("stats", "--json", "--db", "new.db").json["concepts"] == 0


def test_what_is_known_already_is_shown_with_its_rendering(
    glossary: Command, articles: Path, small_base: Path
) -> None:
    glossary("add", MINED, "dyke management station", "--db", small_base)
    first = glossary("mine", articles, "--db", small_base).out.splitlines()[1]
    assert "dyke management sta" in first


def test_watched_terms_lead_and_those_that_occur_nowhere_are_said(
    glossary: Command, articles: Path, empty_base: Path
) -> None:
    Path("watch.txt").write_text("白蚁穴\n竹筏登记处\n", encoding="utf-8")
    ran = glossary("mine", articles, "--watch", "watch.txt", "--db", empty_base)
    assert ran.out.splitlines()[1].split()[:2] == ["1", "白蚁穴"]
    assert "watched, but found nowhere: 竹筏登记处\n" in ran.err


def test_stopped_strings_are_not_listed(glossary: Command, articles: Path, empty_base: Path) -> None:
    Path("stop.txt").write_text(f"{MINED}\n", encoding="utf-8")
    answer = glossary("mine", articles, "--stop", "stop.txt", "--json", "--db", empty_base).json
    assert answer["candidates"]
    assert MINED not in [one["term"] for one in answer["candidates"]]


def test_only_what_the_base_does_not_know_is_listed(
    glossary: Command, articles: Path, small_base: Path
) -> None:
    glossary("add", MINED, "dyke management station", "--db", small_base)
    glossary("mine", articles, "--db", small_base)
    glossary("reject", "渗水点", "--db", small_base)
    answer = glossary("mine", articles, "--new-only", "--json", "--db", small_base).json
    new = [one["term"] for one in answer["candidates"]]
    assert new
    assert not {MINED, "渗水点"} & {*new}


def test_documents_can_be_the_contrast(glossary: Command, articles: Path, empty_base: Path) -> None:
    Path("contrast").mkdir()
    Path("contrast/a.txt").write_text(f"{MINED}来了，{MINED}走了。{MINED}！\n" * 9, encoding="utf-8")
    plain = glossary("mine", articles, "--json", "--db", empty_base).json["candidates"]
    ran = glossary("mine", articles, "--background", "contrast", "--json", "--db", empty_base)
    before, after = (
        {one["term"]: one["features"]["background_per_million"] for one in found}
        for found in (plain, ran.json["candidates"])
    )
    assert after[MINED] > 100_000 > before[MINED]


def test_the_samples_that_no_longer_count_are_said(
    glossary: Command, tmp_path: Path, empty_base: Path
) -> None:
    glossary("mine", *write_articles(tmp_path / "sample", "sample.md"), "--db", empty_base)
    ran = glossary("mine", *write_articles(tmp_path / "own", "dyke.txt"), "--db", empty_base)
    assert "the 1 sample documents of the base no longer count\n" in ran.err


def test_candidates_are_listed_with_state_and_concept(glossary: Command, mined: Path) -> None:
    glossary("accept", MINED, "dyke management station", "--db", mined)
    ran = glossary("candidates", "--top", 2, "--db", mined)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].split() == ["term", "score", "count", "state", "concept"]
    assert ran.out.splitlines()[1].split()[:2] == ["1", MINED]
    assert "accepted" in ran.out.splitlines()[1]
    assert len(ran.out.splitlines()) == 3


def test_candidates_of_a_state_are_listed_in_json(glossary: Command, mined: Path) -> None:
    glossary("reject", MINED, "--db", mined)
    answer = glossary("candidates", "--state", "rejected", "--json", "--db", mined).json
    assert [candidate["term"] for candidate in answer["candidates"]] == [MINED]


def test_an_unknown_state_is_answered_with_those_that_exist(glossary: Command, mined: Path) -> None:
    ran = glossary("candidates", "--state", "open", "--db", mined)
    assert (ran.code, ran.out) == (2, "")
    assert "there is no state 'open'; known: accepted, deferred, new, rejected" in ran.err


def test_why_shows_the_features_and_the_contexts(glossary: Command, mined: Path) -> None:
    ran = glossary("why", MINED, "--db", mined)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{MINED}: term, rank 1, score ")
    assert "\nspecificity " in ran.out
    assert f"【{MINED}】" in ran.out


def test_contexts_of_sample_texts_are_marked(glossary: Command, tmp_path: Path, empty_base: Path) -> None:
    mined = glossary("mine", *write_articles(tmp_path / "sample", "sample.md"), "--db", empty_base)
    term = mined.out.splitlines()[1].split()[1]
    assert "context (sample text)\n" in mined.out
    assert "(sample text): made up for this project" in mined.err
    assert "\ncontexts (sample text)\n" in glossary("why", term, "--db", empty_base).out


def test_contexts_of_sample_texts_are_left_out_beside_others(
    glossary: Command, tmp_path: Path, empty_base: Path
) -> None:
    files = write_articles(tmp_path / "articles")
    mined = glossary("mine", *files, "--json", "--db", empty_base).json
    assert {context["sample"] for one in mined["candidates"] for context in one["contexts"]} == {False}
    assert "sample text" not in glossary("mine", *files, "--db", empty_base).out


def test_why_shows_the_members_of_a_formula(glossary: Command, empty_base: Path) -> None:
    Path("a.txt").write_text(
        "渔管中心、海堤工程、潮汐预警、巡海服务“四位一体”建成，四位一体好用。\n", encoding="utf-8"
    )
    answer = glossary("mine", "a.txt", "--json", "--db", empty_base).json
    document = answer["documents"][0]["id"]
    (formula,) = [one for one in answer["candidates"] if one["term"] == "四位一体"]
    assert formula["members"] == {document: ["渔管中心", "海堤工程", "潮汐预警", "巡海服务"]}
    shown = glossary("why", "四位一体", "--db", empty_base).out
    assert f"members in {document[:12]}: 渔管中心、海堤工程、潮汐预警、巡海服务\n" in shown


def test_why_in_json_is_a_candidate(glossary: Command, mined: Path) -> None:
    assert glossary("why", MINED, "--json", "--db", mined).json["features"]["specificity"] > 0


def test_why_of_an_unknown_candidate_ends_with_1(glossary: Command, mined: Path) -> None:
    ran = glossary("why", "上海", "--db", mined)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: there is no candidate '上海'; `glossary candidates` lists them\n"


def test_documents_are_listed_printed_and_removed(glossary: Command, mined: Path) -> None:
    listed = glossary("documents", "list", "--json", "--db", mined).json["documents"]
    assert len(listed) == 4
    (channel,) = [document["id"] for document in listed if document["title"] == "渠长上岗"]
    assert glossary("documents", "text", channel[:10], "--db", mined).out.startswith("渠长上岗\n\n灌区推行")
    removed = glossary("documents", "remove", channel[:10], "--db", mined)
    assert (removed.code, removed.out, removed.err) == (0, "", f"removed {channel[:12]} 渠长上岗\n")
    table = glossary("documents", "list", "--db", mined).out.splitlines()
    assert len(table) == 4
    assert table[0].split()[0] == "id"


@pytest.mark.parametrize("verb", ["text", "remove"])
def test_an_unknown_document_ends_with_1(glossary: Command, mined: Path, verb: str) -> None:
    ran = glossary("documents", verb, "zzz", "--db", mined)
    assert (ran.code, ran.out) == (1, "")
    assert "`glossary documents list` lists them" in ran.err


# Curating


def test_add_says_what_the_concept_has_now(glossary: Command, small_base: Path) -> None:
    ran = glossary("add", "绿道", "linear park", "--db", small_base)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("cgreenwa 绿道: ")
    assert ran.out.endswith("; linear park (admitted)\n")


def test_all_that_add_is_told_is_there_afterwards(glossary: Command, small_base: Path) -> None:
    told = {
        "publisher": "Hill Journal",
        "title": "Parks",
        "url": "https://example.org",
        "date": "2024-05",
        "tier": "media",
    }
    options = [word for name, text in told.items() for word in (f"--{name}", text)]
    glossary(
        "add",
        "绿道",
        "greenbelt",
        "--status",
        "deprecated",
        "--instead",
        "greenway",
        "--note",
        "Another thing.",
        *options,
        "--db",
        small_base,
    )
    hit = glossary("lookup", "绿道", "--json", "--db", small_base).json["hits"][0]
    (added,) = [rendering for rendering in hit["renderings"] if rendering["text"] == "greenbelt"]
    assert (added["status"], added["instead"], added["note"]) == ("deprecated", "greenway", "Another thing.")
    assert {name: added["evidence"][0][name] for name in told} == told


def test_what_nobody_sees_is_not_added(glossary: Command, small_base: Path) -> None:
    glossary("add", "浮\u200b桥", "pontoon\u00a0 bri\u00addge", "--db", small_base)
    (hit,) = glossary("lookup", "浮桥", "--json", "--db", small_base).json["hits"]
    assert (hit["term"], hit["renderings"][0]["text"]) == ("浮桥", "pontoon bridge")


def tier_of(glossary: Command, base: Path, term: str) -> str:
    hit = glossary("lookup", term, "--json", "--db", base).json["hits"][0]
    return str(hit["renderings"][0]["evidence"][0]["tier"])


def test_a_publisher_that_the_base_does_not_know_is_media(glossary: Command, small_base: Path) -> None:
    glossary("add", "渠长", "channel chief", "--publisher", "Us", "--db", small_base)
    assert tier_of(glossary, small_base, "渠长") == "media"


def test_a_publisher_keeps_the_tier_that_it_is_known_by(glossary: Command, small_base: Path) -> None:
    glossary("add", "渠长", "channel chief", "--publisher", "Us", "--tier", "official", "--db", small_base)
    glossary("add", "库长", "reservoir chief", "--publisher", "Us", "--db", small_base)
    assert tier_of(glossary, small_base, "库长") == "official"


def test_a_new_concept_of_a_homograph_is_made_when_asked_for(glossary: Command, small_base: Path) -> None:
    before = len(glossary("lookup", "四水同治", "--json", "--db", small_base).json["hits"])
    glossary("add", "四水同治", "four waters", "--concept", "new", "--db", small_base)
    hits = glossary("lookup", "四水同治", "--json", "--db", small_base).json["hits"]
    assert len(hits) == before + 1


def test_a_homograph_is_refused_with_the_ids_to_choose_from(glossary: Command, small_base: Path) -> None:
    ran = glossary("add", "四水同治", "four waters", "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert FOUR_OF_LAKES in ran.err
    assert FOUR_OF_HILLS in ran.err
    assert (
        glossary("add", "四水同治", "four waters", "--concept", FOUR_OF_HILLS, "--db", small_base).code == 0
    )


WRONG_USE = {
    "status": ("--status", "best", "there is no status 'best'; known: admitted, deprecated, forbidden"),
    "tier": ("--tier", "high", "there is no tier 'high'; known: academic, composed"),
    "date": ("--date", "May 2024", "'May 2024' is no date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    "instead": ("--status", "deprecated", "names what to write in its place: give --instead"),
    "publisher": ("--tier", "official", "evidence of tier official needs a publisher"),
}


@pytest.mark.parametrize(("option", "value", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_a_wrong_option_is_said_with_what_to_write(
    glossary: Command, small_base: Path, option: str, value: str, words: str
) -> None:
    before = dump(small_base)
    ran = glossary("add", "绿道", "linear park", option, value, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert dump(small_base) == before


def test_accept_reject_and_defer_say_what_became_of_the_candidate(glossary: Command, mined: Path) -> None:
    accepted = glossary("accept", MINED, "dyke management station", "--db", mined)
    assert accepted.code == 0
    assert accepted.out.endswith(f" {MINED}: dyke management station (preferred)\n")
    assert glossary("reject", "渗水点", "--reason", "too plain", "--db", mined).out == "渗水点: rejected\n"
    assert glossary("defer", "分水", "--db", mined).out == "分水: deferred\n"
    counts = glossary("stats", "--json", "--db", mined).json["candidates"]
    assert (counts["accepted"], counts["rejected"], counts["deferred"]) == (1, 1, 1)


def test_a_candidate_is_attached_to_a_concept(glossary: Command, mined: Path) -> None:
    ran = glossary("accept", "渠长", "--concept", "cchiefsy", "--as", "variant", "--db", mined)
    assert ran.out.startswith("cchiefsy 河湖长制: ")
    assert glossary("lookup", "渠长", "--db", mined).out.startswith("渠长  ")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "say the English rendering, or name with --concept"),
        (("channel chief", "--as", "variant"), "a variant belongs to a concept; name it with --concept"),
        (
            ("--concept", "cchiefsy", "--as", "synonym"),
            "there is no way to attach 'synonym'; known: short-form, variant",
        ),
    ],
)
def test_an_acceptance_that_cannot_be_is_refused(
    glossary: Command, mined: Path, options: tuple[str, ...], words: str
) -> None:
    ran = glossary("accept", "渠长", *options, "--db", mined)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("verb", ["accept", "reject", "defer"])
def test_an_unknown_candidate_ends_with_1(glossary: Command, mined: Path, verb: str) -> None:
    arguments = ("上海", "Shanghai") if verb == "accept" else ("上海",)
    ran = glossary(verb, *arguments, "--db", mined)
    assert (ran.code, ran.out) == (1, "")


def test_an_unknown_concept_ends_with_1(glossary: Command, small_base: Path) -> None:
    assert glossary("add", "绿道", "x", "--concept", "cabcdefg", "--db", small_base).code == 1


# Files


def test_formats_are_listed_with_their_way(glossary: Command) -> None:
    ran = glossary("formats")
    assert (ran.code, ran.err) == (0, "")
    for format in FORMATS:
        assert format.name in ran.out
    assert [one["name"] for one in glossary("formats", "--json").json["formats"]] == [
        one.name for one in FORMATS
    ]


def test_an_export_to_stdout_is_the_file_and_nothing_else(glossary: Command, small_base: Path) -> None:
    ran = glossary("export", "csv", "--db", small_base)
    assert ran.code == 0
    assert len(list(csv.DictReader(io.StringIO(ran.out)))) == 9
    assert ran.err == "5 concepts, 7 renderings\n"


@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_every_format_is_exported_to_a_place(glossary: Command, small_base: Path, name: str) -> None:
    ran = glossary("export", name, "-o", "out", "--db", small_base)
    assert (ran.code, ran.out) == (0, "")
    assert Path("out").exists()
    assert [path.name for path in Path.cwd().iterdir()] == ["out"]


def test_what_a_format_cannot_carry_is_named(glossary: Command, small_base: Path) -> None:
    err = glossary("export", "omegat", "--db", small_base).err
    assert "left out: cgreenwa: rendering 'green road': it is forbidden" in err


def test_the_codes_of_the_languages_can_be_chosen(glossary: Command, small_base: Path) -> None:
    out = glossary(
        "export", "tbx", "--source-lang", "zh-Hans-CN", "--target-lang", "en-GB", "--db", small_base
    ).out
    assert "zh-Hans-CN" in out
    assert "en-GB" in out
    assert glossary("export", "tbx", "--target-lang", "no language", "--db", small_base).code == 2


def test_a_folder_format_needs_a_folder(glossary: Command, small_base: Path) -> None:
    ran = glossary("export", "toml", "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert "name the folder with --output" in ran.err


# The base


def test_a_build_says_what_it_built(glossary: Command, small_base: Path) -> None:
    glossary("export", "toml", "-o", "seeds/concepts", "--db", small_base)
    Path("seeds/documents").mkdir()
    Path("seeds/documents/empty.txt").touch()
    ran = glossary("build", "seeds", "--db", "built.db")
    assert (ran.code, ran.out) == (0, "built.db: 5 concepts, 0 documents\n")
    assert ran.err == "not read: seeds/documents/empty.txt: empty: there is no text in it\n"
    assert dump(Path("built.db")) == dump(small_base)


def test_a_build_over_changes_needs_force(glossary: Command, small_base: Path) -> None:
    glossary("export", "toml", "-o", "seeds/concepts", "--db", small_base)
    glossary("add", "绿道", "linear park", "--db", small_base)
    refused = glossary("build", "seeds", "--db", small_base)
    assert (refused.code, refused.out) == (2, "")
    assert "holds what no seed has" in refused.err
    assert glossary("build", "seeds", "--force", "--db", small_base).code == 0


def test_stats_count_what_is_there(glossary: Command, mined: Path) -> None:
    ran = glossary("stats", "--db", mined)
    assert (ran.code, ran.err) == (0, "")
    rows = {line.rsplit(maxsplit=1)[0]: line.rsplit(maxsplit=1)[1] for line in ran.out.splitlines()}
    assert (rows["concepts"], rows["renderings: forbidden"], rows["documents"]) == ("5", "1", "4")
    counts = glossary("stats", "--json", "--db", mined).json
    assert counts["concepts"] == len(CONCEPTS)
    assert counts["gaps"] == 2


# All of them


def test_without_a_verb_the_verbs_are_listed(glossary: Command) -> None:
    ran = glossary()
    assert ran.code == 2
    assert "lookup" in ran.out + ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("lookup",),
        ("stats", "a"),
        ("mine",),
        ("lookup", "x", "--limit", "0"),
        ("lookup", "x", "--bogus"),
    ],
)
def test_wrong_use_ends_with_2_and_prints_no_result(glossary: Command, arguments: tuple[str, ...]) -> None:
    ran = glossary(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "glossary" in ran.err
    assert "Traceback" not in ran.err


ANSWERS = [
    ("candidates",),
    ("why", MINED),
    ("documents", "list"),
    ("stats",),
    ("lookup", "绿道"),
    ("formats",),
]


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_json_is_all_that_stands_on_stdout(
    glossary: Command, mined: Path, arguments: tuple[str, ...]
) -> None:
    base = () if arguments == ("formats",) else ("--db", mined)
    ran = glossary(*arguments, "--json", *base)
    assert isinstance(json.loads(ran.out), dict)
    assert ran.err == ""


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_what_only_reads_leaves_the_base_byte_for_byte(
    glossary: Command, mined: Path, arguments: tuple[str, ...]
) -> None:
    before = mined.read_bytes()
    glossary(*arguments, *(() if arguments == ("formats",) else ("--db", mined)))
    assert mined.read_bytes() == before
    assert not list(mined.parent.glob(f"{mined.name}-*"))


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_no_colour_code_goes_into_a_file(glossary: Command, mined: Path, arguments: tuple[str, ...]) -> None:
    assert "\x1b" not in glossary(*arguments, *(() if arguments == ("formats",) else ("--db", mined))).out
