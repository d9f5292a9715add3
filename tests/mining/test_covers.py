"""How often a string stands within a longer one, and within how many different ones."""

from glossary.mining.covers import Coverage, find_coverage

from .conftest import count, make_stream


def cover(*written: str, good: set[str], aliases: dict[str, str] | None = None) -> dict[str, Coverage]:
    stream, _ = make_stream(*written)
    return find_coverage(count(*written, min_count=1), stream, good, aliases or {})


def test_what_always_stands_in_a_longer_term_is_never_free() -> None:
    assert cover("潮位 预警 平台", good={"潮位预警平台"})["预警"].free_share == 0


def test_what_stands_in_none_is_free() -> None:
    assert cover("潮位 预警 平台", good=set())["预警"].free_share == 1


def test_the_share_counts_occurrences() -> None:
    found = cover("潮位 预警", "预警", "预警", "预警", good={"潮位预警"})
    assert found["预警"].free_share == 0.75


def test_a_term_does_not_cover_itself() -> None:
    assert cover("潮位 预警", good={"潮位预警"})["潮位预警"].free_share == 1


def test_a_longer_term_covers_at_both_of_its_ends() -> None:
    found = cover("潮位 预警 平台", good={"潮位预警平台"})
    assert found["潮位"].free_share == found["平台"].free_share == found["预警平台"].free_share == 0


def test_different_covers_are_counted_once_each() -> None:
    written = ("潮位 预警", "潮位 预警", "海浪 预警", "预警 平台")
    assert cover(*written, good={"潮位预警", "海浪预警", "预警平台"})["预警"].covers == 3


def test_an_alias_takes_nothing_from_its_base() -> None:
    found = cover("海南 潮位 平台", good={"海南潮位平台"}, aliases={"海南潮位平台": "潮位平台"})
    assert found["潮位平台"].free_share == found["潮位"].free_share == 1


def test_an_alias_covers_what_begins_with_its_place() -> None:
    found = cover("海南 潮位 平台", good={"海南潮位平台"}, aliases={"海南潮位平台": "潮位平台"})
    assert found["海南潮位"].free_share == 0


def test_an_alias_with_a_weak_tail_covers_what_ends_with_it() -> None:
    found = cover("潮位 平台 建设", good={"潮位平台建设"}, aliases={"潮位平台建设": "潮位平台"})
    assert found["平台建设"].free_share == 0
    assert found["潮位"].free_share == 1
