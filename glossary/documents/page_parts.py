"""Questions about one line of a page: is it a menu, a breadcrumb, a credit, a marker of other matter?

Every function takes a folded line; see ``page_words`` for what that is.
"""

from collections import Counter

from glossary.documents import page_words as words


def is_page_furniture(line: str) -> bool:
    """Whether a line belongs to the page wherever it stands: template code, credits, times, buttons."""
    return bool(
        words.TEMPLATE.fullmatch(line)
        or ((":" in line or "|" in line) and _is_labelled(line))
        or words.REPORTERS.fullmatch(line)
        or words.PICTURE.fullmatch(line)
        or words.SHOP.fullmatch(line)
        or _is_page_picture(line)
        or is_breadcrumb(line)
        or is_buttons(line)
    )


def _is_labelled(line: str) -> bool:
    """Whether a line that has a colon or a bar is a time of day, a source, a place on a site, or credits."""
    return bool(
        words.TIMESTAMP.fullmatch(line)
        or words.SOURCE.fullmatch(line)
        or words.LOCATION.fullmatch(line)
        or is_credits(line)
    )


def is_head_furniture(line: str) -> bool:
    """Whether a line above an article is furniture: what is so anywhere, menus, counters, dates, tables."""
    return bool(
        is_page_furniture(line)
        or is_menu(line)
        or words.ONLY_FIGURES.fullmatch(line)
        or words.BARE_DATE.fullmatch(line)
        or is_advertised(line)
        or is_index(line)
    )


def is_tail_furniture(line: str) -> bool:
    """Whether a line below an article is furniture: what is so anywhere, menus, pagers, licences."""
    return bool(is_page_furniture(line) or is_menu(line) or is_licence(line) or words.PAGER.fullmatch(line))


def is_certain_furniture(line: str) -> bool:
    """Whether a line is furniture even in a document that is no more than a list of short lines."""
    return bool(
        words.TEMPLATE.fullmatch(line)
        or words.TIMESTAMP.fullmatch(line)
        or is_licence(line)
        or words.SHOP.fullmatch(line)
        or _is_page_picture(line)
        or is_breadcrumb(line)
        or is_spam(line)
    )


def _is_page_picture(line: str) -> bool:
    """Whether a line is how a shop calls the picture of a document's page: ``实施方案_第1页``."""
    return "_第" in line and bool(words.PAGE_PICTURE.fullmatch(line))


def is_advertised(line: str) -> bool:
    """Whether a line is an advertisement with an address, of an app, or of a browser to see the page with."""
    return bool(words.IN_ADVERTISED.search(line) and words.ADVERTISED.fullmatch(line))


def is_spam(line: str) -> bool:
    """Whether a line holds several words that only spam has."""
    return len(words.SPAM_WORD.findall(line)) >= words.MIN_SPAM_WORDS


def is_editors_voice(line: str) -> bool:
    """Whether a line is what a page says of the text on it: 下面是小编为大家整理的范文,供大家参考。"""
    return len(line) <= words.MAX_VOICE_CHARS and bool(words.EDITORS_VOICE.search(line))


def is_index(line: str) -> bool:
    """Whether a line belongs to the table above an official document: ``索引号 12 发文字号 青政发〔2022〕1``.

    An author's own ``关键词:网格化管理;信访`` does not.
    """
    labels = words.INDEX_LABEL.findall(line) if words.INDEX_LABEL.match(line) else []
    return len(labels) > 1 or (":" in line and bool(labels) and labels[0] != "关键词")


def is_disclaimer(line: str) -> bool:
    """Whether a line says what the publisher of the page does not answer for."""
    return bool(words.DISCLAIMER.search(line))


def is_licence(line: str) -> bool:
    """Whether a line says by whose leave a site is there, or whose rights are reserved."""
    return bool(words.LICENCE.search(line))


def is_time(line: str) -> bool:
    """Whether a line is a date with a time of day and no more, as it stands under a headline in a list."""
    return bool(words.BARE_TIMESTAMP.fullmatch(line))


def is_marker(line: str) -> bool:
    """Whether what follows a line is other matter: recommended articles, disclaimers, comments."""
    return bool(words.MARKER.fullmatch(line))


def is_credits(line: str) -> bool:
    """Whether a line only names who wrote, edited or took pictures: ``责编:某某 校对:某某``."""
    if not words.CREDITS.fullmatch(line) or words.NOT_A_NAME.search(line):
        return False
    return all(words.ENDS_IN_CREDIT.fullmatch(label) for label in words.LABEL_BEFORE_COLON.findall(line))


def is_breadcrumb(line: str) -> bool:
    """Whether a line is a path through a site: ``首页 > 新闻 > 正文``."""
    if not words.CRUMB_MARK.search(line):
        return False
    crumbs = words.CRUMB_MARK.split(line)
    is_path = all(len(crumb.strip()) <= words.MAX_CRUMB_CHARS for crumb in crumbs)
    return is_path and bool(words.CRUMB_WORD.search(line))


def is_menu(line: str) -> bool:
    """Whether a line is a row of links: short entries with the same ending, or with words of a menu."""
    entries = [entry for entry in words.MENU_GAP.split(line) if entry]
    if len(entries) < words.MIN_MENU_ENTRIES or max(map(len, entries)) > words.MAX_MENU_ENTRY_CHARS:
        return False
    _, alike = Counter(entry[-2:] for entry in entries).most_common(1)[0]
    return 2 * alike >= len(entries) or entries[0] == "首页" or len(words.MENU_WORD.findall(line)) > 1


def is_buttons(line: str) -> bool:
    """Whether a line holds nothing but buttons and counters: ``分享至``, ``打印 收藏``, ``阅读 1024``."""
    if line[-1] not in words.MAY_END_BUTTONS and not line[-1].isdigit():
        return False
    labels = [label.strip(words.AROUND_BUTTONS) for label in words.MENU_GAP.split(line.replace(":", " "))]
    named = [label for label in labels if label and not label.isdigit()]
    return bool(named) and words.BUTTONS.issuperset(named)
