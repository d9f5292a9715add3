"""Who published a text, when, and under what headline: only what its first lines plainly say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from glossary.documents import page_words as words
from glossary.documents.boilerplate import find_headline
from glossary.documents.kinds import OFFSETS_OF_FILE, DocumentKind
from glossary.documents.lines import Line, iterate_lines
from glossary.documents.page_parts import is_breadcrumb, is_index, is_marker
from glossary.documents.repair import find_markup, repair_text
from glossary.documents.titles import FILE_ENDING
from glossary.text.folding import fold, has_han

HEAD_CHARS = 8_000
HEAD_CHARS_OF_A_FILE = 3_000
HEAD_LINES = 30
MAX_TITLE_CHARS = 100
MIN_TITLE_CHARS = 4

NO_TITLE_ENDS = tuple("。，,；;：:、！？!?")
LABELLED_SOURCE = re.compile(
    r"(?:^|[\s|｜（(【\d])(?:信息|文章|新闻|稿件|本文|内容)?(?:来源|稿源|出处|转自|发布单位|发布机构)"
    r"[ \t]*[:：][ \t]*"
    r"([^\s|｜:：，。,（(]{2,20}?)(?=\s|[|｜（()）【】]|(?:19|20)\d\d[-年/.]|(?:浏览|阅读|点击|访问)|(?:作者|编辑):|$)"
)
REPORTER_OF = re.compile(r"([^\s，。,:：本]{2,10}[报网社台刊])(?:首席|特约|见习|实习)?记者[\s:：]")
NO_PUBLISHER = re.compile(
    r"网络|互联网|未知|原创|综合|本站|本网|转载|其他|其它|不详|https?:.*|.*\.(?:com|cn|net)\b.*"
    r"|(?:网友|会员|用户).*|.*(?:投稿|上传)"
)
WHOLE_PICTURE = re.compile(f"^{words.PAGE_PICTURE.pattern}$")
NO_TITLE = re.compile(
    r"(?:第?[一二三四五六七八九十百]+[、章节条]|[(][一二三四五六七八九十]+[)]|\d+(?:[.、]|总则)).*"
    r"|前言|引言|导语|目\s*录|内容提要|编者按|[\[【]?(?:摘\s*要|关键[词字]).*"
)
"""The heading of a first part is not what the whole is called."""
FIRST_CRUMB = re.compile(r"\s*([^\s>»›→:：]{2,12}?)(?:首页|主页)?\s*[>»›→]")
SITE_ENDS = tuple("网报台社")
DAY = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Empty where the text does not say; ``date`` is YYYY-MM-DD."""

    title: str = ""
    publisher: str = ""
    date: str = ""


def read_provenance(text: str, *, kind: DocumentKind = DocumentKind.TEXT) -> Provenance:
    """Return what the lines above the first paragraph of ``text`` (front matter left out) say."""
    text = text[: HEAD_CHARS_OF_A_FILE if kind in OFFSETS_OF_FILE else HEAD_CHARS]
    lines = iterate_lines(repair_text(text, find_markup(text, kind), joins_lines=False).text)
    above, rest = _split_at_prose(lines)
    head = above[:HEAD_LINES]
    title = _read_title(find_headline(above, rest), head)
    return Provenance(title, _find_publisher(head), _find_date(head))


def _split_at_prose(lines: Iterator[Line]) -> tuple[list[Line], Iterator[Line]]:
    """Return the lines above the first one of prose, and that one with what follows."""
    above: list[Line] = []
    for line in lines:
        if line.is_prose:
            return above, chain([line], lines)
        above.append(line)
    return above, lines


def _read_title(headline: Line | None, head: Sequence[Line]) -> str:
    """Return the headline, where it is among the first lines and looks like one."""
    picture = next(filter(None, map(_title_of_picture, head)), "")
    if picture or headline is None or headline not in head:
        return picture
    title = FILE_ENDING.sub("", headline.text.strip("#| "))
    return title if _looks_like_title(title) else ""


def _title_of_picture(line: Line) -> str:
    """The title that the pictures of a document's pages are called by: ``实施方案_第1页``."""
    return _group_as_written(WHOLE_PICTURE, line) if "_第" in line.text else ""


def _looks_like_title(line: str) -> bool:
    fits = MIN_TITLE_CHARS <= len(line) <= MAX_TITLE_CHARS
    if not fits or not has_han(line) or line.endswith(NO_TITLE_ENDS):
        return False
    folded = fold(line)
    return not (NO_TITLE.fullmatch(folded) or is_marker(folded))


def _find_publisher(head: Sequence[Line]) -> str:
    """The source that a line names, else the paper whose reporter it was, else the site."""
    for find in (_labelled_source, _paper_of_reporter, _site_of_breadcrumb):
        for line in head:
            publisher = find(line).strip('《》“”"[]【】')
            if publisher and not NO_PUBLISHER.fullmatch(fold(publisher)):
                return publisher
    return ""


def _labelled_source(line: Line) -> str:
    return _group_as_written(LABELLED_SOURCE, line) if ":" in line.folded else ""


def _paper_of_reporter(line: Line) -> str:
    is_reporters = len(line.text) <= words.SHORT_CHARS and words.REPORTERS.fullmatch(line.folded)
    return _group_as_written(REPORTER_OF, line) if is_reporters else ""


def _site_of_breadcrumb(line: Line) -> str:
    if not is_breadcrumb(line.folded):
        return ""
    site = _group_as_written(FIRST_CRUMB, line)
    return site if line.text[len(site) :].startswith(("首页", "首頁")) or site.endswith(SITE_ENDS) else ""


def _group_as_written(pattern: re.Pattern[str], line: Line) -> str:
    """Match the line folded, and return the first group as the line has it."""
    found = pattern.search(line.folded)
    return line.text[found.start(1) : found.end(1)] if found else ""


def _find_date(head: Sequence[Line]) -> str:
    """The day in the first line that gives no more than a date, a time, a source and the like."""
    for line in head:
        day = normalise_date(line.folded)
        if day and _is_dated(line.folded):
            return day
    return ""


def _is_dated(line: str) -> bool:
    shapes = (words.TIMESTAMP, words.SOURCE, words.BARE_DATE)
    return is_index(line) or any(shape.fullmatch(line) for shape in shapes)


def normalise_date(text: str) -> str:
    """Return the first day that ``text`` names, as YYYY-MM-DD, or nothing."""
    for year, month, day in DAY.findall(text):
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""
