"""Anki: notes between TABs, which tell Anki themselves how they are to be read."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.cells.rows import Layout, write_table
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.entries.cards import LOSSES, Card, make_card
from glossary.model import Concept

HEADER = (
    "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Glossary\n"
    "#columns:Id\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n"
)
LAYOUT = Layout(program="Anki", delimiter="\t")


def write_anki_tsv(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one note a concept."""
    tally = Tally()
    out.write(HEADER.encode())
    write_table(out, note_rows(concepts, tally), layout=LAYOUT)
    return tally.report()


def note_rows(concepts: Iterable[Concept], tally: Tally) -> Iterator[tuple[str, ...]]:
    """Yield id, front, back and tag of each concept."""
    for concept in concepts:
        card = make_card(concept)
        yield card.id, card.chinese, show_back(card), card.tag
        tally.count(len(concept.renderings))


def show_back(card: Card) -> str:
    """Return the back of a card as lines."""
    return "\n".join(filter(None, [card.pinyin, card.english, card.avoid, card.meaning, card.other]))


FORMAT = Format(
    name="anki-tsv",
    title="Anki notes (text)",
    purpose=Purpose.DICTIONARIES,
    extensions=(".txt",),
    media_type="text/tab-separated-values; charset=utf-8",
    loses=LOSSES,
    write=write_anki_tsv,
)
