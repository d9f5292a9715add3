"""What a format says about itself, and what writing and reading a file of it give back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol

from glossary.errors import InvalidInput
from glossary.formats.concepts import Dropped, ImportedFile, Piece, gather
from glossary.model import Concept, DecidedKey
from glossary.model.checks import require_language, require_partial_date, require_writable

DEFAULT_STEM = "glossary"


class Purpose(StrEnum):
    """What a format is for; lists of formats have them in this order."""

    EXCHANGE = "between termbases, spreadsheets and programs"
    TOOLS = "translation tools"
    MACHINE = "machine translation"
    DICTIONARIES = "dictionaries and cards"
    READING = "people, segmenters and language models"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in which a term of a concept stands, and the document that it is from, in words."""

    text: str
    source: str


Quoting = Callable[[Concept], Sequence[Quotation]]


def quote_nothing(_: Concept) -> Sequence[Quotation]:
    """Return no quotation: what an export has that was not asked for any."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What an export may be told.

    ``source_lang`` and ``target_lang`` are the codes written in place of ``zh-Hans`` and ``en``; ``snapshot``
    is the id of the state of the base, ``decisions`` are those about candidates, ``quoting`` gives the
    contexts of a concept and ``date`` is the day of the export (YYYY-MM-DD): all are written where the format
    has a place for them. ``bom`` is whether the file begins with a byte order mark; None is what the format
    usually does.
    """

    source_lang: str = "zh-CN"
    target_lang: str = "en"
    snapshot: str = ""
    decisions: tuple[DecidedKey, ...] = ()
    quoting: Quoting = quote_nothing
    date: str = ""
    bom: bool | None = None

    def __post_init__(self) -> None:
        if self.date:
            require_partial_date(self.date)
        require_language(self.source_lang)
        require_language(self.target_lang)
        require_writable("the snapshot", self.snapshot)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """How many concepts and renderings a file holds, and what was left out of it, with the reason.

    ``snapshot`` is the state of the base that the file names, empty where it names none; ``not_selected``
    counts the concepts that were not asked for. ``unheeded`` are options that were asked for and that the
    format has no place for, such as ``source_lang``; ``loses`` is what the format never carries.
    """

    concepts: int
    renderings: int
    left_out: tuple[Dropped, ...] = ()
    snapshot: str = ""
    not_selected: int = 0
    unheeded: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Return the whole report, ready for JSON."""
        return {**asdict(self), "left_out": [asdict(one) for one in self.left_out]}


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
class Place:
    """Where a program looks for such a file: in ``folder`` of a project, which has a file ``marker``.

    ``setting`` is the element of that file, XML, which names another folder where somebody chose one.
    """

    program: str
    marker: str
    folder: str
    setting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One exchange format; the command line, the page and the documentation say of it what stands here.

    ``options`` names the fields of ExportOptions that it heeds; one that heeds ``snapshot`` carries the id of
    the state that it was exported from, so that an import of it is a three-way merge. ``loses`` says in plain
    sentences what it cannot carry; ``read`` is None where it cannot be read yet, ``recognises`` where bytes
    cannot tell it.

    ``is_text`` is whether it may go to a terminal; ``is_closed``, whether a relation must lead to a concept
    of the same file; ``is_whole``, whether it is the base itself, never a part of it. ``usual_contexts`` is
    how many contexts of a concept it quotes where nobody says.
    """

    name: str
    title: str
    purpose: Purpose = Purpose.EXCHANGE
    extensions: tuple[str, ...]
    media_type: str
    options: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    is_folder: bool = False
    is_text: bool = True
    is_closed: bool = False
    is_whole: bool = False
    usual_contexts: int = 0
    place: Place | None = None
    write: Writer
    read: Reader | None = None
    recognises: Recogniser | None = None

    def read_whole(self, source: Any, *, options: ImportOptions = NOT_TOLD) -> ImportedFile:
        """Return all that a file says; raises InvalidInput where it, or this format, cannot be read."""
        return gather(self.read_pieces(source, options=options))

    def read_pieces(self, source: Any, *, options: ImportOptions = NOT_TOLD) -> Iterator[Piece]:
        """Yield what a file says, as Reader does; raises InvalidInput where this format cannot be read."""
        if self.read is None:
            raise InvalidInput(f"{self.name} can be written but not read; export csv, or tbx, instead")
        return self.read(source, options=options)

    @property
    def carries_snapshot(self) -> bool:
        """Whether a file of this format names the state of the base that it was exported from."""
        return "snapshot" in self.options

    @property
    def stem(self) -> str:
        """How a file of this format is called without its extension, where nobody names it."""
        tells_itself = self.name in (extension.removeprefix(".") for extension in self.extensions)
        return DEFAULT_STEM if tells_itself else f"{DEFAULT_STEM}-{self.name}"

    @property
    def file_name(self) -> str:
        """How a file, or the folder, of this format is called where nobody names it."""
        return self.stem if self.is_folder else self.stem + self.extensions[0]


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
