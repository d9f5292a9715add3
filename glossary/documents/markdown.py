"""Where the markup of a Markdown text stands: repair drops it, so that offsets stay those of the file."""

import re
from collections.abc import Iterator

# Inside brackets and between stars the opening sign itself is never taken, so that a hundred thousand of
# them in a row are looked at once each, not once for every one before them.
LABEL, TARGET = r"[^\[\]\r\n]*", r"[^()\r\n]*"
PICTURE = rf"!\[{LABEL}\]\({TARGET}\)"
LINE_END = r"(?=[\r\n]|\Z)"
WHOLLY = re.compile(
    rf"""
      ^[ \t]{{0,3}}(?:```|~~~)[^\r\n]*                  # fence of a code block
    | ^[ \t]{{0,3}}\[{LABEL}\]:[ \t]+\S+[^\r\n]*        # target of a link by name
    | ^[ \t]{{0,3}}\#{{1,6}}[ \t]+                      # heading
    | ^[ \t]*>[> \t]*                                   # quotation
    | ^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?            # item of a list or of a to-do list
    | ^[ \t]*(?:\|[ \t]*)?:?-{{3}}[ \t:|-]*{LINE_END}   # rule, or line under a table's head
    | ^[ \t]*={{3}}=*[ \t]*{LINE_END}                   # line under a heading
    | {PICTURE}
    | </?[A-Za-z][^<>\r\n]*>                            # tag
    | <(?:https?|mailto):[^<>\s]*>                      # bare address
    | &nbsp;
    | \\(?=[!-/:-@\[-`{{-~])                            # escape
    | `+                                                # code
    """,
    re.VERBOSE | re.MULTILINE,
)
AROUND = (
    re.compile(rf"(?<!\\)(\[)(?:{LABEL}|[ ]*{PICTURE}[ ]*)(\](?:\({TARGET}\)|\[{LABEL}\]))"),
    re.compile(r"(?<![\d*\\])(\*{1,3})(?=[^\s*])[^*\r\n]*(?<=[^\s*\\])(\*{1,3})"),
    re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])[^_\r\n]*(?<=[^\s_\\])(_{1,2})(?!\w)"),
    re.compile(r"(?<![~\\])(~~)(?=[^\s~])[^~\r\n]*(?<=[^\s~\\])(~~)"),
)
COMMENT_START, COMMENT_END = "<!--", "-->"


def markup_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches (start, end) of ``text`` from ``start`` on that are markup; they may overlap."""
    for found in WHOLLY.finditer(text, start):
        yield found.span()
    for pattern in AROUND:
        for pair in pattern.finditer(text, start):
            yield pair.span(1)
            yield pair.span(2)
    yield from _comments(text, start)


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    begin = text.find(COMMENT_START, start)
    while begin >= 0:
        end = text.find(COMMENT_END, begin)
        if end < 0:
            return
        yield begin, end + len(COMMENT_END)
        begin = text.find(COMMENT_START, end)
