"""The concepts as JSON: listed, read, made, changed, merged, split."""

from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import FastAPI, Query, Response
from fastapi.responses import JSONResponse

from glossary.curation.duplicates import Duplicate
from glossary.errors import EditClash, NotFound
from glossary.model import Concept
from glossary.report.payloads import Payload, describe_concept
from glossary.services.bases.choosing import Base
from glossary.services.bases.serving import draw_concept_id
from glossary.services.concepts.adding import add_term
from glossary.services.concepts.duplicates import describe_duplicates
from glossary.services.concepts.editing import edit_concept, make_concept, show_concept
from glossary.services.concepts.joining import merge_concepts, split_concept
from glossary.services.concepts.versions import version_of
from glossary.services.history.log import describe_told, tell_concept
from glossary.services.lookup.browsing import find_heads, list_concepts
from glossary.web import examples
from glossary.web.bodies import AddedRendering, ConceptBody, MergeBody, SplitBody
from glossary.web.guarding import WritableBase
from glossary.web.moved import FoundConcept
from glossary.web.problems import Problem, Refused
from glossary.web.served import PREFIX, ServedBase, Writer
from glossary.web.values import apply_patch, build_concept, build_new_rendering
from glossary.web.versions import (
    IfMatch,
    IfNoneMatch,
    expected_versions,
    has_version,
    read_version,
    tag_of,
)

