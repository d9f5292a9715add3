"""The endpoint that checks a translation; nothing is written to the base."""

from typing import Annotated, Any

from fastapi import FastAPI, Request
from pydantic import Field

from glossary.errors import InvalidInput
from glossary.model import FindingKind, Pair, Waiver
from glossary.report.findings import describe_finding, describe_summary
from glossary.services import wording
from glossary.services.bilingual.pairs import pair_lines, split_lines
from glossary.services.checking.pairs import CheckOptions, Tally, check_pairs
from glossary.services.checking.waivers import Waiving, list_waivers
from glossary.services.defaults import MOST_MODIFIERS
from glossary.web.bodies import Body
from glossary.web.served import PREFIX, ServedBase, shelf_of

MOST_CHARS = 1_000_000
MOST_SEGMENTS = 20_000
MOST_INSERTED = 9


class SegmentBody(Body):
    """A Chinese segment and its translation."""

    source: str
    target: str
    where: Annotated[str, Field(description="What you call it; else its number, from 1.")] = ""


class WaiverBody(Body):
    """Findings that are accepted; an empty text stands for any."""

    term: str
    kind: FindingKind | None = None
    found: str = ""
    where: str = ""
    reason: str

    def waiver(self) -> Waiver:
        """Return what it says."""
        said = (self.found.strip(), self.where.strip(), self.reason.strip())
        found, where, reason = said
        return Waiver(term=self.term.strip(), kind=self.kind, found=found, where=where, reason=reason)


class CheckBody(Body):
    """A translation: ``segments``, or a ``source`` and a ``target`` text, line for line."""

    segments: Annotated[list[SegmentBody], Field(default_factory=list, max_length=MOST_SEGMENTS)]
    source: Annotated[str, Field(max_length=MOST_CHARS)] = ""
    target: Annotated[str, Field(max_length=MOST_CHARS)] = ""
    counted: Annotated[bool, Field(description=wording.COUNTED)] = False
    modifiers: Annotated[int, Field(ge=0, le=MOST_INSERTED, description=wording.MODIFIERS)] = MOST_MODIFIERS
    waivers: Annotated[list[WaiverBody], Field(default_factory=list)]

    def pairs(self) -> list[Pair]:
        """Return the segments, numbered from 1; raises InvalidInput where the texts do not go together."""
        if bool(self.segments) == bool(self.source or self.target):
            raise InvalidInput("send segments, or a source and a target text, and not both")
        if not self.segments:
            return list(
                pair_lines(("source", split_lines(self.source)), ("target", split_lines(self.target)))
            )
        return [
            Pair(number=number, where=one.where or str(number), source=one.source, target=one.target)
            for number, one in enumerate(self.segments, 1)
        ]


def add_endpoints(app: FastAPI) -> None:
    """Add the endpoint."""
    app.post(f"{PREFIX}/check", tags=["texts"])(check)


def check(request: Request, base: ServedBase, body: CheckBody) -> dict[str, Any]:
    """Say where a translation does not render a term as the base has it. Nothing is written.

    The findings are those of `glossary check --json`.
    """
    tally, waiving = Tally(), Waiving([one.waiver() for one in body.waivers], list_waivers(base))
    options = CheckOptions(counted=body.counted, modifiers=body.modifiers)
    found = check_pairs(base, body.pairs(), options=options, tally=tally, shelf=shelf_of(request))
    findings = [describe_finding(finding) for finding in waiving.sift(found)]
    summary = describe_summary(
        segments=tally.segments,
        empty=tally.empty,
        checked=tally.checked,
        waived=waiving.waived,
        unused=waiving.unused,
    )
    return {"findings": findings, **summary}
