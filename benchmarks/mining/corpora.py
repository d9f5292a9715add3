"""The text that is mined: documents of a corpus, and folders of about so many megabytes of them."""

import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
USUAL_CORPUS = ROOT.parent / "shared" / "corpora"
SEEDS = (ROOT.parent / "shared" / "seeds", ROOT / "seeds" / "documents")
MEGABYTE = 1_000_000
"""Bytes of UTF-8."""
PACKED = ".xz"
PLAIN = (".txt", ".md")
BEGINS_WITH_HEADING = "# "
BEFORE_HEADING = re.compile(r"\n\s*\n(?=# )")
BLANK_LINES = re.compile(r"\n\s*\n")
DOCUMENTS_A_FOLDER = 1_000


@dataclass(frozen=True, kw_only=True)
class Material:
    """A folder of .txt files, one a document; ``size`` in bytes, ``wanted`` the size that was asked for."""

    folder: Path
    documents: int
    size: int
    wanted: int

    @property
    def megabytes(self) -> float:
        return self.size / MEGABYTE

    @property
    def is_short(self) -> bool:
        """Whether the corpus ended before the wanted size."""
        return self.size < self.wanted


def read_corpus(path: Path) -> list[str]:
    """Return the documents of a corpus in order; an empty list where there is no plain text.

    A file named outright and every .txt.xz hold many documents; a plain file inside a folder is one document.
    """
    if path.is_file():
        return split_documents(read_text(path))
    files = sorted(file for file in path.rglob("*") if file.is_file())
    return [document for file in files for document in _read_file(file)]


def _read_file(file: Path) -> Sequence[str]:
    if file.name.endswith(f".txt{PACKED}"):
        return split_documents(read_text(file))
    # A README says what the corpus is; it is no part of it.
    return [read_text(file)] if file.suffix in PLAIN and file.stem != "README" else []


def read_text(path: Path) -> str:
    """Return the text of a plain or packed file; bytes that are not UTF-8 are left out."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == PACKED else path.read_bytes()
    return data.decode("utf-8", "ignore").replace("\r\n", "\n")


def split_documents(text: str) -> list[str]:
    """Return the documents of a collection.

    Where the text begins with a heading, a document begins at each ``# `` line after a blank line; else
    documents are parted by blank lines.
    """
    stripped = text.strip()
    parting = BEFORE_HEADING if stripped.startswith(BEGINS_WITH_HEADING) else BLANK_LINES
    return [document for document in parting.split(stripped) if document]


def take(documents: Iterable[str], size: int) -> Iterator[bytes]:
    """Yield documents as UTF-8, in order, until ``size`` bytes are reached."""
    taken = 0
    for document in documents:
        if taken >= size:
            return
        encoded = document.encode()
        taken += len(encoded)
        yield encoded


def write_material(folder: Path, documents: Iterable[str], wanted: int) -> Material:
    """Write the first documents, ``wanted`` bytes in all or as many as there are, into a new folder."""
    count = size = 0
    for count, document in enumerate(take(documents, wanted), start=1):
        path = folder / f"{count // DOCUMENTS_A_FOLDER:03}" / f"{count:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(document)
    return Material(folder=folder, documents=count, size=size, wanted=wanted)


def find_seeds() -> Path:
    """Return the folder of real articles where it lies beside the project, else the sample articles."""
    return next(folder for folder in SEEDS if folder.is_dir())
