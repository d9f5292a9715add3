"""What kind of document a text is: told by what it holds, then by the file's name."""

import re
from enum import StrEnum
from pathlib import PurePath

from glossary.errors import InvalidInput

HEAD_CHARS = 20_000
MIN_MARKDOWN_SIGNS = 2

HTML_START = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
XML_START = re.compile(r"\s*<\?xml\s")
ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\]\((?:https?://|/|#|\.)[^()\s]*\)"),
    re.compile(r"\*\*[^\s*][^*\n]*\*\*"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"^\|?[ :]*-{3,}[ :]*\|[ :|-]*$", re.MULTILINE),
)


class DocumentKind(StrEnum):
    """The kinds that there is a reader for."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def tell_kind(text: str, name: str, *, start: int = 0) -> DocumentKind:
    """Return the kind of the document that begins at ``start`` of ``text``, in the file called ``name``.

    Raises InvalidInput for XML that is no page.
    """
    head, suffix = text[start : start + HEAD_CHARS], PurePath(name).suffix.lower()
    if HTML_START.match(head) or (suffix in HTML_NAMES and ANY_TAG.search(head)):
        return DocumentKind.HTML
    if XML_START.match(head):
        raise InvalidInput("XML, which is not read; save its text as .txt, .md or .html and try again")
    if suffix in MARKDOWN_NAMES or _looks_like_markdown(head):
        return DocumentKind.MARKDOWN
    return DocumentKind.TEXT


def _looks_like_markdown(head: str) -> bool:
    return sum(bool(sign.search(head)) for sign in MARKDOWN_SIGNS) >= MIN_MARKDOWN_SIGNS
