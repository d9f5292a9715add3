"""A stretch of Chinese and the English that stands for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One segment of a bilingual text: ``source`` is its Chinese, ``target`` its English.

    So whichever way round the file has them. ``number`` counts the segments of the file from 1 and ``where``
    is what the file calls it (a unit's id, a line, a row). A side that is not translated is empty; several
    pairs may share a number where a segment has several translations.
    """

    number: int
    where: str
    source: str
    target: str
    path: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether both sides say something."""
        return bool(self.source.strip() and self.target.strip())
