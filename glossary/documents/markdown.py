"""Where the markup of a Markdown text stands: repair drops it, so that offsets stay those of the file."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

# Inside brackets and between stars the opening sign itself is never taken, so that a hundred thousand of
# them in a row are looked at once each, not once for every one before them.
LABEL, TARGET = r"[^\[\]\r\n]*", r"[^()\r\n]*"
PICTURE = rf"!\[{LABEL}\]\({TARGET}\)"
LINE_END = r"(?=[\r\n]|\Z)"
AT_LINE_START = re.compile(
    rf"""
      [ \t]{{0,3}}(?:```|~~~)[^\r\n]*                  # fence of a code block
    | [ \t]{{0,3}}\[{LABEL}\]:[ \t]+\S+[^\r\n]*        # target of a link by name
    | [ \t]{{0,3}}\#{{1,6}}[ \t]+                      # heading
    | [ \t]*>[> \t]*                                   # quotation
    | [ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?            # item of a list or of a to-do list
    | [ \t]*(?:\|[ \t]*)?:?-{{3}}[ \t:|-]*{LINE_END}   # rule, or line under a table's head
    | [ \t]*={{3}}=*[ \t]*{LINE_END}                   # line under a heading
    """,
    re.VERBOSE,
)
MARKED_LINE = re.compile(r"\n[ \t]*[`~\[#>*+|:=-]")
"""How a line begins that may begin with markup: found soon, since every pattern starts with one character."""
WITHIN = {
    "!": re.compile(PICTURE),
    "<": re.compile(r"</?[A-Za-z][^<>\r\n]*>|<(?:https?|mailto):[^<>\s]*>"),
    "&": re.compile("&nbsp;"),
    "\\": re.compile(r"\\(?=[!-/:-@\[-`{-~])"),
    "`": re.compile("`+"),
}
"""Pictures, tags and bare addresses, blanks, escapes and code, each by the sign it begins with."""
AROUND = {
    "[": re.compile(rf"(?<!\\)(\[)(?:{LABEL}|[ ]*{PICTURE}[ ]*)(\](?:\({TARGET}\)|\[{LABEL}\]))"),
    "*": re.compile(r"(?<![\d*\\])(\*{1,3})(?=[^\s*])[^*\r\n]*(?<=[^\s*\\])(\*{1,3})"),
    "_": re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])[^_\r\n]*(?<=[^\s_\\])(_{1,2})(?!\w)"),
    "~~": re.compile(r"(?<![~\\])(~~)(?=[^\s~])[^~\r\n]*(?<=[^\s~\\])(~~)"),
}
COMMENT_START, COMMENT_END = "<!--", "-->"


def markup_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches (start, end) of ``text`` from ``start`` on that are markup; they may overlap."""
    yield from _leftmost(chain(_line_starts(text, start), _within_lines(text, start)))
    for sign, pattern in AROUND.items():
        for pair in pattern.finditer(text, start) if sign in text else ():
            yield pair.span(1)
            yield pair.span(2)
    yield from _comments(text, start)


def _line_starts(text: str, start: int) -> Iterator[tuple[int, int]]:
    first = (start,) if not start or text[start - 1] == "\n" else ()
    for at in chain(first, (line.start() + 1 for line in MARKED_LINE.finditer(text, start))):
        if found := AT_LINE_START.match(text, at):
            yield found.span()


def _within_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    for sign, pattern in WITHIN.items():
        at = text.find(sign, start)
        while at >= 0:
            found = pattern.match(text, at)
            if found:
                yield found.span()
            at = text.find(sign, found.end() if found else at + 1)


def _leftmost(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in order, without those that begin inside the one before: ``<b>`` in a fence's line."""
    done = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done:
            yield start, end
            done = end


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    begin = text.find(COMMENT_START, start)
    while begin >= 0:
        end = text.find(COMMENT_END, begin)
        if end < 0:
            return
        yield begin, end + len(COMMENT_END)
        begin = text.find(COMMENT_START, end)
