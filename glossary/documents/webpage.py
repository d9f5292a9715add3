"""The main text of an HTML page, with what the page says of itself; trafilatura is imported when asked."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.documents.provenance import Provenance, normalise_date, read_provenance
from glossary.documents.repair import repair_text
from glossary.errors import InvalidInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extracted

MAX_MAIN_TEXT_CHARS = 4_000_000
"""Beyond this, all visible text is taken: finding the main text takes seconds for each million characters."""
UNSEEN = frozenset("script style noscript template head svg iframe select button rt rp".split())
INLINE = frozenset(
    "a abbr b bdi bdo big cite code del em font i ins kbd label mark q rb rp rt ruby s samp small span strong"
    " sub sup tt u var wbr".split()
)

BROKEN_SOURCE = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f\u3000])")
"""Where the source of a page, as Word writes it, goes on in a new line within a Chinese word."""
ONE_CELL = re.compile(r"^\| ((?:[^|\\\n]|\\.)*) \| *$", re.MULTILINE)
"""How trafilatura writes a table's row with one cell: old portals lay out their paragraphs in such tables."""


def read_page(html: str) -> tuple[str, Provenance]:
    """Return the main text of a page, one paragraph a line, and its title, publisher and date.

    Where no main text is found, it is all that the page shows. Raises InvalidInput where that is nothing.
    """
    html = _join_source(html.replace("\0", ""))
    shown = "\n".join(_visible_lines(html))
    if not shown:
        raise InvalidInput("a page without text")
    main = _extract_main(html) if len(html) <= MAX_MAIN_TEXT_CHARS else None
    text = _without_layout(main.text) if main and main.text else shown
    said = _provenance_of(main, shown)
    headline = (main and main.title) or said.title
    return _with_headline(text, headline, shown), said


def _join_source(html: str) -> str:
    return html if "<pre" in html.lower() else BROKEN_SOURCE.sub("", html)


def _extract_main(html: str) -> "Extracted | None":
    from trafilatura import bare_extraction

    dates = {"extensive_search": False, "original_date": True}
    main = bare_extraction(
        html, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dates
    )
    return None if isinstance(main, dict) else main


def _without_layout(text: str) -> str:
    """Return ``text`` with each row of one cell as the line that it is."""
    return ONE_CELL.sub(lambda row: row[1].replace(r"\|", "|"), text)


def _provenance_of(main: "Extracted | None", shown: str) -> Provenance:
    """What the page's metadata say, and where they are silent, its first lines."""
    lines = read_provenance(shown)
    if not main:
        return lines
    return Provenance(
        title=repair_text(main.title or "").text or lines.title,
        publisher=main.sitename or lines.publisher,
        date=normalise_date(main.date or "") or lines.date,
    )


def _with_headline(text: str, title: str, shown: str) -> str:
    """Put the headline back above a main text that came without it; a title that the page only has in its
    head is left there, since it may end in the name of the site."""
    has_title = not title or title in text[: 2 * len(title) + 1]
    return text if has_title or title not in shown.splitlines() else f"{title}\n{text}"


def read_visible(html: str) -> str:
    """Return all that a page shows, one paragraph a line; readings above characters are left out."""
    return "\n".join(_visible_lines(_join_source(html.replace("\0", ""))))


def _visible_lines(html: str) -> Iterator[str]:
    for line in "".join(_visible_parts(_parse(html))).splitlines():
        words = line.split()
        if words:
            yield " ".join(words)


def _parse(html: str) -> "HtmlElement | None":
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(html.encode("utf-8", "replace"), parser) if html.strip() else None


def _visible_parts(root: "HtmlElement | None") -> Iterator[str]:
    """The texts of a tree in order, with a line break around everything that is not part of a line."""
    from lxml import etree

    if root is None:
        return
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        gap = "" if element.tag in INLINE else "\n"
        if event == "end":
            yield gap + (element.tail or "")
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            yield gap + (element.text or "")
