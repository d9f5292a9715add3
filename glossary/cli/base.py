"""The base as a whole: built from its seeds, counted."""

from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, chosen, reading
from glossary.cli.output import print_json, print_note, print_table
from glossary.cli.progress import show_progress
from glossary.report.payloads import describe_counts


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("build")(build)
    app.command("copy")(copy)
    app.command("stats")(stats)


def build(
    seeds: Annotated[Path, typer.Argument(help="A folder with concepts/*.toml and documents/.")],
    force: Annotated[bool, typer.Option("--force", help="Lose changes that no seed has.")] = False,
    db: DbOption = None,
) -> None:
    """Write a new base from its seeds in the place of the old one."""
    from glossary.services.bases.building import build_base
    from glossary.services.bases.choosing import shown

    target = chosen(db).location
    report = build_base(seeds, target, force=force)
    for entry in report.unread:
        print_note(f"not read: {entry.path}: {entry.reason}")
    print(f"{shown(target)}: {report.concepts} concepts, {report.documents} documents")


def copy(
    to: Annotated[str, typer.Option(help="Where to: a path, or the URL of a PostgreSQL database.")],
    force: Annotated[bool, typer.Option("--force", help="Lose the termbase that is there.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Copy the base whole to another file or database, with all its changes and documents."""
    from glossary.services.bases.copying import copy_base

    with reading(db) as base, show_progress() as progress:
        report = copy_base(base, to, force=force, progress=progress)
    if json:
        print_json({"location": report.location, "rows": report.rows, "snapshot": report.snapshot})
    else:
        print(f"{report.location}: {report.rows} rows, snapshot {report.snapshot}")


def stats(json: JsonOption = False, db: DbOption = None) -> None:
    """Count what the base holds."""
    from glossary.services.bases.counting import count_base

    with reading(db) as base:
        counts = describe_counts(count_base(base))
    if json:
        print_json(counts)
        return
    rows = [
        (f"{name}: {key}", number)
        for name, value in counts.items()
        for key, number in (value.items() if isinstance(value, dict) else [("", value)])
    ]
    print_table(("what", "how many"), [(name.removesuffix(": "), number) for name, number in rows])
