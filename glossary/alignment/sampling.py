"""Of a stream of sentence pairs, as many as fit in memory, spread evenly over all of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from glossary.model import Pair

MOST_PAIRS = 40_000
"""A minute's work; more pairs hardly change which phrase comes first for a term that is in some of them."""
TOLD_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class Sample:
    """The pairs that were kept, and how many different ones with both sides there were."""

    pairs: tuple[Pair, ...]
    seen: int


def sample_pairs(
    pairs: Iterable[Pair],
    *,
    most: int = MOST_PAIRS,
    always: Callable[[Pair], bool] = lambda _pair: False,
    progress: Callable[[int], None] = lambda _seen: None,
) -> Sample:
    """Return at most ``most`` of the pairs with both sides: every one, every second, every fourth …

    ``always`` chooses pairs, at most as many again, that are kept whatever happens. A pair that comes again
    is taken once, as far as it is known that it came before. ``progress`` hears how many were read.
    """
    kept: list[Pair] = []
    chosen: list[Pair] = []
    known: set[tuple[str, str]] = set()
    seen = 0
    step = 1
    for read, pair in enumerate(pairs, 1):
        if read % TOLD_EVERY == 0:
            progress(read)
        texts = pair.source, pair.target
        if not pair.is_whole or texts in known:
            continue
        seen += 1
        if len(chosen) < most and always(pair):
            chosen.append(pair)
        elif seen % step == 0:
            kept.append(pair)
            known.add(texts)
        if len(kept) > most:
            kept, step = kept[1::2], step * 2
            known = {(one.source, one.target) for one in kept}
    return Sample((*chosen, *kept), seen)
