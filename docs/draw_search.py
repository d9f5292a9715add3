"""Draws docs/search.png anew: a search over the shipped base.

    .venv/bin/python docs/draw_search.py

Needs Chromium, and fonts that have Chinese (Noto Sans CJK).
"""

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from picturing import photograph, widen

from glossary.cli.search.application import SearchApp
from glossary.cli.search.asking import Asker
from glossary.services.bases.choosing import shipped_base
from glossary.store.database import Base, open_base

PICTURE = Path(__file__).with_name("search.png")
QUERY = "网格"
COLUMNS, ROWS = 104, 30


def draw() -> str:
    """Return the screen as SVG."""
    with open_base(str(shipped_base()), write=False) as base:
        return asyncio.run(_search(base))


async def _search(base: Base) -> str:
    app = SearchApp(Asker(base))
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press(*QUERY)
        await app.workers.wait_for_complete()
        await pilot.press("down", "enter")
        return widen(app.export_screenshot())


if __name__ == "__main__":
    photograph(draw(), Path(sys.argv[1]) if sys.argv[1:] else PICTURE)
