"""What a format gives back of concepts that are written in it and read again."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from glossary.formats.declaration import ExportOptions, Format
from glossary.model import Concept, Term

STAND_IN = (Term(text="x"),)


def carry(format: Format, concepts: Sequence[Concept], *, options: ExportOptions) -> dict[str, Concept]:
    """Return the concepts as they come back from a file of this format, by id; a folder loses nothing.

    Concepts that only relations name have a stand-in in the file: TBX refuses a reference that leads nowhere.
    """
    if format.is_folder or format.read is None:
        return {concept.id: concept for concept in concepts}
    out = BytesIO()
    format.write((*concepts, *_stand_ins(concepts)), out, options=options)
    out.seek(0)
    return {concept.id: concept for concept in format.read_whole(out).concepts}


def _stand_ins(concepts: Iterable[Concept]) -> Iterator[Concept]:
    there = {concept.id for concept in concepts}
    named = dict.fromkeys(relation.concept for concept in concepts for relation in concept.relations)
    return (Concept(id=id, terms=STAND_IN) for id in named if id not in there)
