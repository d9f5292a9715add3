"""Draws docs/review.png anew: a sitting over the shipped base, after 31 decisions.

    .venv/bin/python docs/draw_review.py

Needs Chromium, and fonts that have Chinese (Noto Sans CJK).
"""

import asyncio
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from picturing import photograph, widen

from glossary.cli.review.application import ReviewApp
from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.session import Session
from glossary.model import CandidateState, RankedCandidate
from glossary.services.bases.choosing import shipped_base
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.services.review.queue import list_queue
from glossary.store.database import Base, open_base

PICTURE = Path(__file__).with_name("review.png")
DECIDED = 31
SECONDS_EACH = 38
COLUMNS, ROWS = 124, 38
WHO = "mei"


def draw() -> str:
    """Return the screen as SVG."""
    with TemporaryDirectory() as folder:
        path = shutil.copyfile(shipped_base(), Path(folder) / "terms.db")
        with open_base(str(path), write=True) as base:
            return asyncio.run(_sit(base))


async def _sit(base: Base) -> str:
    queue, clock = list_queue(base), count(step=SECONDS_EACH)
    session = Session(queue, moment=next(clock))
    for entry in _decide(base, queue[: DECIDED - 1]):
        session.note_decision(entry, moment=next(clock))
    session.go_on()
    app = ReviewApp(Reviewer(base, who=WHO), session, clock=clock.__next__)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press("a")
        return widen(app.export_screenshot())


def _decide(base: Base, entries: tuple[RankedCandidate, ...]) -> Iterator[RankedCandidate]:
    """Accept what the base knows; of the others, reject one and put off the next."""
    others = count()
    for entry in entries:
        id = entry.candidate.id
        if entry.concept:
            accept_candidate(base, id, concept=entry.concept, who=WHO)
        else:
            is_even = next(others) % 2 == 0
            decide_candidate(
                base, id, CandidateState.REJECTED if is_even else CandidateState.DEFERRED, who=WHO
            )
        yield find_candidate(base, id)


if __name__ == "__main__":
    photograph(draw(), Path(sys.argv[1]) if sys.argv[1:] else PICTURE)
