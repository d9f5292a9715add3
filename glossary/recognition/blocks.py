"""A long text cut into blocks in which terms can be looked for on their own."""

from collections.abc import Iterator

BLOCK_CHARS = 1 << 16
"""So much stays in the processor's own memory while it is folded and searched, and leaves others a turn."""
MOST_BLOCK_CHARS = 1 << 20
STOPS = "\n。！？；"
"""Where a block may end, the best first: no term reaches over a line, and hardly one over a sentence."""


def cut_blocks(text: str, *, size: int = BLOCK_CHARS) -> Iterator[tuple[int, int]]:
    """Yield where blocks of about ``size`` characters start and end; together they are the whole text.

    They end behind a line, in one that is longer than a block behind a sentence, and in a sentence of a
    million characters, which is none, anywhere.
    """
    start = 0
    while start < len(text):
        end = _find_end(text, start, size)
        yield start, end
        start = end


def _find_end(text: str, start: int, size: int) -> int:
    if len(text) - start <= size:
        return len(text)
    for stop in STOPS:
        at = text.rfind(stop, start, start + size)
        if at >= 0:
            return at + 1
    later = [at for stop in STOPS if (at := text.find(stop, start + size, start + MOST_BLOCK_CHARS)) >= 0]
    return min(later, default=min(len(text) - 1, start + MOST_BLOCK_CHARS - 1)) + 1
