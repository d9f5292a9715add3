"""What people write above the columns of a glossary, in English and in Chinese."""

import re
from collections.abc import Mapping

from glossary.formats.languages import LANGUAGE_CODE, is_source, is_target
from glossary.model import Status

EITHER = "either"
"""A side of the pair, but not which: a source may be Chinese or English."""
READING, PART_OF_SPEECH = "reading", "part_of_speech"
"""Columns of foreign tables alone; the curator's has them among the details."""
HEADERS: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "chinese",
        "chinese_term",
        "mandarin",
        "simplified",
        "simplified_chinese",
        "中文",
        "汉语",
        "简体",
        "简体中文",
        "中文术语",
        "中文名",
        "中文名称",
        "中文词条",
        "中文原文",
    ),
    "en": (
        "english",
        "english_term",
        "rendering",
        "英文",
        "英语",
        "英译",
        "英文术语",
        "英文名",
        "英文名称",
        "英文译名",
        "英文译文",
        "对应英文",
    ),
    EITHER: (
        "source",
        "source_term",
        "source_text",
        "target",
        "target_term",
        "target_text",
        "term",
        "translation",
        "original",
        "原文",
        "译文",
        "译名",
        "术语",
        "词条",
        "词语",
        "翻译",
    ),
    "subject_field": (
        "subject",
        "field",
        "domain",
        "topic",
        "category",
        "领域",
        "专业",
        "学科",
        "主题",
        "分类",
        "类别",
    ),
    "definitions": ("definition", "explanation", "meaning", "定义", "释义", "解释", "含义"),
    "note": (
        "notes",
        "comment",
        "comments",
        "remark",
        "remarks",
        "description",
        "备注",
        "注释",
        "附注",
        "说明",
    ),
    "status": ("usage_status", "term_status", "状态", "推荐程度"),
    "publisher": ("发布者", "发布机构", "来源", "出处"),
    "title": ("source_title", "标题", "题名"),
    "date": ("日期", "时间"),
    "url": ("link", "address", "网址", "链接"),
    "other_zh": ("synonyms", "chinese_synonyms", "同义词", "别名", "又称", "又名"),
    READING: ("pinyin", "pronunciation", "拼音", "读音", "注音"),
    PART_OF_SPEECH: ("pos", "part_of_speech", "词性"),
}
COLUMN_OF_HEADER: Mapping[str, str] = {header: name for name, all in HEADERS.items() for header in all}
STATUS_WORDS: Mapping[str, Status] = {
    "approved": Status.PREFERRED,
    "recommended": Status.PREFERRED,
    "首选": Status.PREFERRED,
    "推荐": Status.PREFERRED,
    "allowed": Status.ADMITTED,
    "可用": Status.ADMITTED,
    "允许": Status.ADMITTED,
    "not recommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "不推荐": Status.DEPRECATED,
    "旧称": Status.DEPRECATED,
    "do not use": Status.FORBIDDEN,
    "禁用": Status.FORBIDDEN,
    "draft": Status.PROPOSED,
    "new": Status.PROPOSED,
    "待定": Status.PROPOSED,
}
BRACKETED = re.compile(r"\s*[(（\[].*?[)）\]]\s*")
BLANKS = re.compile(r"[\s_-]+")


def guess_header(header: str) -> str:
    """Return the column that a header speaks of, EITHER for a side of the pair, or an empty text.

    What stands in brackets does not count: ``Chinese (PRC)`` is zh.
    """
    if LANGUAGE_CODE.fullmatch(header.strip()):
        code = header.strip()
        named = "zh" if is_source(code) else "en" if is_target(code) else ""
        if named:
            return named
    plain = BLANKS.sub("_", BRACKETED.sub(" ", header).strip().lower())
    return COLUMN_OF_HEADER.get(plain, "")


def guess_status(cell: str) -> str:
    """Return the status that a cell of a foreign table means, else the cell as it is."""
    return STATUS_WORDS.get(cell.strip().lower(), cell)
