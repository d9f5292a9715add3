"""A long text cut into blocks in which terms can be looked for on their own."""

from collections.abc import Iterable, Iterator

BLOCK_CHARS = 1 << 17
"""So much stays in the processor's own memory while it is folded and searched, and leaves others a turn."""
MOST_BLOCK_CHARS = 1 << 20
LINE_END = "\n"
STOPS = LINE_END + "。"
"""Where a block may end, the best first: no term reaches over a line, and hardly one over a sentence."""


def choose_stops(terms: Iterable[str]) -> str:
    """Return those of the characters in STOPS that none of the terms holds; a line end is always one."""
    rare = [stop for stop in STOPS if stop != LINE_END]
    held = {stop for term in terms for stop in rare if stop in term}
    return "".join(stop for stop in STOPS if stop not in held)


def cut_blocks(text: str, *, size: int = BLOCK_CHARS, stops: str = STOPS) -> Iterator[tuple[int, int]]:
    """Yield where blocks of about ``size`` characters start and end; together they are the whole text.

    They end behind a line, in one that is longer than a block behind a sentence, and in a sentence of a
    million characters, which is none, anywhere.
    """
    start = 0
    while start < len(text):
        end = _find_end(text, start, size, stops)
        yield start, end
        start = end


def _find_end(text: str, start: int, size: int, stops: str) -> int:
    if len(text) - start <= size:
        return len(text)
    for stop in stops:
        at = text.rfind(stop, start, start + size)
        if at >= 0:
            return at + 1
    most = start + MOST_BLOCK_CHARS
    later = [at + 1 for stop in stops if (at := text.find(stop, start + size, most)) >= 0]
    return min(later, default=min(len(text), most))
