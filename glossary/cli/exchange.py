"""Files out and in."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.duplicates import tell_duplicates
from glossary.cli.options import DbOption, JsonOption, current_user, reading, writing
from glossary.cli.output import print_json, print_note, print_table
from glossary.errors import EXIT_FINDINGS
from glossary.model import parse_name
from glossary.report.payloads import describe_import

if TYPE_CHECKING:
    from glossary.formats.declaration import ExportReport
    from glossary.services.bases import Base
    from glossary.services.exchange import ImportReport

NOTES_SHOWN = 10


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("formats")(formats)
    app.command("export")(export)
    app.command("import")(import_)


def formats(json: JsonOption = False) -> None:
    """List the exchange formats and what each cannot carry."""
    from glossary.formats.registry import describe_formats

    described = describe_formats()
    if json:
        print_json({"formats": described})
        return
    rows = ((one["name"], _way(one), f"{one['title']}. {_join(one['loses'])}") for one in described)
    print_table(("name", "way", "what it is, and what it cannot carry"), rows, wrapped=True)


def _way(described: dict[str, object]) -> str:
    return "out and in" if described["reads"] else "out"


def _join(sentences: object) -> str:
    return " ".join(map(str, sentences)) if isinstance(sentences, list | tuple) else ""


def export(
    format: Annotated[str, typer.Argument(help="The name of a format; `glossary formats` lists them.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file, or a folder for toml.")
    ] = None,
    source_lang: Annotated[str, typer.Option(help="The code to write for Chinese.")] = "zh-CN",
    target_lang: Annotated[str, typer.Option(help="The code to write for English.")] = "en",
    db: DbOption = None,
) -> None:
    """Write the whole base in a format for other tools, to a file or to stdout."""
    from glossary.formats.declaration import ExportOptions
    from glossary.formats.registry import find_format
    from glossary.services.exchange import export_to_path, export_to_stream

    found = find_format(format)
    options = ExportOptions(source_lang=source_lang, target_lang=target_lang)
    with reading(db) as base:
        if output is None:
            report = export_to_stream(base, found, sys.stdout.buffer, options=options)
        else:
            report = export_to_path(base, found, output, options=options)
    _note_export(report)


def _note_export(report: "ExportReport") -> None:
    print_note(f"{report.concepts} concepts, {report.renderings} renderings")
    for line in report.left_out[:NOTES_SHOWN]:
        print_note(f"left out: {line.where}: {line.what}: {line.why}")
    if len(report.left_out) > NOTES_SHOWN:
        print_note(f"left out: {len(report.left_out) - NOTES_SHOWN} more")


def import_(
    file: Annotated[Path, typer.Argument(help="The file, or the folder of toml files.")],
    format: Annotated[str | None, typer.Option(help="The format; told by content where not said.")] = None,
    on_conflict: Annotated[
        str, typer.Option(help="Where base and file differ: keep, replace or add.")
    ] = "replace",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Bring concepts of a file into the base; what the file does not say stays as it is."""
    from glossary.curation.merging import Policy
    from glossary.services.exchange import import_file

    policy = parse_name(Policy, on_conflict, "policy")
    with _base_to_import(db, dry_run=dry_run) as (base, made):
        report = import_file(
            base, file, format_name=format, policy=policy, dry_run=dry_run, who=current_user()
        )
    print_note(made)
    if json:
        print_json(_describe_import(report))
    else:
        _print_import(report)
    tell_duplicates(report.duplicates, are_saved=not dry_run)
    if not (report.added or report.changed or report.unchanged):
        print_note("nothing of the file could be imported")
        raise typer.Exit(EXIT_FINDINGS)


def _describe_import(report: "ImportReport") -> dict[str, object]:
    told = describe_import(report.added, report.changed, report.unchanged, report.conflicts, report.dropped)
    return {**told, "duplicates": [asdict(duplicate) for duplicate in report.duplicates]}


@contextmanager
def _base_to_import(db: str | None, *, dry_run: bool) -> "Iterator[tuple[Base, str]]":
    """Open the base to write; for a dry run only to read, so that none is made."""
    if dry_run:
        with reading(db) as base:
            yield base, ""
    else:
        with writing(db) as opened:
            yield opened


def _print_import(report: "ImportReport") -> None:
    print(f"{len(report.added)} added, {len(report.changed)} changed, {len(report.unchanged)} unchanged")
    for conflict in report.conflicts:
        print(
            f"{conflict.concept} {conflict.field}: the base has {conflict.here}, the file {conflict.there}; "
            f"the {'file' if conflict.taken == 'there' else 'base'} counts"
        )
    for line in report.dropped:
        print(f"dropped: {line.where}: {line.what}: {line.why}")
