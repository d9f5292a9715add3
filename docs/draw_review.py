"""Draws docs/review.png anew: a sitting over the shipped base, after 32 decisions.

    .venv/bin/python docs/draw_review.py

Needs Chromium, and fonts that have Chinese (Noto Sans CJK).
"""

import asyncio
import re
import shutil
import sys
from collections.abc import Iterator
from html import unescape
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.cells import cell_len

from glossary.cli.review.application import ReviewApp
from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.session import Session
from glossary.model import CandidateState, RankedCandidate
from glossary.services.bases import shipped_base
from glossary.services.candidates import find_candidate
from glossary.services.deciding import accept_candidate, decide_candidate
from glossary.services.reviewing import list_queue
from glossary.store.database import Base, open_base

PICTURE = Path(__file__).with_name("review.png")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DECIDED = 32
SECONDS_EACH = 38
COLUMNS, ROWS = 124, 38
WHO = "mei"
TEXT = re.compile(r'textLength="([^"]+)"([^>]*)>([^<]*)</text>')


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
        return _widen(app.export_screenshot())


def _widen(svg: str) -> str:
    """Give Chinese the two columns that it takes: the export gives each character one."""

    def widen(found: re.Match[str]) -> str:
        length, rest, text = found.groups()
        shown = unescape(text)
        wide = float(length) / len(shown) * cell_len(shown)
        return f'textLength="{wide:.1f}"{rest}>{text}</text>'

    return TEXT.sub(widen, svg)


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


def photograph(svg: str, path: Path) -> None:
    """Write SVG as a picture, as a browser shows it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS)), None), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1600, "height": 1100})
        page.set_content(f"<body style='margin:0'>{svg}</body>")
        page.evaluate("document.querySelector('svg').style.width = '1532px'")
        page.locator("svg").screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    photograph(draw(), Path(sys.argv[1]) if sys.argv[1:] else PICTURE)
