"""The page of one concept: what it means, how to write it, who wrote it, what is around it, its history."""

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from glossary.model import Concept
from glossary.report.links import ORDERED, group_links, link_to
from glossary.report.payloads import describe_hit
from glossary.services.bases.choosing import Base
from glossary.services.concepts.versions import version_of
from glossary.services.history.log import describe_told, tell_concept
from glossary.services.lookup.answers import describe_as_hit
from glossary.services.lookup.browsing import find_neighbours
from glossary.web.concept_view import ConceptView
from glossary.web.moved import FoundConcept
from glossary.web.served import ServedBase
from glossary.web.templating import render


def add_pages(app: FastAPI) -> None:
    """Add the page of a concept."""
    app.get("/concepts/{id}", include_in_schema=False)(show)
    app.get("/concepts/{id}/history", include_in_schema=False)(history)


def show(request: Request, base: ServedBase, concept: FoundConcept) -> HTMLResponse:
    """Return the page of a concept."""
    view = _view(base, concept)
    return HTMLResponse(render(request, "concept.html", view=view, ordered=ORDERED))


def history(request: Request, base: ServedBase, concept: FoundConcept) -> HTMLResponse:
    """Return the page with what was done to a concept."""
    changes = [describe_told(told) for told in reversed(tell_concept(base, concept.id))]
    return HTMLResponse(render(request, "concept_history.html", concept=concept, changes=changes))


def _view(base: Base, concept: Concept) -> ConceptView:
    hit, documents, _ = describe_as_hit(base, concept.id)
    around = find_neighbours(base, hit.concept)
    return ConceptView(
        concept=hit.concept,
        version=version_of(hit.concept),
        hit=describe_hit(hit, documents),
        relations=group_links(around.targets, around.arrows),
        senses=tuple(map(link_to, around.senses)),
        changes=tuple(describe_told(told) for told in reversed(tell_concept(base, hit.concept.id))),
    )
