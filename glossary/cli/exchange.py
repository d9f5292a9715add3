"""Files out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, current_user, exporting
from glossary.cli.output import print_json, print_note, print_table

if TYPE_CHECKING:
    from glossary.formats.declaration import ExportReport

NOTES_SHOWN = 10


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("formats")(formats)
    app.command("export")(export)


def formats(json: JsonOption = False) -> None:
    """List the exchange formats and what each cannot carry."""
    from glossary.formats.registry import describe_formats

    described = describe_formats()
    if json:
        print_json({"formats": described})
        return
    rows = ((one["name"], _way(one), _explain(one)) for one in described)
    print_table(("name", "way", "what it is, and what it cannot carry"), rows, wrapped=True)


def _way(described: dict[str, object]) -> str:
    return "out and in" if described["reads"] else "out"


def _explain(described: dict[str, object]) -> str:
    carries = ["Names the snapshot that it was exported from."] if described["snapshot"] else []
    loses = described["loses"] if isinstance(described["loses"], list) else []
    return " ".join([f"{described['title']}.", *carries, *loses])


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
    with exporting(db) as base:
        if output is None:
            report = export_to_stream(base, found, sys.stdout.buffer, options=options, who=current_user())
        else:
            report = export_to_path(base, found, output, options=options, who=current_user())
    _note_export(report)
    if found.carries_snapshot and not report.snapshot:
        print_note(
            "the file names no snapshot, since the base could not be written to: "
            "an import of it will only add, not take out what was taken out there"
        )


def _note_export(report: "ExportReport") -> None:
    print_note(f"{report.concepts} concepts, {report.renderings} renderings")
    for line in report.left_out[:NOTES_SHOWN]:
        print_note(f"left out: {line.where}: {line.what}: {line.why}")
    if len(report.left_out) > NOTES_SHOWN:
        print_note(f"left out: {len(report.left_out) - NOTES_SHOWN} more")
