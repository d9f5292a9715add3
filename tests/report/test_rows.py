"""Which hits are shown in full, and the tuples that the printer takes."""

from dataclasses import replace

from glossary.model import Hit, MatchKind, Member, Rendering, Status
from glossary.report.hits import format_answer
from glossary.report.rows import MOST_SEE_ALSO, SHOWN_IN_FULL, arrange_hits

from .answers import CHIEF, CONTEXT, FOURS, GREENWAY, RAFT, RECORD, RECORDS, a_hit

CONCEPT, MEMBERS, RENDERINGS, GAP, CONTEXT_AT = 0, 8, 9, 10, 11


def full_and_short(*hits: Hit) -> tuple[list[str], list[str]]:
    full, short = arrange_hits(hits, {})
    return [row[CONCEPT] for row in full], [row[0] for row in short]


def test_exact_hits_are_shown_in_full_and_all_others_in_short() -> None:
    lakes, hills = FOURS
    hits = (a_hit(lakes), a_hit(hills), a_hit(RAFT, MatchKind.PREFIX))
    assert full_and_short(*hits) == ([lakes.id, hills.id], ["“两无”竹筏"])


def test_a_hit_in_the_other_script_counts_as_exact() -> None:
    hits = (a_hit(GREENWAY, MatchKind.SCRIPT), a_hit(RAFT, MatchKind.PREFIX))
    assert full_and_short(*hits) == ([GREENWAY.id], ["“两无”竹筏"])


def test_without_an_exact_hit_the_first_few_are_shown_in_full() -> None:
    hits = [a_hit(concept, MatchKind.PINYIN) for concept in (GREENWAY, CHIEF, RAFT, *FOURS)]
    full, short = full_and_short(*hits)
    assert (len(full), len(short)) == (SHOWN_IN_FULL, 2)


def test_beside_exact_hits_only_some_others_are_named() -> None:
    others = [replace(a_hit(RAFT, MatchKind.PREFIX), key=str(number)) for number in range(20)]
    assert len(full_and_short(a_hit(), *others)[1]) == MOST_SEE_ALSO


def test_nothing_found_is_nothing_to_show() -> None:
    assert arrange_hits((), {}) == ((), ())


def test_a_hit_shows_its_renderings_in_the_given_order_with_their_evidence() -> None:
    ((row,), _) = arrange_hits([a_hit(GREENWAY)], {})
    assert [rendering[0] for rendering in row[RENDERINGS]] == ["green road", "green path", "greenway"]
    office = ("Office of Greenways", "Greenways on foot", "2023-05", "official", "bilingual")
    assert row[RENDERINGS][2][-1][0] == (*office, "https://example.org/greenways")


def test_members_of_a_formula_have_what_to_write_for_each() -> None:
    members = (Member(concept="cdikeaaa", term="堤坝", rendering="dike"),)
    ((row,), _) = arrange_hits([replace(a_hit(), members=members)], {})
    assert row[MEMBERS] == (("堤坝", "dike"),)


def test_a_gap_is_told() -> None:
    ((raft,), _), ((greenway,), _) = arrange_hits([a_hit(RAFT)], {}), arrange_hits([a_hit()], {})
    assert (raft[GAP], greenway[GAP]) == (True, False)


def test_the_first_context_is_shown_with_its_publisher_or_else_its_title() -> None:
    hit = a_hit(GREENWAY, MatchKind.EXACT, CONTEXT, replace(CONTEXT, left="2"))
    ((row,), _) = arrange_hits([hit], RECORDS)
    assert row[CONTEXT_AT] == ("沿着", "绿道", "走", "Lakeside Post", True)
    ((row,), _) = arrange_hits([hit], {RECORD.id: replace(RECORD, publisher="", sample=False)})
    assert row[CONTEXT_AT] == ("沿着", "绿道", "走", "湖边的绿道", False)


def test_in_short_a_hit_shows_the_first_rendering_that_may_be_written() -> None:
    forbidden = Rendering(text="a", status=Status.FORBIDDEN)
    hit = replace(a_hit(RAFT, MatchKind.PREFIX), renderings=(forbidden, Rendering(text="b")))
    assert arrange_hits([a_hit(), hit], {})[1] == (("“两无”竹筏", "lǜ dào", "b", "prefix"),)
    assert arrange_hits([a_hit(), replace(hit, renderings=(forbidden,))], {})[1][0][2] == ""


def test_the_printer_takes_the_rows_as_they_are() -> None:
    arranged = arrange_hits(
        [a_hit(GREENWAY, MatchKind.EXACT, CONTEXT), a_hit(RAFT, MatchKind.PREFIX)], RECORDS
    )
    shown = format_answer(*arranged, columns=80, colour=False)
    assert "✗ green road  forbidden: write greenway" in shown
    assert "  “沿着【绿道】走”  — Lakeside Post (sample text)\n\nsee also\n" in shown
