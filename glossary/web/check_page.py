"""The page on which a text and its translation are pasted and checked, line n against line n."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from glossary.errors import InvalidInput
from glossary.report.findings_page import FaultySegment, by_segment
from glossary.services.bases.choosing import Base
from glossary.services.bilingual.pairs import pair_lines, split_lines
from glossary.services.checking.pairs import Tally, check_pairs
from glossary.services.checking.waivers import Waiving, list_waivers
from glossary.services.recognition.automata import Shelf
from glossary.web.served import ServedBase, read_form, shelf_of
from glossary.web.templating import render

SOURCE, TARGET = "source", "target"
MOST_SHOWN = 500
"""So many findings are shown; a text with more of them is better checked at the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found: the lines with findings, how many findings are shown and how many more there are.

    ``lines`` and ``terms`` count what was looked at, ``waived`` the findings that somebody accepted.
    """

    faulty: Sequence[FaultySegment]
    shown: int
    more: int
    lines: int
    terms: int
    waived: int


def add_pages(app: FastAPI) -> None:
    """Add the page."""
    app.get("/check", include_in_schema=False)(show_form)
    app.post("/check", include_in_schema=False)(show_checked)


def show_form(request: Request) -> HTMLResponse:
    """Return the page on which the two texts are pasted."""
    return _render(request, source="", target="")


async def show_checked(request: Request, base: ServedBase) -> HTMLResponse:
    """Return the page with the texts that were pasted and what is wrong in them."""
    source, target = await read_form(request, SOURCE, TARGET)
    try:
        checked = await run_in_threadpool(_check, base, shelf_of(request), source, target)
    except InvalidInput as error:
        return _render(request, source=source, target=target, trouble=str(error))
    return _render(request, source=source, target=target, checked=checked)


def _check(base: Base, shelf: Shelf, source: str, target: str) -> Checked:
    tally, waiving = Tally(), Waiving((), list_waivers(base))
    pairs = pair_lines((SOURCE, split_lines(source)), (TARGET, split_lines(target)))
    findings = list(waiving.sift(check_pairs(base, pairs, tally=tally, shelf=shelf)))
    shown = findings[:MOST_SHOWN]
    return Checked(
        faulty=by_segment(shown),
        shown=len(shown),
        more=len(findings) - len(shown),
        lines=tally.segments,
        terms=tally.checked,
        waived=waiving.waived,
    )


def _render(
    request: Request, *, source: str, target: str, checked: Checked | None = None, trouble: str = ""
) -> HTMLResponse:
    page = render(request, "check.html", source=source, target=target, checked=checked, trouble=trouble)
    return HTMLResponse(page, HTTPStatus.BAD_REQUEST if trouble else HTTPStatus.OK)
