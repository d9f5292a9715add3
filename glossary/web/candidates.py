"""What was mined, and deciding on it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import FastAPI, Path, Query, Response
from fastapi.responses import JSONResponse

from glossary.model import CandidateState
from glossary.report.payloads import describe_candidate, describe_concept
from glossary.services.concepts.duplicates import describe_duplicates
from glossary.services.concepts.versions import version_of
from glossary.services.lookup.browsing import find_heads
from glossary.services.mining.candidates import find_candidate, list_candidates
from glossary.services.review.deciding import accept_candidate, decide_candidate, parse_attached_type
from glossary.web import examples
from glossary.web.bodies import AcceptBody, ReasonBody
from glossary.web.guarding import WritableBase
from glossary.web.served import PREFIX, ServedBase, Writer
from glossary.web.values import build_new_rendering

CANDIDATES = f"{PREFIX}/candidates"
ONE = f"{CANDIDATES}/{{id}}"
USUAL_TOP = 50
MOST_CANDIDATES = 1_000
TAG = "candidates"

CandidateName = Annotated[str, Path(description="A candidate: its id or its term.")]


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoints about candidates."""
    app.get(CANDIDATES, tags=[TAG], responses=examples.CANDIDATE_LIST)(candidates)
    app.get(ONE, tags=[TAG], responses=examples.CANDIDATE)(candidate)
    app.post(f"{ONE}/accept", tags=[TAG], responses=examples.ACCEPTED)(accept)
    app.post(f"{ONE}/reject", tags=[TAG], responses=examples.CANDIDATE)(reject)
    app.post(f"{ONE}/defer", tags=[TAG], responses=examples.CANDIDATE)(defer)


def candidates(
    base: ServedBase,
    state: Annotated[CandidateState | None, Query(description="Only those in this state.")] = None,
    top: Annotated[int, Query(ge=1, le=MOST_CANDIDATES, description="So many of the best.")] = USUAL_TOP,
) -> Response:
    """List what was mined, best first, with features, contexts and what was decided."""
    found = list_candidates(base, state=state, top=top)
    return JSONResponse({"candidates": [describe_candidate(entry) for entry in found]})


def candidate(base: ServedBase, id: CandidateName) -> Response:
    """Return one candidate with its features and contexts."""
    return JSONResponse(describe_candidate(find_candidate(base, id)))


def accept(base: WritableBase, id: CandidateName, who: Writer, body: AcceptBody) -> Response:
    """Make a candidate a term: of a new concept with the rendering en, or of the concept that is named."""
    kept = accept_candidate(
        base,
        id,
        build_new_rendering(body, body.en) if body.en.strip() else None,
        concept=body.concept,
        term_type=None if body.term_type is None else parse_attached_type(body.term_type),
        who=who,
        why=body.reason,
    )
    heads = find_heads(base, [kept.concept])
    answer = {
        "candidate": describe_candidate(find_candidate(base, id)),
        "concept": describe_concept(kept.concept, version=version_of(kept.concept), heads=heads),
        "duplicates": describe_duplicates(kept.duplicates),
    }
    return JSONResponse(answer, HTTPStatus.OK)


def reject(base: WritableBase, id: CandidateName, who: Writer, body: ReasonBody | None = None) -> Response:
    """Say that a candidate is no term; mining again will not bring it back."""
    return _decide(base, id, CandidateState.REJECTED, who, body)


def defer(base: WritableBase, id: CandidateName, who: Writer, body: ReasonBody | None = None) -> Response:
    """Put a candidate off."""
    return _decide(base, id, CandidateState.DEFERRED, who, body)


def _decide(
    base: WritableBase, id: str, state: CandidateState, who: str, body: ReasonBody | None
) -> Response:
    why = body.reason if body else ""
    return JSONResponse(describe_candidate(decide_candidate(base, id, state, who=who, why=why)))
