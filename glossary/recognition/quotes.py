"""Quotation marks in pairs."""

PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
    ("〈", "〉"),
    ("«", "»"),
    ("〝", "〞"),
)


def with_both_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span that holds one mark of a pair, made to hold the other where that is next to it.

    In “三无”船舶 a term begins at 三, but what is marked in the text is “三无”船舶 and not 三无”船舶.
    """
    for opening, closing in PAIRS:
        missing = text.count(closing, start, end) - text.count(opening, start, end)
        if missing == 1 and text[max(0, start - 1) : start] == opening:
            return start - 1, end
        if missing == -1 and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
