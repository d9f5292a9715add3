"""Source texts: as they were read, and as they are after repair."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text with where it comes from. ``id`` is the sha256 of the file's bytes, in hex.

    ``text`` is the extracted text before repair; ``offsets`` says what its offsets point into: ``file``
    (the decoded file) or ``extracted`` (what was taken out of HTML and the like). ``encoding`` is the codec
    that decodes the file; ``repairs`` counts what reading had to mend, by kind.
    """

    id: str
    paths: tuple[str, ...]
    text: str
    kind: str
    encoding: str
    offsets: str = "file"
    title: str = ""
    publisher: str = ""
    date: str = ""
    sample: bool = False
    repairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedDocument:
    """A document as it is kept and as it travels between processes: ``packed`` is its compressed text.

    ``header`` is the document with an empty text; ``characters`` the length of its text.
    """

    header: Document
    packed: bytes
    characters: int

    @property
    def id(self) -> str:
        """The document's id."""
        return self.header.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file or folder that was not read, and why, as a sentence for the user."""

    path: str
    reason: str


class Span(NamedTuple):
    """A stretch of a text, from ``start`` up to and without ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """A document's text after repair, with the way back to the text before it.

    Repairs drop characters or replace one by one. ``cuts`` are pairs (position in ``text``, characters
    dropped before it), ascending. ``kept`` are the stretches of ``text`` that are the document's own matter,
    one span a line, without boilerplate. ``repairs`` counts what was mended, by kind. ``lost`` are the
    positions in ``text``, ascending, where characters were lost before we read it; what stands around one
    deserves little trust.
    """

    document: str
    text: str
    cuts: tuple[tuple[int, int], ...] = ()
    kept: tuple[Span, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[int, ...] = ()

    def extracted_offset(self, position: int) -> int:
        """Return where the character at ``position`` stands in the extracted text."""
        index = bisect_right(self.cuts, position, key=lambda cut: cut[0])
        return position + (self.cuts[index - 1][1] if index else 0)

    def extracted_span(self, start: int, end: int) -> Span:
        """Return the stretch of the extracted text that became ``text[start:end]`` (not empty)."""
        return Span(start=self.extracted_offset(start), end=self.extracted_offset(end - 1) + 1)

    @property
    def kept_characters(self) -> int:
        """How many characters of the text are mined."""
        return sum(span.end - span.start for span in self.kept)
