"""What people write above the two columns of a bilingual table, in English and in Chinese."""

import re

CHINESE_SIDE = frozenset(
    "chinese chineseterm mandarin simplified simplifiedchinese 中文 汉语 汉文 简体 简体中文 中文术语 中文名 "
    "中文名称 中文词条 中文原文 中文译文".split()
)
ENGLISH_SIDE = frozenset(
    "english englishterm rendering 英文 英语 英译 英文术语 英文名 英文名称 英文译名 英文译文 英文原文 "
    "对应英文".split()
)
EITHER_SIDE = frozenset(
    "source sourceterm sourcetext target targetterm targettext term translation original 原文 译文 译名 术语 "
    "词条 词语 翻译".split()
)
"""These say only that the row is a header: a source may be Chinese or English."""
BRACKETED = re.compile(r"[(（\[].*?[)）\]]")
MARKS = re.compile(r"[\W_]+")


def plain_header(cell: str) -> str:
    """Return a header as these lists have it: small, without blanks, marks and what stands in brackets.

    ``Chinese (PRC)`` is chinese, ``source_term`` sourceterm; of ``(EN)`` the brackets alone are dropped.
    """
    outside = MARKS.sub("", BRACKETED.sub("", cell))
    return (outside or MARKS.sub("", cell)).lower()
