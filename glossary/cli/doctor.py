"""The base examined: coded checks with what to do about each finding."""

from collections import defaultdict
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, choose_one, reading
from glossary.cli.output import print_long_json, print_table
from glossary.cli.progress import show_progress
from glossary.cli.terminal import terminal_columns
from glossary.errors import EXIT_FINDINGS
from glossary.model import parse_name
from glossary.report.hits import wrap
from glossary.services.defaults import DEFAULT_STALE_YEARS

if TYPE_CHECKING:
    from glossary.curation.checks import Finding
    from glossary.services.bases.examining import Diagnosis

MOST_YEARS = 1_000
FIX_INDENT = "  "


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("doctor")(doctor)


def doctor(
    only: Annotated[
        list[str] | None,
        typer.Option(help="Run these alone: E101,W2 (all W2…); may be repeated."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Leave these out, named alike.")] = None,
    fail_on: Annotated[str, typer.Option(help="Exit 1 from error, warning or info on.")] = "error",
    stale_years: Annotated[
        int, typer.Option(min=0, max=MOST_YEARS, help="Older evidence of a preferred rendering is stale.")
    ] = DEFAULT_STALE_YEARS,
    explain: Annotated[str | None, typer.Option(help="Only say what this check is about.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Check the base for contradictions, missing evidence, duplicates and broken relations."""
    from glossary.curation.checks import Severity, choose_codes, explain_check
    from glossary.services.bases.examining import examine_base

    if explain is not None:
        choose_one(explain=True, only=only, ignore=ignore, json=json)
        _print_explanation(explain_check(explain))
        return
    codes = choose_codes(only or (), ignore or ())
    worst = parse_name(Severity, fail_on, "severity")
    with reading(db) as base, show_progress() as progress:
        diagnosis = examine_base(
            base, today=date.today(), stale_years=stale_years, codes=codes, progress=progress
        )
    if json:
        print_long_json(_describe(diagnosis))
    else:
        _print_findings(diagnosis)
    if diagnosis.has(worst):
        raise typer.Exit(EXIT_FINDINGS)


def _print_explanation(text: str) -> None:
    """Print paragraph by paragraph, as wide as the terminal."""
    print("\n\n".join(map(_wrapped, text.split("\n\n"))))


def _wrapped(text: str, indent: str = "") -> str:
    return "\n".join(wrap(text, terminal_columns(), indent))


def _describe(diagnosis: "Diagnosis") -> dict[str, object]:
    return {
        "findings": map(asdict, diagnosis.findings),
        "checked": diagnosis.checked,
        "counts": diagnosis.counts,
    }


def _print_findings(diagnosis: "Diagnosis") -> None:
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in diagnosis.findings:
        by_code[finding.code].append(finding)
    for code in diagnosis.counts:
        _print_group(by_code[code])
    totals = ", ".join(f"{code} {number}" for code, number in diagnosis.counts.items())
    print(_wrapped(f"{diagnosis.checked} concepts checked: {totals or 'nothing found'}"))


def _print_group(findings: "list[Finding]") -> None:
    """Print what a check is about once, then a line a finding."""
    from glossary.curation.checks import find_check

    check = find_check(findings[0].code)
    print(_wrapped(f"{check.code} {check.severity}: {check.message}"))
    print(_wrapped(f"Fix: {check.fix}", FIX_INDENT))
    print_table(
        ("concept", "term", "finding"),
        [(finding.concept, finding.term, finding.message) for finding in findings],
        wrapped=True,
    )
    print()
