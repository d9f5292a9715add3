"""Findings of a check as JSON, as text for the terminal and as JUnit XML."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from glossary.model import Finding, Waiver
from glossary.report.clean_texts import clean_text

SUITE = "glossary check"


def describe_finding(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON has it."""
    return {
        "segment": finding.pair.number,
        "where": finding.pair.where,
        "path": finding.pair.path,
        "side": finding.side.value,
        "kind": finding.kind.value,
        "term": finding.term,
        "start": finding.start,
        "end": finding.end,
        "expected": list(finding.expected),
        "found": finding.found,
        "message": finding.message,
    }


def describe_check(
    findings: Iterable[Finding], *, segments: int, checked: int, waived: int, unused: Iterable[Waiver]
) -> dict[str, Any]:
    """Return a whole check as JSON has it; ``checked`` counts the terms that were looked for."""
    return {
        "findings": [describe_finding(finding) for finding in findings],
        "segments": segments,
        "checked": checked,
        "waived": waived,
        "unused_waivers": [describe_waiver(waiver) for waiver in unused],
    }


def describe_waiver(waiver: Waiver) -> dict[str, str]:
    """Return a waiver as JSON has it; an empty text stands for any."""
    return {
        "term": waiver.term,
        "kind": waiver.kind.value if waiver.kind else "",
        "found": waiver.found,
        "where": waiver.where,
        "reason": waiver.reason,
        "who": waiver.who,
        "when": waiver.when,
    }


def tell_waiver(waiver: Waiver) -> str:
    """Return what a waiver is about, in one line."""
    kind = f"{waiver.kind} " if waiver.kind else ""
    found = f" as “{waiver.found}”" if waiver.found else ""
    where = f" in {waiver.where}" if waiver.where else ""
    return f"{kind}{waiver.term}{found}{where} ({waiver.reason})"


def list_rows(findings: Iterable[Finding]) -> Iterator[tuple[str, str, str]]:
    """Yield where, what kind and the message of each finding, for a table."""
    return ((_place(finding), finding.kind.value, finding.message) for finding in findings)


def _place(finding: Finding) -> str:
    return finding.pair.where or str(finding.pair.number)


def write_junit(findings: Sequence[Finding], *, segments: int) -> str:
    """Return JUnit XML: a suite a file, a failed case a finding; a clean check has one passed case."""
    suites = [
        _write_suite(path, list(same)) for path, same in groupby(findings, key=lambda one: one.pair.path)
    ]
    body = "".join(suites) or _write_passed(segments)
    counts = f'tests="{max(1, len(findings))}" failures="{len(findings)}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{SUITE}" {counts}>\n{body}</testsuites>\n'
    )


def _write_suite(path: str, findings: Sequence[Finding]) -> str:
    cases = "".join(map(_write_case, findings))
    name = _attribute(path or SUITE)
    return (
        f'<testsuite name={name} tests="{len(findings)}" failures="{len(findings)}">\n{cases}</testsuite>\n'
    )


def _write_case(finding: Finding) -> str:
    name = _attribute(f"{_place(finding)}: {finding.term}")
    kind, message = _attribute(finding.kind.value), _attribute(finding.message)
    text = escape(clean_text(finding.message))
    return (
        f"<testcase classname={_attribute(finding.pair.path or SUITE)} name={name}>"
        f"<failure type={kind} message={message}>{text}</failure></testcase>\n"
    )


def _write_passed(segments: int) -> str:
    name = _attribute(f"{segments} segments")
    return f'<testsuite name="{SUITE}" tests="1" failures="0">\n<testcase name={name}/>\n</testsuite>\n'


def _attribute(text: str) -> str:
    return quoteattr(clean_text(text))
