"""Findings of a check as JSON, as text for the terminal and as JUnit XML."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from glossary.model import Finding, Waiver
from glossary.report.clean_texts import clean_text
from glossary.report.hits import printable

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


def describe_summary(*, segments: int, checked: int, waived: int, unused: Iterable[Waiver]) -> dict[str, Any]:
    """Return what JSON has beside the findings; ``checked`` counts the terms that were looked for."""
    return {
        "segments": segments,
        "checked": checked,
        "waived": waived,
        "unused_waivers": [describe_waiver(waiver) for waiver in unused],
    }


def write_json(findings: Iterable[Finding], summarize: Callable[[], dict[str, Any]]) -> Iterator[str]:
    """Yield the JSON of a check piece by piece; ``summarize`` gives the rest after the last finding."""
    yield '{\n "findings": ['
    for number, finding in enumerate(findings):
        yield ("," if number else "") + "\n  " + _as_json(describe_finding(finding))
    members = (f' "{name}": {_as_json(value)}' for name, value in summarize().items())
    yield "\n ],\n" + ",\n".join(members) + "\n}\n"


def _as_json(value: object) -> str:
    """Return JSON on one line; half a surrogate pair becomes an escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


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


def write_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield a line for each finding: where it is, its kind, and what is wrong."""
    return (f"{_place(one)}: {one.kind}: {printable(one.message)}\n" for one in findings)


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
