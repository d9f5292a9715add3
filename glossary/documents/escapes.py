"""Tags and escaped characters of a web page that a copy or a program left in a text.

``&ldquo;一网通办&rdquo;``, ``第一段<br/>第二段``, ``\\u003Cp\\u003E第一段``: each is one character or none.
"""

import re
from collections.abc import Iterator

Escape = tuple[int, int, str]
"""Where it starts and ends, and the one character that it stands for; empty for a tag inside a line."""

SIGNS = "<&\\"
BLOCKS = (
    "p|br|div|li|[uod]l|dt|dd|h[1-6]|hr|t[drh]|table|tbody|thead|section|article|blockquote|center|figure|pre"
)
INLINES = "a|b|i|u|s|em|strong|span|font|img|su[bp]|small|big|o:p|st1:[a-z]+"
MAX_ATTRIBUTES_CHARS = 400
TAG = re.compile(
    r"(?:<|&lt;|\\u003c)(?:/|\\/|\\u002f)?"
    rf"(?:(?P<block>{BLOCKS})|{INLINES})(?:\s[^<>\r\n]{{0,{MAX_ATTRIBUTES_CHARS}}}?)?/?\s?(?:>|&gt;|\\u003e)",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:amp;)*((?:[A-Za-z]{2,8}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});)")
"""Also escaped twice: ``&amp;nbsp;``."""
CODE = re.compile(r"\\u(?!00[0189]|007[fF]|[dD][89A-Fa-f])([0-9A-Fa-f]{4})")
"""A character by its number; control characters and halves of a pair are left as they stand."""


def find_escapes(text: str) -> Iterator[Escape]:
    """Yield the tags and escaped characters in ``text``, those of each kind in order; they may overlap."""
    for sign in SIGNS:
        at = text.find(sign)
        while at >= 0:
            escape = _read_tag(text, at) or _read_character(text, at)
            if escape:
                yield escape
            at = text.find(sign, escape[1] if escape else at + 1)


def _read_tag(text: str, at: int) -> Escape | None:
    tag = TAG.match(text, at)
    return (*tag.span(), "\n" if tag["block"] else "") if tag else None


def _read_character(text: str, at: int) -> Escape | None:
    if entity := ENTITY.match(text, at):
        from html import unescape

        meant = unescape("&" + entity[1])
        return (*entity.span(), meant.replace("\xa0", " ")) if len(meant) == 1 else None
    code = CODE.match(text, at)
    return (*code.span(), chr(int(code[1], 16))) if code else None