CONCEPTS = f"{PREFIX}/concepts"
ONE = f"{CONCEPTS}/{{id}}"
USUAL_PAGE = 50
LARGEST_PAGE = 500
TAG = "concepts"


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoints about concepts."""
    app.get(CONCEPTS, tags=[TAG], responses=examples.CONCEPT_LIST)(browse)
    app.post(CONCEPTS, tags=[TAG], status_code=HTTPStatus.CREATED, responses=examples.CONCEPT_MADE)(make)
    app.get(ONE, tags=[TAG], responses=examples.CONCEPT)(show)
    app.patch(ONE, tags=[TAG], responses=examples.CONCEPT_EDITED)(edit)
    app.get(f"{ONE}/history", tags=[TAG], responses=examples.CONCEPT_HISTORY)(history)
    app.post(f"{ONE}/renderings", tags=[TAG], responses=examples.CONCEPT_KEPT)(add)
    app.post(f"{ONE}/merge", tags=[TAG], responses=examples.MERGED)(merge)
    app.post(f"{ONE}/split", tags=[TAG], status_code=HTTPStatus.CREATED, responses=examples.SPLIT)(split)


def browse(
    base: ServedBase,
    q: Annotated[str, Query(description="Only concepts that a lookup of this finds.")] = "",
    subject_field: Annotated[str, Query(description="Only concepts of this subject field.")] = "",
    after: Annotated[str, Query(description="The id after which the page begins; see next.")] = "",
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="The most to return.")] = USUAL_PAGE,
) -> Response:
    """List whole concepts in the order of ids; next is the address of the following page."""
    page = list_concepts(base, query=q, subject_field=subject_field, after=after, limit=limit)
    asked = {"q": q, "subject_field": subject_field, "limit": limit, "after": page.next}
    following = urlencode({name: value for name, value in asked.items() if value})
    return JSONResponse(
        {
            "concepts": [_describe(concept, page.heads) for concept in page.concepts],
            "total": page.total,
            "next": f"{CONCEPTS}?{following}" if page.next else None,
        }
    )


def show(base: ServedBase, concept: FoundConcept, if_none_match: IfNoneMatch = None) -> Response:
    """Return a whole concept; its ETag is its version, which a PATCH has to name."""
    if has_version(concept, if_none_match):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_headers(concept))
    return JSONResponse(_describe(concept, find_heads(base, [concept])), headers=_headers(concept))


def make(base: WritableBase, who: Writer, body: ConceptBody) -> Response:
    """Add a whole concept; it needs one Chinese term. Others that it may be a duplicate of are told."""
    if body.id is not None:
        _require_free(base, body.id)
    concept = build_concept(body, id=body.id or draw_concept_id(base))
    made = make_concept(base, concept, who=who, why=body.reason)
    return _answer_kept(base, made.concept, made.duplicates, status=HTTPStatus.CREATED)


def _require_free(base: Base, id: str) -> None:
    try:
        taken = show_concept(base, id)
    except NotFound:
        return
    detail = f"there is a concept {id} already ({taken.head.text}); PATCH it, or send no id for a new one"
    raise Refused(Problem(status=HTTPStatus.CONFLICT, detail=detail, extra={"concept": taken.id}))


def edit(
    base: WritableBase, concept: FoundConcept, who: Writer, body: ConceptBody, if_match: IfMatch = None
) -> Response:
    """Change the members that are sent; the others stay, and so does what somebody else changed meanwhile.

    If-Match names the version that was read. Where somebody else changed the same since, nothing is written,
    and the answer (412) has both versions and each place where they clash.
    """
    read = read_version(base, concept, if_match)
    edited = apply_patch(read, body)
    try:
        done = edit_concept(base, edited, read=read, who=who, why=body.reason)
    except EditClash as clash:
        raise Refused(_tell_clash(base, clash, yours=edited)) from None
    more = {"changed": done.is_changed, "joined": done.is_joined}
    return _answer_kept(base, done.concept, done.duplicates, more=more)


def _tell_clash(base: Base, clash: EditClash, *, yours: Concept) -> Problem:
    current = show_concept(base, clash.concept)
    heads = find_heads(base, [current, yours])
    return Problem(
        status=HTTPStatus.PRECONDITION_FAILED,
        detail=str(clash),
        headers={"ETag": tag_of(current)},
        extra={
            "clashes": [{"field": one, "here": here, "there": there} for one, here, there in clash.clashes],
            "current": _describe(current, heads),
            "yours": _describe(yours, heads),
        },
    )


def history(base: ServedBase, concept: FoundConcept) -> Response:
    """Tell what was done to a concept, the oldest first: who, when, why, before and after."""
    told = tell_concept(base, concept.id)
    return JSONResponse({"concept": concept.id, "changes": list(map(describe_told, told))})


def add(
    base: WritableBase, concept: FoundConcept, who: Writer, body: AddedRendering, if_match: IfMatch = None
) -> Response:
    """Add a rendering, or evidence to one that is there, as glossary add does."""
    new = build_new_rendering(body, body.text)
    zh = (body.term or concept.head.text).strip()
    seen = expected_versions(if_match)
    kept = add_term(base, zh, new, concept=concept.id, expected=seen, who=who, why=body.reason)
    return _answer_kept(base, kept.concept, kept.duplicates)


def merge(
    base: WritableBase, concept: FoundConcept, who: Writer, body: MergeBody, if_match: IfMatch = None
) -> Response:
    """Give this concept up for another one; its terms, renderings, evidence and its id go there."""
    seen = expected_versions(if_match)
    merger = merge_concepts(base, concept.id, body.into, expected=seen, who=who, why=body.reason)
    kept = merger.concept
    answer = {
        "concept": _describe(kept, find_heads(base, [kept])),
        "conflicts": [asdict(conflict) for conflict in merger.conflicts],
    }
    return JSONResponse(answer, headers=_headers(kept))


def split(
    base: WritableBase, concept: FoundConcept, who: Writer, body: SplitBody, if_match: IfMatch = None
) -> Response:
    """Make a new concept of terms and renderings that mean something else; the old id stays with the rest."""
    seen = expected_versions(if_match)
    stays, new = split_concept(
        base, concept.id, body.texts, scope=body.scope, expected=seen, who=who, why=body.reason
    )
    heads = find_heads(base, [stays, new])
    answer = {"stays": _describe(stays, heads), "new": _describe(new, heads)}
    return JSONResponse(answer, HTTPStatus.CREATED, {"Location": _address(new)})


def _answer_kept(
    base: Base,
    concept: Concept,
    duplicates: tuple[Duplicate, ...],
    *,
    status: HTTPStatus = HTTPStatus.OK,
    more: Payload | None = None,
) -> Response:
    answer = _describe(concept, find_heads(base, [concept])) | {"duplicates": describe_duplicates(duplicates)}
    headers = _headers(concept)
    if status is HTTPStatus.CREATED:
        headers["Location"] = _address(concept)
    return JSONResponse(answer | (more or {}), status, headers)


def _describe(concept: Concept, heads: Mapping[str, str]) -> Payload:
    return describe_concept(concept, version=version_of(concept), heads=heads)


def _headers(concept: Concept) -> dict[str, str]:
    return {"ETag": tag_of(concept), "Cache-Control": "no-cache"}


def _address(concept: Concept) -> str:
    return f"{CONCEPTS}/{concept.id}"
