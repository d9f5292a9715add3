"""What the tests of files share: exports, and tables edited as curators edit them."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import Concept
from glossary.services.exporting.files import export_to_path
from glossary.services.importing.files import ImportReport, import_file
from glossary.store.concepts import iterate_concepts
from glossary.store.database import Base

Rows = list[dict[str, str]]


def concepts(base: Base) -> list[Concept]:
    with base.reading() as connection:
        return list(iterate_concepts(connection))


def concept(base: Base, id: str) -> Concept:
    return next(one for one in concepts(base) if one.id == id)


def export(base: Base, name: str, folder: Path, **options: str) -> Path:
    target = folder / f"exported.{name}"
    export_to_path(base, find_format(name), target, options=ExportOptions(**options))
    return target


def bring(base: Base, path: Path, **options: object) -> ImportReport:
    return with_tuples(import_file(base, path, who="tester", **options))


def with_tuples(report: ImportReport) -> ImportReport:
    """Return a report whose lists lie in memory, to be compared."""
    lists = ("added", "changed", "unchanged", "conflicts", "dropped", "duplicates", "previews")
    return replace(report, **{name: tuple(getattr(report, name)) for name in lists})


def write_csv(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def edit_csv(path: Path, edit: Callable[[Rows], object], *, without: str = "") -> Path:
    """Change the rows of an exported spreadsheet; ``without`` begins the columns to delete."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    columns = [name for name in rows[0] if not (without and name.startswith(without))]
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def without_snapshot(path: Path) -> Path:
    """Take the column out that says which state of the base the table was exported from."""
    return edit_csv(path, lambda rows: None, without="snapshot")


def row_of(rows: Rows, en: str) -> dict[str, str]:
    return next(row for row in rows if row["en"] == en)


def set_cell(en: str, **cells: str) -> Callable[[Rows], object]:
    """Return an edit that fills cells of the first row of a rendering."""
    return lambda rows: row_of(rows, en).update(cells)
