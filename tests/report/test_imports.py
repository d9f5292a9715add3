"""What an import did, as lines to read."""

from glossary.report.imports import lay_out_conflict, lay_out_import

CONFLICT = {"concept": "cgreenwa", "field": "note", "here": "a\nb", "there": "c", "taken": "both"}


def test_without_anything_to_tell_there_are_the_numbers_alone() -> None:
    told = {"added": 1, "changed": 2, "unchanged": 3, "conflicts": [], "dropped": []}
    assert list(lay_out_import(told)) == ["1 added, 2 changed, 3 unchanged"]


def test_each_group_has_its_title() -> None:
    dropped = {"where": "line 2", "what": "the row", "why": "no date"}
    told = {"added": 1, "changed": 0, "unchanged": 0, "conflicts": [], "dropped": [dropped]}
    new = {"concept": "cgreenwa", "term": "绿道", "is_new": True}
    assert list(lay_out_import(told, added=[(new, ["+ term: 绿道 (admitted)"])])) == [
        "1 added, 0 changed, 0 unchanged",
        "added:",
        "  cgreenwa 绿道",
        "      + term: 绿道 (admitted)",
        "dropped:",
        "  line 2: the row: no date",
    ]


def test_of_many_things_dropped_alike_the_first_are_shown_and_the_rest_are_counted() -> None:
    alike = [{"where": f"line {n}", "what": f"Gender: {n}", "why": "no place"} for n in range(1, 1_008)]
    other = {"where": "line 3", "what": "the row", "why": "no date"}
    told = {"added": 0, "changed": 0, "unchanged": 0, "conflicts": [], "dropped": [*alike, other]}
    _, title, *shown, count, last = lay_out_import(told)
    assert (title, len(shown), shown[4]) == ("dropped:", 5, "  line 5: Gender: 5: no place")
    assert count == "  … and 1,002 more such: Gender: no place (--json tells all)"
    assert last == "  line 3: the row: no date"


def test_a_conflict_shows_both_sides_and_who_counts() -> None:
    assert list(lay_out_conflict(CONFLICT)) == [
        "  cgreenwa note (both are kept)",
        "      base: a",
        "            b",
        "      file: c",
    ]


def test_a_conflict_that_nobody_has_decided_shows_both_sides_alone() -> None:
    assert next(lay_out_conflict({**CONFLICT, "taken": ""})) == "  cgreenwa note"
