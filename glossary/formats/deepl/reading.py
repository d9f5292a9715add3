"""DeepL's glossaries back as concepts: source and target, in TSV or CSV."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.pairs.equivalents import settle_equivalents
from glossary.formats.pairs.lines import looks_like_pairs, read_pair_lines

TAB, COMMA = "\t", ","


def read_deepl(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a glossary between TABs says."""
    return settle_equivalents(read_pair_lines(source, delimiter=TAB, quoted=False))


def read_deepl_csv(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a glossary between commas says."""
    return settle_equivalents(read_pair_lines(source, delimiter=COMMA, quoted=True))


def recognise_deepl(head: bytes) -> bool:
    """Return whether the first lines are pairs between TABs and nothing else."""
    return looks_like_pairs(head, delimiter=TAB)


def recognise_deepl_csv(head: bytes) -> bool:
    """Return whether the first lines are pairs between commas and nothing else."""
    return looks_like_pairs(head, delimiter=COMMA)
