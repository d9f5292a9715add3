"""Whether each reference of a file leads to an entry of it, in memory that does not grow with the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from tempfile import TemporaryFile
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.model import Concept

REFERENCES_AT_A_TIME = 10_000


@contextmanager
def keep_references() -> Iterator["References"]:
    """Give references in temporary files: a million ids would take more memory than all the rest does."""
    with TemporaryFile() as written, TemporaryFile() as wanted:
        yield References(written, wanted)


@dataclass(frozen=True, slots=True)
class References:
    """The ids of the entries that were written, and those that they refer to, a line each."""

    written: BinaryIO
    wanted: BinaryIO

    def note(self, concept: Concept) -> None:
        """Keep the id of a concept that is written, and where its relations lead."""
        self.written.write(concept.id.encode() + b"\n")
        for relation in concept.relations:
            self.wanted.write(f"{concept.id} {relation.concept}\n".encode())

    def refuse_lost(self) -> None:
        """Raise InvalidInput where a relation leads to no entry, since such a file would not be valid."""
        self.wanted.seek(0)
        while lines := list(islice(self.wanted, REFERENCES_AT_A_TIME)):
            arrows = (line.decode().removesuffix("\n").partition(" ") for line in lines)
            lost = {target: concept for concept, _, target in arrows}
            self.written.seek(0)
            for line in self.written:
                lost.pop(line.decode().removesuffix("\n"), None)
            for target, concept in lost.items():
                raise InvalidInput(
                    f"concept {concept} is related to {target}, which is not exported; export both, or all"
                )
