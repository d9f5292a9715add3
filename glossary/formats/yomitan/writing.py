"""Yomitan dictionary, format 3: a zip with an index, banks of terms and a bank of tags."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO
from zipfile import ZipFile

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.entries.words import word_entries
from glossary.formats.packed import add_member, packing
from glossary.model import BEST_FIRST, Concept
from glossary.model.concept import primary

ROWS_A_BANK = 10_000
TITLE = "Chinese-English glossary"
GAP = "gap"
TAGS = (
    *([str(status), "status", order, f"{status} rendering", 0] for order, status in enumerate(BEST_FIRST)),
    [GAP, "status", len(BEST_FIRST), "nobody is on record as having used any of its renderings", 0],
)
Row = list[object]


def write_yomitan(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the archive; a bank of ten thousand rows is in memory at a time."""
    tally = Tally()
    with packing(out) as scratch, ZipFile(scratch, "w") as archive:
        add_member(archive, "index.json", dump(describe(options)))
        add_member(archive, "tag_bank_1.json", dump(list(TAGS)))
        rows = term_rows(concepts, tally)
        number = 1
        while bank := list(islice(rows, ROWS_A_BANK)):
            add_member(archive, f"term_bank_{number}.json", dump(bank))
            number += 1
    return tally.report()


def describe(options: ExportOptions) -> dict[str, object]:
    """Return the index; languages stand without script and country, since Yomitan refuses zh-CN."""
    return {
        "title": TITLE,
        "revision": options.snapshot or options.date or "1",
        "format": 3,
        "sequenced": True,
        "description": "Chinese terms with English renderings, their status and who used them.",
        "sourceLanguage": primary(options.source_lang),
        "targetLanguage": primary(options.target_lang),
    }


def term_rows(concepts: Iterable[Concept], tally: Tally) -> Iterator[Row]:
    """Yield term, reading, tags of the definition, rules, score, definitions, sequence, tags of the term."""
    for sequence, concept in enumerate(concepts, start=1):
        tags = " ".join(tags_of(concept))
        for entry in word_entries(concept):
            yield [entry.word, entry.reading, tags, "", 0, list(entry.lines), sequence, ""]
        tally.count(len(concept.renderings))


def tags_of(concept: Concept) -> Iterator[str]:
    """Yield the best status among the renderings, and whether nobody is known to have used one."""
    statuses = {rendering.status for rendering in concept.renderings}
    yield from [str(status) for status in BEST_FIRST if status in statuses][:1]
    if concept.is_gap:
        yield GAP


def dump(value: object) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode()
