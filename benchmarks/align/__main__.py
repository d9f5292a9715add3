"""How often the right rendering comes first: ``python -m benchmarks.align [BASE]``."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.align.measuring import SETS, BilingualSet, align_pairs, generate_pairs, measure, read_set
from glossary.report.tables import format_table
from glossary.store.database import Base, create_base, open_base

ROOT = Path(__file__).resolve().parent.parent.parent
TABLE_COLUMNS = 100
TIMED_PAIRS = 10_000
HEADER = ("pairs", "terms", "first", "among three")


@contextmanager
def empty_base() -> Iterator[Base]:
    """Give a base without anything in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "empty.db")
        create_base(path).close()
        with open_base(path, write=False) as base:
            yield base


def measure_sets(base: Base, sets: Sequence[tuple[str, BilingualSet]], *, ask: bool) -> list[tuple[str, ...]]:
    """Return a row for each set; ``ask``: its terms are asked for, in place of being found."""
    rows: list[tuple[str, ...]] = []
    for name, bilingual in sets:
        found, _, _ = align_pairs(base, bilingual.pairs, asked=tuple(bilingual.gold) if ask else ())
        figures = measure(found, bilingual)
        counts = (str(len(bilingual.pairs)), str(figures.terms))
        rows.append((name, *counts, f"{figures.first:.1%}", f"{figures.among_three:.1%}"))
    return rows


def all_sets() -> list[tuple[str, BilingualSet]]:
    """Return each set by its letter, and all of them as one."""
    sets = [(name, read_set(name)) for name in SETS]
    pairs = tuple(pair for _, one in sets for pair in one.pairs)
    gold = {term: right for _, one in sets for term, right in one.gold.items()}
    return [*sets, ("all", BilingualSet(pairs, gold))]


def print_table(name: str, rows: Sequence[Sequence[str]]) -> None:
    """Print the rows of one way."""
    sys.stdout.write(format_table((name, *HEADER), rows, columns=TABLE_COLUMNS) + "\n")


def main() -> None:
    """Measure and print."""
    location = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "terms.db")
    sets = all_sets()
    with empty_base() as empty, open_base(location, write=False) as shipped:
        print_table("empty base, terms found", measure_sets(empty, sets, ask=False))
        print_table("with the base, terms found", measure_sets(shipped, sets, ask=False))
        print_table("empty base, terms asked for", measure_sets(empty, sets, ask=True))
        pairs = generate_pairs(sets[-1][1].pairs, TIMED_PAIRS)
        for name, base in (("empty base", empty), ("with the base", shipped)):
            _, seconds, processor = align_pairs(base, pairs)
            sys.stdout.write(
                f"{TIMED_PAIRS:,} pairs, {name}: {seconds:.1f} s ({processor:.1f} s of processor)\n"
            )


if __name__ == "__main__":
    main()
