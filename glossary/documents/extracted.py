"""What a reader takes out of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glossary.documents.kinds import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file, one paragraph, cell or unit a line, and what its metadata say of it.

    ``encoding`` is the codec of the text in the file, empty for binary files. ``date`` is YYYY-MM-DD.
    ``repairs`` counts what reading mended, by kind. ``unread`` are reasons why parts were not read.
    """

    kind: DocumentKind
    text: str
    encoding: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    sample: bool = False
    repairs: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
