"""What the endpoints answer, shown in the OpenAPI description: one short example each."""

from http import HTTPStatus
from typing import Any

from glossary.report.payloads import Payload

Responses = dict[int | str, dict[str, Any]]

FACT: Payload = {
    "publisher": "Morning News",
    "title": "A day in the grid",
    "date": "2020-03",
    "url": "https://example.org/day",
    "mirror_of": "",
    "tier": "media",
    "basis": "english-only",
    "note": "",
}
DESIGNATION: Payload = {
    "part_of_speech": "",
    "term_type": "full-form",
    "reading": "",
    "case_sensitive": False,
    "do_not_translate": False,
    "note": "",
}
TERM: Payload = {"text": "网格员", "language": "zh-Hans", "status": "preferred", **DESIGNATION}
RENDERING: Payload = {
    "id": "rq2lx7ab",
    "text": "grid worker",
    "language": "en",
    "status": "preferred",
    **DESIGNATION,
    "serves": None,
    "instead": None,
    "evidence": [FACT],
}
WHOLE: Payload = {
    "id": "caaaaaaa",
    "version": "vb3k7qzx",
    "subject_field": "grid-based management",
    "scope": "",
    "note": "",
    "gap": False,
    "definitions": [{"text": "Somebody who looks after one grid.", "language": "en", "source": ""}],
    "terms": [TERM],
    "renderings": [RENDERING],
    "relations": [{"kind": "related", "concept": "cbbbbbbb", "term": "网格员之家"}],
    "redirects": [],
}
DUPLICATE: Payload = {
    "concept": "cccccccc",
    "kind": "homophone",
    "told": "网格员 (caaaaaaa) and 网革员 (cccccccc) are pronounced the same: …",
}
KEPT: Payload = {**WHOLE, "duplicates": [DUPLICATE]}
CHANGE: Payload = {
    "change": 12,
    "operation": 12,
    "when": "2025-03-01T09:00:00Z",
    "who": "li",
    "verb": "edit",
    "kind": "concept",
    "thing": "caaaaaaa",
    "term": "网格员",
    "why": "as in the county's own text",
    "undoes": None,
    "undone": False,
    "differences": [{"what": "scope", "before": "", "after": "Hainan"}],
}
MINED: Payload = {
    "id": "kq7b2mze",
    "rank": 1,
    "term": "调解驿站",
    "state": "new",
    "score": 0.91,
    "count": 4,
    "documents": 1,
    "clusters": 1,
    "kind": "term",
    "features": {"cvalue": 8.0},
    "variants": [],
    "short_forms": [],
    "members": {},
    "concept": None,
    "contexts": [],
}
CONFLICT: Payload = {
    "concept": "caaaaaaa",
    "field": "scope",
    "here": "Hainan",
    "there": "",
    "taken": "here",
}
REQUEST: Payload = {
    "query": "无此词",
    "count": 2,
    "first": "2025-03-01T09:00:00Z",
    "last": "2025-03-02T09:00:00Z",
    "state": "open",
    "concept": None,
}
CITED: Payload = {"id": "sq7b2mzexa4", "change": 12, "who": "li", "when": "2025-03-01T09:00:00Z", "note": ""}
CLASH: Payload = {
    "type": "about:blank",
    "title": "Precondition Failed",
    "status": 412,
    "detail": "caaaaaaa was changed by somebody else since you read it, in the same place: …",
    "instance": "/api/v1/concepts/caaaaaaa",
    "clashes": [{"field": "scope", "here": "Hainan", "there": "Sanya"}],
    "current": WHOLE,
    "yours": WHOLE,
}


def _answer(description: str, example: Payload, *, status: HTTPStatus = HTTPStatus.OK) -> Responses:
    schema = {"type": "object", "required": sorted(example)}
    content = {"application/json": {"schema": schema, "example": example}}
    return {status.value: {"description": description, "content": content}}


def _problem(status: HTTPStatus, description: str, example: Payload | None = None) -> Responses:
    content = {"application/problem+json": {"example": example}} if example else {}
    return {status.value: {"description": description, "content": content}}


MOVED = _problem(
    HTTPStatus.PERMANENT_REDIRECT, "The id is an old one; Location has the address with the new."
)
CONCEPT_LIST = _answer(
    "Concepts, how many fit in all, and the next page.", {"concepts": [WHOLE], "total": 1, "next": None}
)
CONCEPT = {
    **_answer("A whole concept; ETag is its version.", WHOLE),
    **MOVED,
    **_problem(HTTPStatus.NOT_MODIFIED, "The client has this version."),
}
CONCEPT_KEPT = {**_answer("The concept as it was kept, and what it may be a duplicate of.", KEPT), **MOVED}
CONCEPT_EDITED = {
    **_answer(
        "The concept as it was kept; whether it changed, and whether others had changed it meanwhile.",
        {**KEPT, "changed": True, "joined": False},
    ),
    **MOVED,
    **_problem(HTTPStatus.PRECONDITION_FAILED, "Somebody else changed the same; both versions.", CLASH),
    **_problem(HTTPStatus.PRECONDITION_REQUIRED, "If-Match is missing."),
}
CONCEPT_MADE = {
    **_answer("The new concept; Location is its address.", KEPT, status=HTTPStatus.CREATED),
    **_problem(HTTPStatus.CONFLICT, "The id is taken."),
}
CONCEPT_HISTORY = {
    **_answer("What was done to the concept.", {"concept": "caaaaaaa", "changes": [CHANGE]}),
    **MOVED,
}
MERGED = {
    **_answer(
        "The concept that is kept, and where the two differed.", {"concept": WHOLE, "conflicts": [CONFLICT]}
    ),
    **MOVED,
}
SPLIT = {
    **_answer(
        "What stays under the old id, and the new concept.",
        {"stays": WHOLE, "new": {**WHOLE, "id": "cddddddd"}},
        status=HTTPStatus.CREATED,
    ),
    **MOVED,
}
CANDIDATE_LIST = _answer("What was mined, best first.", {"candidates": [MINED]})
CANDIDATE = _answer("The candidate as it is now.", MINED)
ACCEPTED = _answer(
    "The candidate, its concept, and what that may be a duplicate of.",
    {"candidate": {**MINED, "state": "accepted"}, "concept": WHOLE, "duplicates": []},
)
HISTORY = _answer("What was done.", {"changes": [CHANGE]})
UNDONE = _answer(
    "What was taken back, and the number that brings it back.",
    {"operation": 12, "verb": "edit", "things": ["caaaaaaa"], "by": 13},
)
ANNOTATED = _answer(
    "The known terms, leftmost first, and what is covered.",
    {
        "matches": [
            {
                "start": 0,
                "end": 3,
                "utf16": {"start": 0, "end": 3},
                "text": "网格员",
                "nested": False,
                "concepts": ["caaaaaaa"],
                "term": "网格员",
                "status": "preferred",
                "gap": False,
                "renderings": [{"concept": "caaaaaaa", "text": "grid worker", "status": "preferred"}],
            }
        ],
        "coverage": {"characters": 5, "covered_characters": 3, "matches": 1, "terms": 1},
    },
)
REQUESTS = _answer("Lookups that found nothing.", {"requests": [REQUEST]})
SNAPSHOTS = _answer("The states that can be cited.", {"snapshots": [CITED]})
SNAPSHOT = {
    **_answer("The state as it was written down.", CITED, status=HTTPStatus.CREATED),
    **_answer("The state was written down before.", CITED),
}
