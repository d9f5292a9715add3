"""The figures: precision, recall of what must not be missed, and how far two judges agree. All pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quality.rankings import Ranked, Ranking

CUTS = (50, 100, 200)
RECALL_CUT = 200
ORDERED_BY = 100


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How one ranking fares: precision at each of CUTS, recall of core, and the share that is judged.

    All are shares from 0 to 1. A string that nobody judged counts as wrong.
    """

    ranking: Ranking
    precision: tuple[float, ...]
    core_recall: float
    judged: float


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """How often two judges say the same (``raw``), and what is left of that beyond chance (``kappa``)."""

    strings: int
    raw: float
    kappa: float


def measure(
    ranking: Ranking, *, terms: Collection[str], core: Collection[str], judged: Collection[str]
) -> Figures:
    """Return the figures of one ranking against the gold keys."""
    keys = [ranked.key for ranked in ranking.strings]
    return Figures(
        ranking=ranking,
        precision=tuple(precision_at(cut, keys, terms) for cut in CUTS),
        core_recall=recall_of(core, ranking.strings[:RECALL_CUT]),
        judged=share(key in judged for key in keys),
    )


def precision_at(cut: int, keys: Sequence[str], terms: Collection[str]) -> float:
    """Return the share of terms among the first ``cut`` keys; a place that is not filled counts as wrong."""
    return sum(key in terms for key in keys[:cut]) / cut


def recall_of(core: Collection[str], strings: Iterable[Ranked]) -> float:
    """Return the share of ``core`` that is ranked, or shown as a variant or short form of what is ranked."""
    shown = {form for ranked in strings for form in (ranked.key, *ranked.forms)}
    return share(key in shown for key in core)


def share(answers: Iterable[bool]) -> float:
    """Return the share of yes among answers; of none it is 0."""
    told = list(answers)
    return sum(told) / len(told) if told else 0.0


def keep_best(rows: Iterable[Figures]) -> list[Figures]:
    """Return the best setting of each tool, the best tool first, by precision at ORDERED_BY.

    The settings are compared on the gold set itself, which favours tools that have several.
    """
    best: dict[str, Figures] = {}
    for row in sorted(rows, key=_goodness, reverse=True):
        best.setdefault(row.ranking.tool, row)
    return list(best.values())


def _goodness(row: Figures) -> tuple[float, ...]:
    return (row.precision[CUTS.index(ORDERED_BY)], *row.precision, row.core_recall)


def agree(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    """Return the agreement of two judges' answers to the same questions.

    Kappa is Cohen's (1960): (raw - chance) / (1 - chance), 1 where both always say the same one thing.
    """
    raw = share(a == b for a, b in pairs)
    yes_a, yes_b = share(a for a, _ in pairs), share(b for _, b in pairs)
    chance = yes_a * yes_b + (1 - yes_a) * (1 - yes_b)
    kappa = (raw - chance) / (1 - chance) if chance < 1 else 1.0
    return Agreement(strings=len(pairs), raw=raw, kappa=kappa)
