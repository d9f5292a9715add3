"""How often a proposed rendering is what curators recommend: ``python -m benchmarks.composing [BASE]``."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.composing.measuring import Figures, Left, Propose, leave_out_each, measure
from benchmarks.composing.ways import (
    compose,
    compose_of_base,
    compose_of_list,
    compose_unlearned,
    gloss_words,
)
from glossary.report.tables import format_table
from glossary.store.concepts import iterate_concepts
from glossary.store.database import open_base

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LATER = HERE / "later.txt"
"""Ids of the concepts that came into the seeds after the word list and the weights stood as they are."""
TABLE_COLUMNS = 100
HEADER = ("first", "among five", "with a gap", "nothing", "ms a term")
WAYS: Sequence[tuple[str, Propose]] = (
    ("gloss by longest match", gloss_words),
    ("composed: word list alone", compose_of_list),
    ("composed: base alone", compose_of_base),
    ("composed: without learning", compose_unlearned),
    ("composed: as shipped", compose),
)


def lay_out(name: str, figures: Figures, seconds: float) -> tuple[str, ...]:
    shares = (figures.first, figures.among_five, figures.with_gap, figures.nothing)
    each = 1000 * seconds / max(1, figures.terms)
    return name, *(f"{share:.1%}" for share in shares), f"{each:.1f}"


def measure_ways(trials: Sequence[Left]) -> list[tuple[str, ...]]:
    rows = []
    for name, propose in WAYS:
        started = time.perf_counter()
        figures = measure(trials, propose)
        rows.append(lay_out(name, figures, time.perf_counter() - started))
    return rows


def print_figures(name: str, trials: Sequence[Left]) -> None:
    header = (f"{name}: {len(trials)}", *HEADER)
    sys.stdout.write(format_table(header, measure_ways(trials), columns=TABLE_COLUMNS) + "\n")


def main() -> None:
    """Measure and print."""
    location = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "terms.db")
    with open_base(location, write=False) as base, base.reading() as connection:
        trials = leave_out_each(list(iterate_concepts(connection)))
    print_figures("all concepts", trials)
    later = set(LATER.read_text(encoding="utf-8").split())
    print_figures("concepts that came later", [trial for trial in trials if trial.concept in later])


if __name__ == "__main__":
    main()
