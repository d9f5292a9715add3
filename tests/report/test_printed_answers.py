"""How an answer looks in a terminal."""

import re

import pytest

from glossary.report.hits import (
    AlsoRow,
    ContextRow,
    EvidenceRow,
    HitRow,
    RenderingRow,
    clip,
    display_width,
    format_answer,
    wrap,
)

ESCAPE = "\x1b"
FACT: EvidenceRow = (
    "Office of Greenways",
    "On foot",
    "2023-05",
    "official",
    "bilingual",
    "https://example.org",
)


def rendering(
    text: str = "greenway",
    status: str = "preferred",
    *,
    instead: str = "",
    term_type: str = "full-form",
    note: str = "",
    evidence: tuple[EvidenceRow, ...] = (FACT,),
) -> RenderingRow:
    return (text, status, instead, term_type, note, evidence)


def hit(
    *renderings: RenderingRow,
    term: str = "绿道",
    definition: str = "",
    note: str = "",
    others: tuple[str, ...] = (),
    members: tuple[tuple[str, str], ...] = (),
    gap: bool = False,
    context: ContextRow | None = None,
    match: str = "exact",
) -> HitRow:
    about = ("cgreenwa", term, "lǜ dào", "town planning", "Lakeside", definition, note)
    return (*about, others, members, renderings, gap, context, match)


def show(*hits: HitRow, columns: int = 80, colour: bool = False, also: tuple[AlsoRow, ...] = ()) -> str:
    return format_answer(hits, also, columns=columns, colour=colour)


def test_a_hit_is_a_headline_and_then_what_to_write() -> None:
    assert show(hit(rendering())) == (
        "绿道  lǜ dào  town planning · Lakeside · cgreenwa\n"
        "  ✓ greenway  preferred\n"
        "      Office of Greenways 2023-05 (official)\n"
    )


def test_all_that_is_known_has_its_line() -> None:
    whole = hit(
        rendering(note="One word."),
        definition="a path through parks",
        note="Not for street trees.",
        others=("綠色步道", "步道"),
        context=("沿着", "绿道", "走", "Lakeside Post", False),
    )
    assert show(whole).splitlines()[1:] == [
        "  also written 綠色步道、步道",
        "  a path through parks",
        "  ✓ greenway  preferred",
        "      Office of Greenways 2023-05 (official)",
        "      One word.",
        "  note: Not for street trees.",
        "  “沿着【绿道】走”  — Lakeside Post",
    ]


@pytest.mark.parametrize(
    ("status", "mark"),
    [("preferred", "✓"), ("admitted", "·"), ("proposed", "?"), ("deprecated", "✗"), ("forbidden", "✗")],
)
def test_each_status_has_its_mark_and_its_name(status: str, mark: str) -> None:
    assert f"  {mark} greenway  {status}\n" in show(hit(rendering(status=status)))


@pytest.mark.parametrize("status", ["deprecated", "forbidden"])
def test_what_is_not_to_be_written_says_what_to_write(status: str) -> None:
    shown = show(hit(rendering("green road", status, instead="greenway")))
    assert f"  ✗ green road  {status}: write greenway\n" in shown


def test_a_short_form_is_called_one() -> None:
    assert "FTP  admitted, acronym\n" in show(hit(rendering("FTP", "admitted", term_type="acronym")))


def test_a_composed_rendering_is_called_so() -> None:
    assert "      composed here\n" in show(hit(rendering(evidence=(("", "", "", "composed", "", ""),))))


def test_three_facts_are_shown_and_the_rest_is_counted() -> None:
    shown = show(hit(rendering(evidence=(FACT,) * 5)), columns=200)
    assert shown.count("Office of Greenways") == 3
    assert "; and 2 more\n" in shown


def test_a_gap_is_said() -> None:
    assert "  gap: no publisher is on record" in show(hit(rendering(), gap=True))
    assert "gap" not in show(hit(rendering()))


def test_without_a_rendering_the_answer_says_how_to_add_one() -> None:
    assert "  no rendering yet; `glossary add 绿道 ENGLISH` adds one\n" in show(hit(gap=True))


def test_the_keyword_is_marked_with_brackets_without_colour_and_reversed_with_it() -> None:
    in_context = hit(context=("左", "绿道", "右", "", False))
    assert "  “左【绿道】右”\n" in show(in_context)
    assert f"左{ESCAPE}[7m绿道{ESCAPE}[0m右" in show(in_context, colour=True)


def test_a_sample_is_marked_with_its_publisher_and_without_one() -> None:
    for source, origin in (("Lakeside Post", "— Lakeside Post (sample text)"), ("", "(sample text)")):
        shown = show(hit(context=("左", "绿道", "右", source, True)))
        assert shown.endswith(f"“左【绿道】右”  {origin}\n")


def test_a_context_without_an_origin_ends_with_its_quotation_mark() -> None:
    assert show(hit(context=("左", "绿道", "右", "", False))).endswith("右”\n")


