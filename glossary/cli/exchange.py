"""Files out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.format_table import tell_formats, tell_formats_in_json
from glossary.cli.options import DbOption, JsonOption, current_user, exporting
from glossary.cli.output import print_json, print_note
from glossary.cli.terminal import terminal_columns
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.services import wording

if TYPE_CHECKING:
    from glossary.formats.declaration import ExportOptions, ExportReport, Format
    from glossary.formats.selection import Selection
    from glossary.model import Status
    from glossary.services.bases.choosing import Base

NOTES_SHOWN = 10


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("formats")(formats)
    app.command("export")(export)


def formats(json: JsonOption = False) -> None:
    """List the exchange formats and what each cannot carry."""
    if json:
        sys.stdout.write(tell_formats_in_json())
    else:
        sys.stdout.write(tell_formats(columns=terminal_columns()))


def export(
    format: Annotated[str, typer.Argument(help="The name of a format; `glossary formats` lists them.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A file, or a folder; a format of several files needs a folder."),
    ] = None,
    project: Annotated[
        Path | None, typer.Option(help="A project's folder: the file goes where the program looks for it.")
    ] = None,
    source_lang: Annotated[str, typer.Option(help=wording.SOURCE_LANG)] = "zh-CN",
    target_lang: Annotated[str, typer.Option(help=wording.TARGET_LANG)] = "en",
    subject_field: Annotated[
        list[str] | None, typer.Option(help="Only concepts of this subject field; may be given again.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="Only renderings of this status; may be given again.")
    ] = None,
    only_approved: Annotated[bool, typer.Option("--only-approved", help=wording.ONLY_APPROVED)] = False,
    document: Annotated[
        str | None, typer.Option(help="Only what occurs in this text: a file, a document's id, - for stdin.")
    ] = None,
    one_rendering: Annotated[bool, typer.Option("--one-rendering", help=wording.ONE_RENDERING)] = False,
    contexts: Annotated[
        int | None, typer.Option(min=0, help="How many contexts of a concept are quoted.")
    ] = None,
    bom: Annotated[bool | None, typer.Option(help=wording.BYTE_ORDER_MARK)] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Write the base, or what is asked for of it, in a format for other tools: to a file or to stdout."""
    from glossary.formats.declaration import ExportOptions
    from glossary.formats.registry import find_format
    from glossary.formats.selection import Selection
    from glossary.services.exporting.placing import choose_target

    found = find_format(format)
    target = choose_target(found, output, project)
    _refuse_odd_stdout(found, target, json=json)
    options = ExportOptions(source_lang=source_lang, target_lang=target_lang, bom=bom)
    with exporting(db) as base:
        selection = Selection(
            subject_fields=tuple(subject_field or ()),
            statuses=_choose_statuses(status, only_approved=only_approved),
            passage=_read_passage(base, document),
            one_rendering=one_rendering,
            contexts=contexts,
        )
        report = _write(base, found, target, options, selection)
    _tell(found, report, target, json=json)
    _tell_missing_snapshot(found, report)
    _refuse_nothing(selection, report)


def _write(
    base: "Base", format: "Format", target: Path | None, options: "ExportOptions", selection: "Selection"
) -> "ExportReport":
    """Write what is selected to the file or folder, else to stdout."""
    from glossary.services.exporting.files import export_to_path, export_to_stream

    if target is None:
        out = sys.stdout.buffer
        return export_to_stream(base, format, out, options=options, selection=selection, who=current_user())
    return export_to_path(base, format, target, options=options, selection=selection, who=current_user())


def _refuse_nothing(selection: "Selection", report: "ExportReport") -> None:
    if not selection.is_everything and not report.concepts:
        print_note("nothing of the base is what was asked for; the file holds no concept")
        raise typer.Exit(EXIT_FINDINGS)


def _tell_missing_snapshot(format: "Format", report: "ExportReport") -> None:
    if format.carries_snapshot and not report.snapshot:
        print_note(
            "the file names no snapshot, since it holds a part or the base could not be written to: "
            "an import of it will only add, not take out what was taken out there"
        )


def _refuse_odd_stdout(format: "Format", target: Path | None, *, json: bool) -> None:
    if target is not None:
        return
    if json:
        raise InvalidInput("--json prints the report where the file would go; name a file with -o")
    if not format.is_text and sys.stdout.isatty():
        raise InvalidInput(f"{format.name} is no text; name a file, such as -o {format.file_name}")


def _choose_statuses(named: list[str] | None, *, only_approved: bool) -> "tuple[Status, ...]":
    from glossary.model import RECOMMENDED, Status, parse_name

    chosen = tuple(parse_name(Status, name, "status") for name in named or ())
    return chosen + (RECOMMENDED if only_approved else ())


def _read_passage(base: "Base", document: str | None) -> str | None:
    from glossary.services.mining.documents import read_text

    if document is None:
        return None
    return sys.stdin.read() if document == "-" else read_text(base, document)


def _tell(format: "Format", report: "ExportReport", target: Path | None, *, json: bool) -> None:
    if json:
        print_json({"format": format.name, "path": str(target), **report.as_plain()})
        return
    where = f" in {target}" if target else ""
    print_note(f"{report.concepts} concepts, {report.renderings} renderings{where}")
    for name in report.unheeded:
        option = f"--{name.replace('_', '-')}"
        print_note(f"{format.name} has no place for {option}, which changed nothing")
    if report.not_selected:
        print_note(f"not asked for: {report.not_selected} concepts")
    for line in report.left_out[:NOTES_SHOWN]:
        print_note(f"left out: {line.where}: {line.what}: {line.why}")
    if len(report.left_out) > NOTES_SHOWN:
        print_note(f"left out: {len(report.left_out) - NOTES_SHOWN} more (--json lists all)")
    if target and report.loses:
        print_note(f"what {format.name} cannot carry at all is listed by `glossary formats`")
