"""The features of a candidate with what each means: why it is thought to be a term."""

from collections.abc import Iterator

from textual.content import Content

from glossary.cli.cells import clip, pad, wrap
from glossary.model import Candidate
from glossary.report.plain_words import FACTORS, FIGURES, Factor, name_figure

BAR_CELLS = 8
FULL, EMPTY = "■", "·"
LABEL_COLUMNS = 11
VALUE_COLUMNS = 5
WEAK_BELOW = 0.6
"""A factor that takes away so much is named as soon as the card opens."""
RECURRENCE_FULL = 10.0


def sum_up_measures(candidate: Candidate) -> str:
    """Return the score, and the factors that take most from it, in words."""
    weak = [
        f"{factor.label.lower()} {candidate.features[name]:.2f}"
        for name, factor in FACTORS.items()
        if candidate.features.get(name, 1.0) < WEAK_BELOW and factor.most is not None
    ]
    return f"score {candidate.score:.2f}" + (f", low in {', '.join(weak)}" if weak else "")


def draw_measures(candidate: Candidate, columns: int, *, heading: str, quiet: str) -> Iterator[Content]:
    """Yield a line a factor: its name, a bar, its value, and what it means; then the figures behind them."""
    known = {name: factor for name, factor in FACTORS.items() if name in candidate.features}
    if not known:
        return
    yield Content.assemble(("why it may be a term", heading))
    for name, factor in known.items():
        yield from _draw_factor(factor, candidate.features[name], columns, quiet)
    figures = [
        f"{name_figure(name)} {candidate.features[name]:.4g}"
        for name in FIGURES
        if name in candidate.features
    ]
    for start in range(0, len(figures), 3):
        yield Content.assemble(("  " + clip(" · ".join(figures[start : start + 3]), columns - 2), quiet))


def _draw_factor(factor: Factor, value: float, columns: int, quiet: str) -> Iterator[Content]:
    shown = f"  {pad(factor.label, LABEL_COLUMNS)} {_draw_bar(factor, value)} {value:{VALUE_COLUMNS}.2f}  "
    first, *more = wrap(factor.meaning, max(columns - len(shown), LABEL_COLUMNS))
    yield Content.assemble(shown, (first, quiet))
    yield from (Content.assemble((" " * len(shown) + line, quiet)) for line in more)


def _draw_bar(factor: Factor, value: float) -> str:
    most = RECURRENCE_FULL if factor.most is None else factor.most
    share = (value - factor.least) / (most - factor.least)
    cells = round(BAR_CELLS * min(max(share, 0.0), 1.0))
    return FULL * cells + EMPTY * (BAR_CELLS - cells)
