"""The JSON endpoints: the bodies are those that the command line prints with ``--json``."""

from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse

from glossary.report.payloads import describe_answer, describe_counts
from glossary.services.bases.counting import count_base
from glossary.services.bases.serving import text_beside
from glossary.services.defaults import DEFAULT_LIMIT, MOST_HITS
from glossary.services.lookup.answers import look_up
from glossary.services.lookup.completing import look_up_typed
from glossary.services.version import program_version
from glossary.web.caching import unless_known
from glossary.web.requests import LogChoice, Typing, log_afterwards
from glossary.web.served import PREFIX, ServedBase

Fuzzy = Annotated[bool, Query(description="Whether what only sounds or is spelled alike is found too.")]


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoints that answer programs."""
    app.get(f"{PREFIX}/lookup", tags=["lookup"])(lookup)
    app.get(f"{PREFIX}/stats", tags=["base"])(stats)
    app.get("/healthz", tags=["base"])(healthz)


def lookup(
    request: Request,
    base: ServedBase,
    q: Annotated[str, Query(description="Chinese in either script, pinyin, initials, or English.")],
    limit: Annotated[int, Query(ge=1, le=MOST_HITS, description="The most hits to return.")] = DEFAULT_LIMIT,
    document: Annotated[
        str, Query(description="The id of a document of the base: of several senses its own comes first.")
    ] = "",
    fuzzy: Fuzzy = True,
    log: LogChoice = "1",
    typing: Typing = False,
) -> Response:
    """Say what to write for a term: renderings with status and evidence, and contexts; best hit first.

    Where nothing is found the list of hits is empty, and the query is counted as a request.
    """

    def answer() -> Response:
        ask = look_up_typed if typing else look_up
        found = ask(base, q, limit=limit, fuzzy=fuzzy, beside=text_beside(base, document))
        task = log_afterwards(request, base, found, log=log, typing=typing)
        content = describe_answer(found)
        return JSONResponse(content, background=task)

    return unless_known(request, base, answer)


def stats(base: ServedBase) -> dict[str, object]:
    """Count what the base holds."""
    return describe_counts(count_base(base))


def healthz(base: ServedBase) -> dict[str, object]:
    """Say that the base can be read; a monitor asks this. The revision grows with every change."""
    return {"status": "ok", "version": program_version(), "revision": base.revision}
