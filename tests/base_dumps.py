"""What a base holds, as text that can be compared."""

from pathlib import Path

from glossary.store.database import Base, open_base
from glossary.store.dump import dump_rows


def dump(location: Path | str) -> list[str]:
    """Every row of the base, sorted; see glossary/store/dump.py for what is left out."""
    with open_base(str(location), write=False) as base:
        return rows_of(base)


def rows_of(base: Base) -> list[str]:
    """The same of an open base."""
    with base.reading() as connection:
        return sorted(dump_rows(connection))
