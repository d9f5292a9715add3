"""The termbase and the segments of this benchmark, as files that people read and write."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from glossary.model import Concept, Pair, Rendering, Status, Term, TermType, derive_id

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\(([^()]+)\)")
ID_CHARACTERS = 8
TYPES = {kind.value: kind for kind in TermType}
Place = tuple[str, int, str, str]
"""A finding: document, segment, kind and term."""


@dataclass(frozen=True)
class Segment:
    """One line of a set: ``what`` says what makes it hard, or what is wrong with it."""

    pair: Pair
    expected: frozenset[Place]
    what: str


def read_concepts() -> list[Concept]:
    """The concepts of terms.txt: a line at the margin begins one, those indented are its renderings."""
    concepts: list[Concept] = []
    lines = (HERE / "terms.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line and not line.startswith(("#", " ")):
            concepts.append(_read_head(line, number))
        elif line.startswith(" "):
            rendering = _read_rendering(line)
            concepts[-1] = replace(concepts[-1], renderings=(*concepts[-1].renderings, rendering))
    return concepts


def _read_head(line: str, number: int) -> Concept:
    kept = "do-not-translate" in MARK.findall(line)
    terms = tuple(Term(text=text, do_not_translate=kept) for text in MARK.sub("", line).split())
    return Concept(id=derive_id("c", line, str(number))[:ID_CHARACTERS], terms=terms)


def _read_rendering(line: str) -> Rendering:
    status, text = MARK.sub("", line).split(maxsplit=1)
    marks = MARK.findall(line)
    instead = next((mark.removeprefix("instead: ") for mark in marks if mark.startswith("instead: ")), "")
    return Rendering(
        text=text.strip(),
        status=Status(status),
        case_sensitive="case-sensitive" in marks,
        term_type=next((TYPES[mark] for mark in marks if mark in TYPES), TermType.FULL_FORM),
        instead=instead,
    )


def read_segments(name: str) -> Iterator[Segment]:
    """The segments of a set, those of one document after the other, each document numbered from 1."""
    document, number = "", 0
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            number = number + 1 if row["document"] == document else 1
            document = row["document"]
            pair = Pair(
                number=number,
                where=f"line {number}",
                source=row["source"],
                target=row["target"],
                path=document,
            )
            yield Segment(pair, _read_expected(row["expected"], document, number), row["what"])


def _read_expected(text: str, document: str, number: int) -> frozenset[Place]:
    findings = (one.strip().partition(":") for one in text.split(";") if one.strip())
    return frozenset((document, number, kind, term) for kind, _, term in findings)
