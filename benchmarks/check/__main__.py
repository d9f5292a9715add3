"""How well the check of translations finds planted faults: ``python -m benchmarks.check [--faults]``."""

import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.check.sets import Place, Segment, read_concepts, read_segments
from glossary.lookup.keys import key_concept
from glossary.model import Finding, FindingKind
from glossary.report.tables import format_table
from glossary.services.checking.pairs import check_pairs
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base, create_base

SETS = ("blind", "tuned")
TABLE_COLUMNS = 100
HEADER = ("set", "kind", "planted", "found", "false", "precision", "recall")


def check_set(base: Base, segments: Sequence[Segment]) -> dict[Place, Finding]:
    findings = check_pairs(base, (segment.pair for segment in segments))
    return {(one.pair.path, one.pair.number, one.kind.value, one.term): one for one in findings}


def lay_out(name: str, kind: str, expected: set[Place], found: set[Place]) -> tuple[str, ...]:
    right = len(expected & found)
    precision = right / len(found) if found else 1.0
    recall = right / len(expected) if expected else 1.0
    wrong = len(found) - right
    return (
        name,
        kind,
        str(len(expected)),
        str(right),
        str(wrong),
        f"{precision:.3f}",
        f"{recall:.3f}",
    )


def rows_of(name: str, expected: set[Place], found: set[Place]) -> Iterable[tuple[str, ...]]:
    for kind in FindingKind:
        of_kind = [{place for place in places if place[2] == kind.value} for places in (expected, found)]
        yield lay_out(name, kind.value, *of_kind)
    yield lay_out(name, "all", expected, found)


def tell_differences(segments: Sequence[Segment], found: dict[Place, Finding]) -> None:
    for segment in segments:
        place = (segment.pair.path, segment.pair.number)
        got = {one for one in found if one[:2] == place}
        for sign, differing in (("-", segment.expected - got), ("+", got - segment.expected)):
            for one in sorted(differing):
                told = found[one].message if one in found else segment.what
                print(f"{sign} {one}\n    {segment.pair.source}\n    {segment.pair.target}\n    {told}")


def main(arguments: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, create_base(str(Path(folder) / "check.db")) as base:
        with base.writing() as connection:
            insert_concepts(connection, map(key_concept, read_concepts()))
        rows: list[tuple[str, ...]] = []
        for name in SETS:
            segments = list(read_segments(name))
            started = time.perf_counter()
            found = check_set(base, segments)
            seconds = time.perf_counter() - started
            rows += rows_of(name, {one for s in segments for one in s.expected}, set(found))
            faulty = sum(bool(segment.expected) for segment in segments)
            print(f"{name}: {len(segments)} segments, {faulty} with a fault, {seconds:.2f} s")
            if "--faults" in arguments:
                tell_differences(segments, found)
    print(format_table(HEADER, rows, columns=TABLE_COLUMNS))


if __name__ == "__main__":
    main(sys.argv[1:])
