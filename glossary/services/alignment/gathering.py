"""Gathering what is to be aligned: sentence pairs from files of every kind, and texts that stand alone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from glossary.alignment.anchors import Lexicon
from glossary.alignment.sampling import sample_pairs
from glossary.files.sides import Note
from glossary.model import Pair
from glossary.services.bilingual.opening import Bilingual, Monolingual, open_input
from glossary.services.bilingual.pairs import Side, pair_lines, read_file_pairs, side_of
from glossary.services.bilingual.unaligned import pair_documents
from glossary.services.progress import Progress
from glossary.text.folding import fold
from glossary.text.scripts import Script, tell_script


@dataclass(frozen=True, slots=True)
class Gathered:
    """Sentence pairs, of ``read`` different ones; ``lines`` of texts that have no translation beside them."""

    pairs: tuple[Pair, ...]
    read: int
    lines: tuple[Pair, ...]


def gather_pairs(
    paths: Sequence[Path], *, lexicon: Lexicon, asked: Collection[str], note: Note, progress: Progress
) -> Gathered:
    """Return the sentence pairs of some files, as many as fit in memory; those with an ``asked`` term first.

    Two texts, one of either language, are a text and its translation: line by line where they have as many
    lines, else as whole documents. Other texts stand alone: renderings may be declared in them.
    """
    opened = [open_input(path) for path in paths]
    texts = [side_of(one) for one in opened if isinstance(one, Monolingual)]
    streams = [read_file_pairs(one, note=note) for one in opened if isinstance(one, Bilingual)]
    if _are_translations(texts):
        streams.append(_pair_texts(texts[0], texts[1], lexicon, note))
        texts = []
    wanted = [fold(term) for term in asked]
    sample = sample_pairs(
        chain.from_iterable(streams),
        always=lambda pair: any(term in fold(pair.source) for term in wanted),
        progress=lambda read: progress(f"reading, {read:,} pairs", 0, 0),
    )
    return Gathered(sample.pairs, sample.seen, tuple(chain.from_iterable(map(_lines_of, texts))))


def _are_translations(texts: Sequence[Side]) -> bool:
    scripts = {tell_script("\n".join(lines)) for _, lines in texts}
    return len(texts) == 2 and scripts == {Script.CHINESE, Script.LATIN}


def _pair_texts(first: Side, second: Side, lexicon: Lexicon, note: Note) -> Iterator[Pair]:
    if len(first[1]) == len(second[1]):
        return pair_lines(first, second, lexicon=lexicon, note=note)
    return pair_documents(first, second, lexicon=lexicon, note=note)


def _lines_of(text: Side) -> Iterator[Pair]:
    """The lines of a text as pairs with one side: where a line stands is what is needed of them."""
    name, lines = text
    is_chinese = tell_script("\n".join(lines)) is Script.CHINESE
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Pair(
                number=number,
                where=f"line {number}",
                source=line if is_chinese else "",
                target="" if is_chinese else line,
                path=name,
            )
