"""From the screen of a terminal to a picture for the documentation.

Needs Chromium, and fonts that have Chinese (Noto Sans CJK).
"""

import re
import shutil
from html import unescape
from pathlib import Path

from rich.cells import cell_len

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH_PIXELS = 1532
TEXT = re.compile(r'textLength="([^"]+)"([^>]*)>([^<]*)</text>')


def widen(svg: str) -> str:
    """Give Chinese the two columns that it takes: the export of a screen gives each character one."""

    def widen_text(found: re.Match[str]) -> str:
        length, rest, text = found.groups()
        shown = unescape(text)
        wide = float(length) / len(shown) * cell_len(shown)
        return f'textLength="{wide:.1f}"{rest}>{text}</text>'

    return TEXT.sub(widen_text, svg)


def photograph(svg: str, path: Path) -> None:
    """Write SVG as a picture, as a browser shows it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS)), None), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1600, "height": 1100})
        page.set_content(f"<body style='margin:0'>{svg}</body>")
        page.evaluate(f"document.querySelector('svg').style.width = '{WIDTH_PIXELS}px'")
        page.locator("svg").screenshot(path=path)
        browser.close()
