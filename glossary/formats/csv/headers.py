"""What people write above the columns of a glossary, in English and in Chinese."""

import re
from collections.abc import Iterable, Mapping, Sequence

from glossary.files.header_words import CHINESE_SIDE, EITHER_SIDE, ENGLISH_SIDE, plain_header
from glossary.formats.csv.columns import COLUMNS, REQUIRED_COLUMNS, name_column, read_snapshot_column
from glossary.formats.languages import LANGUAGE_CODE, TRADITIONAL, is_source, is_target, tag_from_file
from glossary.model import Status

EITHER = "either"
"""A side of the pair, but not which: a source may be Chinese or English."""
READING, PART_OF_SPEECH, TRADITIONAL_TERM = "reading", "part_of_speech", "zh_hant"
FORBIDDEN, CASE_SENSITIVE = "forbidden", "case_sensitive"
FOREIGN_COLUMNS = (READING, PART_OF_SPEECH, TRADITIONAL_TERM, FORBIDDEN, CASE_SENSITIVE)
"""Columns of foreign tables alone; the curator's has them among the details."""
SIDES = (*REQUIRED_COLUMNS, EITHER)
HEADERS: Mapping[str, Iterable[str]] = {
    "zh": CHINESE_SIDE,
    "en": ENGLISH_SIDE,
    EITHER: EITHER_SIDE,
    "subject_field": "subject field domain topic category entrysubject conceptsubject "
    "领域 专业 学科 主题 分类 类别".split(),
    "definitions": "definition explanation meaning conceptdefinition 定义 释义 解释 含义".split(),
    "note": "notes comment comments remark remarks description entrynote 备注 注释 附注 说明".split(),
    "status": "usagestatus termstatus 状态 推荐程度".split(),
    "publisher": "发布者 发布机构 来源 出处".split(),
    "title": "sourcetitle 标题 题名".split(),
    "date": "日期 时间".split(),
    "url": "link address 网址 链接".split(),
    "other_zh": "synonyms chinesesynonyms 同义词 别名 又称 又名".split(),
    READING: "pinyin pronunciation 拼音 读音 注音".split(),
    PART_OF_SPEECH: "pos partofspeech 词性".split(),
    FORBIDDEN: "forbidden isforbidden".split(),
    CASE_SENSITIVE: "casesensitive".split(),
}
"""The headers of each column as ``plain_header`` gives them."""
COLUMN_OF_HEADER: Mapping[str, str] = {header: name for name, all in HEADERS.items() for header in all}
MEMOQ_HEADER = re.compile(
    r"(?:(?P<zh>chinese)(?:_(?:prc|taiwan|hong_kong|singapore|macao)[a-z_]*?)?"
    r"|(?P<en>english)(?:_(?:united|australia|canada)[a-z_]*?)?)(?P<about>_def)?",
    re.IGNORECASE,
)
"""``Chinese_PRC``, and ``English_United_States_Def`` for what is said of the English term."""
TRADITIONAL_WORDS = re.compile(
    r"traditional|taiwan|hong.?kong|maca[ou]|繁|台湾|台灣|臺灣|香港|澳门|澳門", re.IGNORECASE
)
TRUE_WORDS = frozenset("yes y true 1 x 是".split())
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


def known_column(header: str) -> str:
    """Return the column that a header names, in our words or in others', or an empty text."""
    return name_own(header) or guess_header(header)


def name_own(header: str) -> str:
    """Return the column that a header names in the words of this program, or an empty text."""
    name = name_column(header)
    return name if name in COLUMNS else ""


def is_header(cells: Sequence[str]) -> bool:
    """Return whether a row names columns: two sides, or half of its filled cells are names that are known."""
    filled = [cell for cell in cells if cell.strip()]
    names = [known_column(cell) or read_snapshot_column(cell) for cell in filled]
    known = len([*filter(None, names)])
    return sum(name in SIDES for name in names) >= len(REQUIRED_COLUMNS) or 0 < len(filled) <= 2 * known


def guess_header(header: str) -> str:
    """Return the column that a header speaks of, EITHER for a side of the pair, or an empty text.

    What stands in brackets does not count: ``Chinese (PRC)`` is zh.
    """
    if LANGUAGE_CODE.fullmatch(header.strip()):
        code = header.strip()
        named = "zh" if is_source(code) else "en" if is_target(code) else ""
        if named:
            return named
    if memoq := MEMOQ_HEADER.fullmatch(header.strip()):
        return "definitions" if memoq["about"] else "zh" if memoq["zh"] else "en"
    return COLUMN_OF_HEADER.get(plain_header(header), "")


def names_traditional(header: str) -> bool:
    """Return whether a header, of a column in Chinese, names the script of Taiwan and Hong Kong."""
    code = header.strip()
    if LANGUAGE_CODE.fullmatch(code) and is_source(code):
        return tag_from_file(code) == TRADITIONAL
    return bool(TRADITIONAL_WORDS.search(header))


def is_true(cell: str) -> bool:
    """Return whether a cell says yes."""
    return cell.strip().lower() in TRUE_WORDS


def guess_status(cell: str) -> str:
    """Return the status that a cell of a foreign table means, else the cell as it is."""
    return STATUS_WORDS.get(cell.strip().lower(), cell)
