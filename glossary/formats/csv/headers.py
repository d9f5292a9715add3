"""What people write above the columns of a glossary, in English and in Chinese."""

from collections.abc import Iterable, Mapping

from glossary.files.header_words import CHINESE_SIDE, EITHER_SIDE, ENGLISH_SIDE, plain_header
from glossary.formats.languages import LANGUAGE_CODE, is_source, is_target
from glossary.model import Status

EITHER = "either"
"""A side of the pair, but not which: a source may be Chinese or English."""
READING, PART_OF_SPEECH = "reading", "part_of_speech"
"""Columns of foreign tables alone; the curator's has them among the details."""
HEADERS: Mapping[str, Iterable[str]] = {
    "zh": CHINESE_SIDE,
    "en": ENGLISH_SIDE,
    EITHER: EITHER_SIDE,
    "subject_field": "subject field domain topic category 领域 专业 学科 主题 分类 类别".split(),
    "definitions": "definition explanation meaning 定义 释义 解释 含义".split(),
    "note": "notes comment comments remark remarks description 备注 注释 附注 说明".split(),
    "status": "usagestatus termstatus 状态 推荐程度".split(),
    "publisher": "发布者 发布机构 来源 出处".split(),
    "title": "sourcetitle 标题 题名".split(),
    "date": "日期 时间".split(),
    "url": "link address 网址 链接".split(),
    "other_zh": "synonyms chinesesynonyms 同义词 别名 又称 又名".split(),
    READING: "pinyin pronunciation 拼音 读音 注音".split(),
    PART_OF_SPEECH: "pos partofspeech 词性".split(),
}
"""The headers of each column as ``plain_header`` gives them."""
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


def guess_header(header: str) -> str:
    """Return the column that a header speaks of, EITHER for a side of the pair, or an empty text.

    What stands in brackets does not count: ``Chinese (PRC)`` is zh.
    """
    if LANGUAGE_CODE.fullmatch(header.strip()):
        code = header.strip()
        named = "zh" if is_source(code) else "en" if is_target(code) else ""
        if named:
            return named
    return COLUMN_OF_HEADER.get(plain_header(header), "")


def guess_status(cell: str) -> str:
    """Return the status that a cell of a foreign table means, else the cell as it is."""
    return STATUS_WORDS.get(cell.strip().lower(), cell)
