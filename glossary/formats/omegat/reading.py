"""OmegaT glossaries back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.equivalents import settle_equivalents
from glossary.formats.omegat.writing import COMMENT_MARK
from glossary.formats.pair_lines import looks_like_remarked_pairs, read_pair_lines
from glossary.formats.pairs import REMARK_SEPARATOR
from glossary.model import Status

TAB = "\t"


def read_omegat(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a glossary says; the comment becomes the note of the rendering."""
    lines = read_pair_lines(
        source, delimiter=TAB, quoted=False, comment_mark=COMMENT_MARK, remark=read_comment
    )
    return settle_equivalents(lines)


def read_comment(comment: str) -> dict[str, object]:
    """Return the status and note that a comment holds: one of ours begins with the status."""
    status, _, rest = comment.partition(REMARK_SEPARATOR)
    if status in set(Status):
        return {"status": Status(status), "note": rest}
    return {"note": comment}


def recognise_omegat(head: bytes) -> bool:
    """Return whether the first lines are pairs with a comment, or remarks and pairs."""
    return looks_like_remarked_pairs(head, delimiter=TAB, comment_mark=COMMENT_MARK)
