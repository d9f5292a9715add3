"""What a base holds, as text that can be compared."""

from pathlib import Path

from glossary.store.database import open_base
from glossary.store.dump import dump_rows


def dump(path: Path) -> list[str]:
    """Every row of the base, sorted; see glossary/store/dump.py for what is left out."""
    with open_base(str(path), write=False) as base, base.reading() as connection:
        return sorted(dump_rows(connection))
