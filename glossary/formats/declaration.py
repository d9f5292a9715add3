"""What a format says about itself, and what writing and reading a file of it give back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from glossary.errors import InvalidInput
from glossary.formats.concepts import Dropped, ImportedFile, Piece, gather
from glossary.model import Concept, DecidedKey
from glossary.model.checks import require_language, require_writable


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What an export may be told.

    ``source_lang`` and ``target_lang`` are the codes written in place of ``zh-Hans`` and ``en``; ``snapshot``
    is the id of the state of the base, and ``decisions`` are those about candidates: both are written where
    the format has a place for them.
    """

    source_lang: str = "zh-CN"
    target_lang: str = "en"
    snapshot: str = ""
    decisions: tuple[DecidedKey, ...] = ()

    def __post_init__(self) -> None:
        require_language(self.source_lang)
        require_language(self.target_lang)
        require_writable("the snapshot", self.snapshot)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """How many concepts and renderings a file holds, and what was left out of it, with the reason.

    ``snapshot`` is the state of the base that the file names, empty where it names none.
    """

    concepts: int
    renderings: int
    left_out: tuple[Dropped, ...] = ()
    snapshot: str = ""


class Writer(Protocol):
    """Writes concepts to ``out``: a binary stream, or for a folder format the folder's path."""

    def __call__(self, concepts: Iterable[Concept], out: Any, *, options: ExportOptions) -> ExportReport:
        """Write all of ``concepts`` in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What an import may be told.

    ``columns`` names the column of each cell of a table's rows, in their order, empty for one to leave out;
    none at all where they are to be told by the header and the content.
    """

    columns: tuple[str, ...] = ()


NOT_TOLD = ImportOptions()


class Reader(Protocol):
    """Reads a file from a binary stream that can be read twice, or a folder from its path, piece by piece.

    A reader holds one concept at a time, so that its memory does not grow with the file, where the format
    allows that. What it has yielded before it raises is not to be used.
    """

    def __call__(self, source: Any, *, options: ImportOptions) -> Iterator[Piece]:
        """Yield the file's head, then its concepts; raises InvalidInput where the file cannot be used."""


class Recogniser(Protocol):
    """Tells a format by the first bytes of a file."""

    def __call__(self, head: bytes) -> bool:
        """Return whether ``head`` begins a file of this format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One exchange format; the command line, the page and the documentation say of it what stands here.

    ``options`` names the fields of ExportOptions that it heeds; one that heeds ``snapshot`` carries the id of
    the state that it was exported from, so that an import of it is a three-way merge. ``loses`` says in plain
    sentences what it cannot carry; ``read`` is None where it cannot be read yet, ``recognises`` where bytes
    cannot tell it.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    media_type: str
    options: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    is_folder: bool = False
    write: Writer
    read: Reader | None = None
    recognises: Recogniser | None = None

    def read_whole(self, source: Any, *, options: ImportOptions = NOT_TOLD) -> ImportedFile:
        """Return all that a file says; raises InvalidInput where it, or this format, cannot be read."""
        if self.read is None:
            raise InvalidInput(f"{self.name} can be written but not read; export csv, or tbx, instead")
        return gather(self.read(source, options=options))

    @property
    def carries_snapshot(self) -> bool:
        """Whether a file of this format names the state of the base that it was exported from."""
        return "snapshot" in self.options


class Tally:
    """Counts what a writer writes and keeps what it leaves out."""

    def __init__(self) -> None:
        self.concepts = 0
        self.renderings = 0
        self.left_out: list[Dropped] = []

    def count(self, renderings: int) -> None:
        """Count one concept, written with so many renderings."""
        self.concepts += 1
        self.renderings += renderings

    def leave_out(self, concept: Concept, what: str, why: str) -> None:
        """Keep that something of ``concept`` is not in the file."""
        self.left_out.append(Dropped(where=concept.id, what=what, why=why))

    def report(self) -> ExportReport:
        """Return the report on everything written so far."""
        return ExportReport(concepts=self.concepts, renderings=self.renderings, left_out=tuple(self.left_out))
