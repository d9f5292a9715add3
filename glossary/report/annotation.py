"""A text with its known terms: the values that every form of it is written from."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from glossary.model import Concept, Rendering, Status, first_usable

LAST_OF_PLANE_0 = "\uffff"
BETWEEN_SENSES = " | "


@dataclass(frozen=True)
class Sense:
    """One concept that a term names, with its renderings in the order for that term."""

    concept: Concept
    renderings: tuple[Rendering, ...]

    @cached_property
    def best(self) -> str:
        """What to write: the first rendering that nobody advises against, else nothing."""
        usable = first_usable(self.renderings)
        return usable.text if usable else ""


@dataclass(frozen=True, eq=False)
class Naming:
    """What a term in a text names: ``term`` as the base writes it, its best status, and each sense."""

    term: str
    status: Status
    senses: tuple[Sense, ...]

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """What to write, by sense: one text where the senses agree."""
        return tuple(dict.fromkeys(sense.best for sense in self.senses if sense.best))

    @cached_property
    def best(self) -> str:
        """The same in one text."""
        return BETWEEN_SENSES.join(self.choices)

    @cached_property
    def is_gap(self) -> bool:
        """Whether nobody is on record for a rendering of any sense."""
        return all(sense.concept.is_gap for sense in self.senses)

    @cached_property
    def has_preferred(self) -> bool:
        """Whether every sense has a preferred rendering."""
        return all(any(one.status is Status.PREFERRED for one in sense.renderings) for sense in self.senses)


@dataclass(frozen=True, slots=True)
class Mark:
    """A known term in a text; ``nested`` says that it stands inside another one."""

    start: int
    end: int
    text: str
    naming: Naming
    nested: bool = False


@dataclass(frozen=True)
class MarkedText:
    """A passage with its marks, leftmost first; offsets, in code points, are those of the whole text.

    ``start`` is where the passage begins there, ``utf16_start`` the same in UTF-16 code units.
    """

    text: str
    marks: Sequence[Mark]
    start: int = 0
    utf16_start: int = 0
    _beyond: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        has_any = max(self.text, default="") > LAST_OF_PLANE_0
        beyond = [at for at, one in enumerate(self.text) if one > LAST_OF_PLANE_0] if has_any else []
        object.__setattr__(self, "_beyond", beyond)

    def utf16(self, offset: int) -> int:
        """Return an offset in code points of the whole text as one in UTF-16 code units, for browsers."""
        inside = offset - self.start
        return self.utf16_start + inside + bisect_left(self._beyond, inside)

    @property
    def end(self) -> int:
        """Where the passage ends in the whole text."""
        return self.start + len(self.text)

    def runs(self) -> Iterator[tuple[str, Mark | None]]:
        """Yield the passage piece by piece, what is between marks without one; nested marks are left out."""
        outer = [mark for mark in self.marks if not mark.nested]
        places = [self.start, *(place for mark in outer for place in (mark.start, mark.end)), self.end]
        for number, (start, end) in enumerate(pairwise(places)):
            piece = self.text[start - self.start : end - self.start]
            if number % 2:
                yield piece, outer[number // 2]
            elif piece:
                yield piece, None
