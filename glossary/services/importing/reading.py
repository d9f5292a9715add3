"""What an imported file says, as it is read: a few concepts in memory at a time, however many it has."""

from collections.abc import Iterator
from pathlib import Path

from glossary.errors import UnreadableFile
from glossary.formats.concepts import (
    ID_IS_TAKEN,
    Addition,
    Dropped,
    Entry,
    FileHead,
    ImportedFile,
    Link,
    Piece,
    Said,
    gather,
)
from glossary.formats.declaration import NOT_TOLD, Format, ImportOptions
from glossary.formats.registry import find_format, tell_format
from glossary.model import Concept, DecidedKey
from glossary.store.on_disk import DiskList, DiskSet


class Incoming:
    """The concepts of a file, then its additions; of what has passed only ids are remembered, on the disk.

    ``links`` are relations of entries without an id, ``linked`` the names at their ends.

    Additions come after all concepts, since one may belong to a concept that stands below it. So that nobody
    has to hold them meanwhile, a file that has any is read once more for them.
    """

    def __init__(self, format: Format, path: Path, *, options: ImportOptions) -> None:
        self.ids = DiskSet()
        self.linked = DiskSet()
        self.number_of_additions = 0
        self.dropped = DiskList[Dropped]()
        self.decisions: list[DecidedKey] = []
        self.links = DiskList[Link]()
        self._format = format
        self._path = path
        self._options = options
        self._pieces = self._read()

    def read_head(self) -> FileHead:
        """Return what the file says of itself before its first concept."""
        for piece in self._pieces:
            if isinstance(piece, FileHead):
                return piece
            self._put_by(piece)
        return FileHead()

    def read_concepts(self) -> Iterator[tuple[Concept, Entry]]:
        """Yield the concepts with how they stand in the file; the second of two with one id is dropped."""
        for piece in self._pieces:
            match piece:
                case Said(concept=Concept() as concept, entry=entry) if concept.id not in self.ids:
                    self.ids.add(concept.id)
                    yield concept, entry
                case _:
                    self._put_by(piece)

    def read_additions(self) -> Iterator[Addition]:
        """Yield what has no id of ours."""
        for piece in self._read() if self.number_of_additions else ():
            if isinstance(piece, Said) and isinstance(piece.concept, Addition):
                yield piece.concept

    def _put_by(self, piece: Piece) -> None:
        """Keep what is told of the file, or decided in it; count what comes in the second reading."""
        match piece:
            case Said(concept=Addition()):
                self.number_of_additions += 1
            case Said(concept=Concept(id=id), entry=entry):
                self.dropped.append(Dropped(where=entry.where, what=f"concept {id}", why=ID_IS_TAKEN))
            case Dropped():
                self.dropped.append(piece)
            case DecidedKey():
                self.decisions.append(piece)
            case Link(source=source, target=target):
                self.links.append(piece)
                self.linked |= {source, target}

    def _read(self) -> Iterator[Piece]:
        return read_pieces(self._format, self._path, options=self._options)


def read_pieces(format: Format, path: Path, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a file, or a folder, says in a format."""
    try:
        if format.is_folder:
            yield from format.read_pieces(path, options=options)
        else:
            with path.open("rb") as source:
                yield from format.read_pieces(source, options=options)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None


def read_file(path: Path, format_name: str | None) -> ImportedFile:
    """Read a file in the named format, or in the one that its content tells."""
    format = choose_format(path, format_name)
    return gather(read_pieces(format, path, options=NOT_TOLD))


def choose_format(path: Path, name: str | None) -> Format:
    """Return the format of this name, or the one that the content of a file or folder tells."""
    _require_file_or_folder(path)
    return find_format(name) if name else tell_format(path)


def read_head(format: Format, path: Path) -> FileHead:
    """Return what a file says of itself before its first concept, such as its columns."""
    if format.read is None or format.is_folder:
        return FileHead()
    try:
        with path.open("rb") as source:
            head = next(format.read(source, options=NOT_TOLD), None)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None
    return head if isinstance(head, FileHead) else FileHead()


def split_columns(told: str) -> tuple[str, ...]:
    """Return the names of a list of columns such as ``zh,en,,note``; none at all leaves them to the guess."""
    return tuple(name.strip() for name in told.split(",")) if told else ()


def _require_file_or_folder(path: Path) -> None:
    if not path.exists():
        raise UnreadableFile(path, "there is no such file")
    if not (path.is_file() or path.is_dir()):
        raise UnreadableFile(path, "is no regular file; save what it gives as a file, and import that")
