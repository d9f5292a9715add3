"""Old ids: a concept that was merged into another one is found there."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Path, Request, Response, status
from fastapi.responses import JSONResponse

from glossary.model import Concept
from glossary.services.concepts.editing import show_concept
from glossary.web.served import ServedBase

ConceptId = Annotated[str, Path(description="The id of a concept. An old one is answered with 308.")]


class Moved(Exception):
    """The id in the path leads to another one: 308, which keeps method and body."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        super().__init__(f"{old} leads to {new}")


def concept_in_path(base: ServedBase, id: ConceptId) -> Concept:
    """Return the concept of the id in the path; raises Moved where that is an old one, NotFound else."""
    concept = show_concept(base, id)
    if concept.id != id:
        raise Moved(id, concept.id)
    return concept


async def answer_moved(request: Request, error: Exception) -> Response:
    """Return 308 to the same path with the new id, the query kept."""
    if not isinstance(error, Moved):
        raise error
    steps = [error.new if step == error.old else quote(step) for step in request.url.path.split("/")]
    query = f"?{request.url.query}" if request.url.query else ""
    # Not for ever, whatever 308 is called: a merge can be taken back.
    headers = {"Location": "/".join(steps) + query, "Cache-Control": "no-cache"}
    return JSONResponse({"concept": error.new}, status.HTTP_308_PERMANENT_REDIRECT, headers)


FoundConcept = Annotated[Concept, Depends(concept_in_path)]
