"""Checking a translation."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, choose_one, reading
from glossary.cli.output import print_note, print_pieces
from glossary.cli.progress import show_progress
from glossary.errors import EXIT_FINDINGS
from glossary.model import Finding, FindingKind, Waiver, parse_name
from glossary.services import wording
from glossary.services.defaults import MOST_MODIFIERS

MOST_SHOWN = 10_000
"""What stands in one page or JUnit file; JSON and plain lines have all."""
Style = Callable[["_Seen", Iterator[Finding]], Iterator[str]]
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
    modifiers: Annotated[int, typer.Option(min=0, max=9, help=wording.MODIFIERS)] = MOST_MODIFIERS,
    counted: Annotated[bool, typer.Option("--counted", help=wording.COUNTED)] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file to write.")] = None,
    json: JsonOption = False,
    junit: Annotated[bool, typer.Option("--junit", help="Write JUnit XML.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Write one HTML page.")] = False,
    db: DbOption = None,
) -> None:
    """Say where a translation does not render a term as the base has it."""
    from glossary.files.check_file import CheckFile, read_check_file

    style = _choose_style(json=json, junit=junit, html=html)
    failing = _parse_kinds(fail_on)
    said = read_check_file(waivers) if waivers else CheckFile()
    seen = _Seen(said.waivers)
    findings = _find(files, seen, db, said.modifiers, modifiers=modifiers, counted=counted)
    print_pieces(style(seen, findings), output)
    _print_notes(seen, output)
    if failing & seen.kinds.keys():
        sys.stdout.flush()
        raise typer.Exit(EXIT_FINDINGS)


class _Seen:
    """What a check has seen so far: segments and terms, the kinds of findings, and those waived."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        from glossary.services.checking.pairs import Tally
        from glossary.services.checking.waivers import Waiving

        self.tally = Tally()
        self.waiving = Waiving(waivers)
        self.kinds: Counter[FindingKind] = Counter()

    def summary(self) -> dict[str, object]:
        """Return what JSON says beside the findings."""
        from glossary.report.findings import describe_summary

        tally, waiving = self.tally, self.waiving
        return describe_summary(
            segments=tally.segments,
            empty=tally.empty,
            checked=tally.checked,
            waived=waiving.waived,
            unused=waiving.unused,
        )


def _choose_style(*, json: bool, junit: bool, html: bool) -> Style:
    styles = {"json": _as_json, "junit": _as_junit, "html": _as_page}
    return styles.get(choose_one(json=json, junit=junit, html=html), _as_lines)


def _parse_kinds(text: str) -> frozenset[FindingKind]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if names == [NO_KIND]:
        return frozenset()
    return frozenset(parse_name(FindingKind, name, "kind of finding") for name in names)


def _find(
    files: list[Path],
    seen: _Seen,
    db: str | None,
    own_modifiers: Mapping[str, int],
    *,
    modifiers: int,
    counted: bool,
) -> Iterator[Finding]:
    """Yield the findings that are not waived, while the files are read."""
    from glossary.services.bilingual.pairs import read_pairs
    from glossary.services.checking.pairs import CheckOptions, check_pairs
    from glossary.services.checking.waivers import list_waivers

    options = CheckOptions(counted=counted, modifiers=modifiers, own_modifiers=own_modifiers)
    with reading(db) as base, show_progress(counted="segments") as progress:
        seen.waiving.standing = list_waivers(base)
        pairs = read_pairs(files, note=print_note)
        found = check_pairs(base, pairs, options=options, tally=seen.tally, progress=progress)
        for finding in seen.waiving.sift(found):
            seen.kinds[finding.kind] += 1
            yield finding


def _as_json(seen: _Seen, findings: Iterator[Finding]) -> Iterator[str]:
    from glossary.report.findings import write_json

    return write_json(findings, seen.summary)


def _as_lines(_seen: _Seen, findings: Iterator[Finding]) -> Iterator[str]:
    from glossary.report.findings import write_lines

    return write_lines(findings)


def _as_junit(seen: _Seen, findings: Iterator[Finding]) -> Iterator[str]:
    from glossary.report.findings import write_junit

    shown, more = _take(findings)
    yield write_junit(shown, segments=seen.tally.segments)
    if more:
        print_note(f"{more} more findings are left out; --json has all")


def _as_page(seen: _Seen, findings: Iterator[Finding]) -> Iterator[str]:
    from glossary.report.findings_page import write_findings_page

    shown, more = _take(findings)
    segments, waived = seen.tally.segments, seen.waiving.waived
    yield write_findings_page(shown, segments=segments, waived=waived, more=more)


def _take(findings: Iterator[Finding]) -> tuple[list[Finding], int]:
    """Return so many findings as a page can hold, and how many more there are."""
    shown = list(islice(findings, MOST_SHOWN))
    return shown, sum(1 for _ in findings)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print_notes(seen: _Seen, output: Path | None) -> None:
    from glossary.report.findings import tell_waiver

    number, tally, waived = seen.kinds.total(), seen.tally, seen.waiving.waived
    told = f"{_counted(number, 'finding')} in {_counted(tally.segments, 'segment')}"
    checked = f"{_counted(tally.checked, 'term')} checked"
    print_note(f"{told}, {checked}{f', {waived} waived' if waived else ''}")
    if tally.empty:
        print_note(f"{tally.empty} of them not checked: one side is empty")
    for waiver in seen.waiving.unused[:NOTES_SHOWN]:
        print_note(f"this waiver covers nothing any more: {tell_waiver(waiver)}")
    if output is not None:
        print_note(f"wrote {output}")
