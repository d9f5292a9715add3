"""OmegaT glossaries back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.omegat.writing import REMARK
from glossary.formats.pairs.equivalents import settle_equivalents
from glossary.formats.pairs.lines import TAB, looks_like_remarked_pairs, read_pair_lines


def read_omegat(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a glossary says; a comment that is not ours becomes the note of the rendering."""
    lines = read_pair_lines(source, delimiter=TAB, quoted=False, remark=REMARK, commented=True)
    return settle_equivalents(lines)


def recognise_omegat(head: bytes) -> bool:
    """Return whether the first lines are pairs with a comment, or remarks and pairs."""
    return looks_like_remarked_pairs(head, delimiter=TAB, remark=REMARK)
