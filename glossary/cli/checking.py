"""Checking a translation."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, reading
from glossary.cli.output import as_json, print_note
from glossary.cli.progress import show_progress
from glossary.cli.terminal import terminal_columns
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.model import FindingKind, parse_name
from glossary.report.tables import format_table
from glossary.services.defaults import MOST_MODIFIERS

if TYPE_CHECKING:
    from glossary.services.checking import Outcome

STDOUT_NAME = "-"
NO_KIND = "none"
ALL_KINDS = ",".join(kind.value for kind in FindingKind)
NOTES_SHOWN = 10


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("check")(check)


def check(
    files: Annotated[
        list[Path], typer.Argument(help="A text and its translation, line for line; or bilingual files.")
    ],
    fail_on: Annotated[str, typer.Option(help="The kinds that make the exit code 1, or none.")] = ALL_KINDS,
    waivers: Annotated[
        Path | None, typer.Option(help="A TOML file of findings that are accepted, each with a reason.")
    ] = None,
    modifiers: Annotated[
        int, typer.Option(min=0, max=9, help="How many words may be inserted into a rendering.")
    ] = MOST_MODIFIERS,
    counted: Annotated[
        bool, typer.Option("--counted", help="A term must be rendered as often as its segment names it.")
    ] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file to write.")] = None,
    json: JsonOption = False,
    junit: Annotated[bool, typer.Option("--junit", help="Write JUnit XML.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Write one HTML page.")] = False,
    db: DbOption = None,
) -> None:
    """Say where a translation does not render a term as the base has it."""
    if json + junit + html > 1:
        raise InvalidInput("choose one of --json, --junit and --html")
    failing = _parse_kinds(fail_on)
    outcome = _check_files(files, waivers, db, modifiers=modifiers, counted=counted)
    _print_text(_as_text(outcome, json=json, junit=junit, html=html), output)
    _print_notes(outcome)
    if any(finding.kind in failing for finding in outcome.findings):
        sys.stdout.flush()
        raise typer.Exit(EXIT_FINDINGS)


def _parse_kinds(text: str) -> frozenset[FindingKind]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if names == [NO_KIND]:
        return frozenset()
    return frozenset(parse_name(FindingKind, name, "kind of finding") for name in names)


def _check_files(
    files: list[Path], waivers: Path | None, db: str | None, *, modifiers: int, counted: bool
) -> "Outcome":
    from glossary.services.checking import CheckOptions
    from glossary.services.checking import check as check_translation
    from glossary.services.pairs import read_pairs
    from glossary.services.waiving import CheckFile, read_check_file

    said = read_check_file(waivers) if waivers else CheckFile()
    options = CheckOptions(counted=counted, modifiers=modifiers, own_modifiers=said.modifiers)
    with reading(db) as base, show_progress(counted="segments") as progress:
        pairs = read_pairs(files, note=print_note)
        return check_translation(base, pairs, options=options, waivers=said.waivers, progress=progress)


def _as_text(outcome: "Outcome", *, json: bool, junit: bool, html: bool) -> str:
    from glossary.report.findings import list_rows, write_junit
    from glossary.report.findings_page import write_findings_page

    if json:
        return as_json(_describe(outcome))
    if junit:
        return write_junit(outcome.findings, segments=outcome.segments)
    if html:
        return write_findings_page(outcome.findings, segments=outcome.segments, waived=outcome.waived)
    if not outcome.findings:
        return ""
    header = ("where", "kind", "what")
    return format_table(header, list_rows(outcome.findings), columns=terminal_columns(), wrapped=True)


def _describe(outcome: "Outcome") -> dict[str, object]:
    from glossary.report.findings import describe_check

    return describe_check(
        outcome.findings,
        segments=outcome.segments,
        checked=outcome.checked,
        waived=outcome.waived,
        unused=outcome.unused,
    )


def _print_text(text: str, output: Path | None) -> None:
    from glossary.services.reporting import save_page

    if output is None or str(output) == STDOUT_NAME:
        sys.stdout.write(text.encode("utf-8", "backslashreplace").decode())
        return
    save_page(text, output)
    print_note(f"wrote {output}")


def _print_notes(outcome: "Outcome") -> None:
    from glossary.report.findings import tell_waiver

    found, waived = len(outcome.findings), f", {outcome.waived} waived" if outcome.waived else ""
    noun = "finding" if found == 1 else "findings"
    print_note(f"{found} {noun} in {outcome.segments} segments, {outcome.checked} terms checked{waived}")
    for waiver in outcome.unused[:NOTES_SHOWN]:
        print_note(f"this waiver covers nothing any more: {tell_waiver(waiver)}")
