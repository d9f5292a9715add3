"""The ways to cut a term into parts that are known."""

from glossary.curation.covers import MOST_PARTS, find_covers
from glossary.curation.learning import NO_HEADS
from glossary.curation.senses import Known


def cut(term: str, *known: str) -> list[str]:
    parts = {zh: (Known(text="x", concept="cxxxxxxx"),) for zh in known}
    return [
        "|".join(piece.zh for piece in one.pieces) for one in find_covers(term, parts=parts, heads=NO_HEADS)
    ]


def test_few_long_parts_come_before_many_short_ones() -> None:
    assert cut("绿道管理平台", "绿道", "绿道管理")[0] == "绿道管理|平台"


def test_the_whole_term_is_never_a_part() -> None:
    assert "绿道平台" not in cut("绿道平台", "绿道", "绿道平台")


def test_known_parts_come_before_gaps() -> None:
    assert cut("绿道平台", "绿道")[0] == "绿道|平台"


def test_what_is_not_known_is_one_gap() -> None:
    (first, *_) = find_covers("甪里平台", parts={}, heads=NO_HEADS)
    assert first.gaps == ("甪里",)


def test_a_term_of_too_many_parts_is_left_in_larger_pieces() -> None:
    for cover in find_covers("管理平台" * MOST_PARTS, parts={}, heads=NO_HEADS):
        assert len(cover.pieces) <= MOST_PARTS