def test_a_long_context_is_cut_on_both_sides_around_the_keyword() -> None:
    line = show(hit(context=("左" * 40, "绿道", "右" * 40, "", False)), columns=60).splitlines()[-1]
    assert re.fullmatch(r"  “…左+【绿道】右+…”", line)
    assert 56 <= display_width(line) <= 60


def test_what_one_side_does_not_need_goes_to_the_other() -> None:
    line = show(hit(context=("左", "绿道", "右" * 40, "", False)), columns=60).splitlines()[-1]
    assert line.startswith("  “左【绿道】右")
    assert 58 <= display_width(line) <= 60


def test_a_long_origin_stands_below_its_context() -> None:
    lines = show(hit(context=("左", "绿道", "右", "网" * 20, False)), columns=60).splitlines()
    assert lines[-2:] == ["  “左【绿道】右”", "      — " + "网" * 20]


def test_other_terms_follow_in_a_line_each() -> None:
    also = (("绿道网", "lǜ dào wǎng", "greenway network", "prefix"), ("绿道办", "lǜ dào bàn", "", "prefix"))
    assert show(hit(rendering()), also=also).split("\n\n")[1] == (
        "see also\n  绿道网  greenway network  lǜ dào wǎng\n  绿道办  lǜ dào bàn\n"
    )


def test_hits_are_apart_by_an_empty_line() -> None:
    assert show(hit(rendering()), hit(rendering())).count("\n\n") == 1


LONG = hit(
    rendering(
        "a very long rendering of a very short Chinese term that goes on and on and on",
        "deprecated",
        instead="another rendering that is hardly any shorter than the first one",
        note="更多" * 60,
    ),
    rendering(evidence=(("出版社" * 20, "", "2023", "official", "", ""),) * 3),
    term="海南社会管理信息化平台值班运维工作规范海南社会管理信息化平台",
    definition="以网格化管理为基础的社会治理方式。" * 9,
    note="words " * 60,
    others=("很长的另一种写法",) * 9,
    gap=True,
    context=("左" * 40, "绿道" * 30, "右" * 40, "一个名字很长的出版单位" * 5, True),
)


@pytest.mark.parametrize("columns", [40, 41, 60, 79, 80, 100, 132, 250])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    also = (("海南社会管理信息化平台" * 3, "hǎi nán shè huì " * 5, "Hainan Social Management " * 3, "fuzzy"),)
    lines = show(LONG, columns=columns, also=also).splitlines()
    assert max(map(display_width, lines)) <= columns


def test_a_terminal_narrower_than_forty_columns_is_taken_for_one_of_forty() -> None:
    assert show(LONG, columns=1) == show(LONG, columns=40)


def test_a_text_without_blanks_is_broken_and_none_of_it_is_lost() -> None:
    definition = "以网格化管理为基础的社会治理方式。" * 9
    shown = show(hit(rendering(), definition=definition), columns=60)
    assert definition in "".join(shown.split())


def test_a_rendering_too_long_for_its_line_goes_on_below_with_its_status() -> None:
    lines = show(hit(rendering("word " * 20, "admitted", evidence=())), columns=60).splitlines()
    assert lines[1:] == ["  · " + "word " * 10 + "word", "    " + "word " * 8 + "word", "    admitted"]


def test_line_breaks_inside_a_text_do_not_break_the_layout() -> None:
    assert "  ✓ green way  preferred\n" in show(hit(rendering("green\nway")))


def test_without_colour_there_is_no_escape_code() -> None:
    assert ESCAPE not in show(LONG, LONG, also=(("绿道网", "", "x", "prefix"),))


def test_with_colour_every_code_is_ended_and_the_text_is_the_same() -> None:
    whole = hit(
        rendering(), rendering("green road", "forbidden", instead="greenway"), definition="a path", note="n"
    )
    coloured = show(whole, colour=True)
    codes = re.findall(r"\x1b\[(\d+)m", coloured)
    assert codes[1::2] == ["0"] * (len(codes) // 2)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == show(whole)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("绿道", 4), ("“绿道”", 6), ("lǜ dào", 6), ("ＡＰＰ", 6), ("，", 2)],
)
def test_chinese_takes_two_columns_a_character(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("绿道网", 6, "绿道网"),
        ("绿道网", 5, "绿道…"),
        ("绿道网", 4, "绿…"),
        ("abc", 2, "a…"),
        ("abc", 1, "…"),
    ],
)
def test_a_clipped_text_says_so_and_fits(text: str, columns: int, shown: str) -> None:
    assert clip(text, columns) == shown


def test_wrapped_lines_are_broken_at_blanks_and_inside_chinese() -> None:
    assert wrap("ab cd 绿道绿道绿道 ef", 8, "  ") == ["  ab cd", "  绿道绿", "  道绿道", "  ef"]
    assert wrap("", 8, "  ") == []


def test_what_is_not_plain_to_see_is_said() -> None:
    assert show(hit(match="fuzzy")).splitlines()[1] == "  spelled like what you asked"
    also = (("绿道网", "", "network", "fuzzy-pinyin"),)
    assert show(hit(), also=also).splitlines()[-1] == "  绿道网  network  (sounds like what you asked)"
