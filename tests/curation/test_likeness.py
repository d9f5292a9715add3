"""What makes two terms alike, and which likeness tells most."""

from typing import Any

from glossary.curation.likeness import LikenessKind, rank_likenesses
from glossary.model import Found, MatchKind, TermType


def found(text: str, concept: str = "", match: MatchKind = MatchKind.SUBSTRING, **fields: Any) -> Found:
    return Found(
        concept=concept or f"c{text}",
        text=text,
        language="zh-Hans",
        term_type=TermType.FULL_FORM,
        folded=text,
        match=match,
        key=text,
        **fields,
    )


def ranked(key: str, *others: Found) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in rank_likenesses(key, others, limit=9)]


def test_what_contains_it_and_what_is_part_of_it_comes_before_what_shares_characters() -> None:
    others = (found("网格管理"), found("网格"), found("网格员队伍"))
    assert ranked("网格员", *others) == [
        ("网格", "is part of it"),
        ("网格员队伍", "contains it"),
        ("网格管理", "shares 网格"),
    ]


def test_the_same_sound_and_the_same_english_come_first() -> None:
    sound = found("王格员", match=MatchKind.PINYIN, reading="wáng gé yuán")
    english = found("grid worker", match=MatchKind.RENDERING)
    assert [reason for _, reason in ranked("网格员", found("网格"), english, sound)] == [
        "sounds the same",
        "is “grid worker” in English too",
        "is part of it",
    ]


def test_half_a_word_in_common_makes_no_likeness() -> None:
    assert ranked("雪亮工程", found("天网工程"), found("工地")) == []


def test_the_term_itself_is_no_likeness() -> None:
    assert ranked("网格员", found("网格员")) == []


def test_a_concept_comes_once_with_its_best_likeness() -> None:
    others = (found("网格管理", "csame"), found("网格员队伍", "csame"))
    (one,) = rank_likenesses("网格员", others, limit=9)
    assert (one.concept, one.kind) == ("csame", LikenessKind.HOLDS)


def test_no_more_than_the_limit_come() -> None:
    others = [found(f"网格员{end}") for end in "甲乙丙丁"]
    assert len(rank_likenesses("网格员", others, limit=2)) == 2
