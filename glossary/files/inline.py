"""Text with inline tags, as XLIFF and TMX have it."""

from collections.abc import Iterator

from glossary.files.xml import Element, local_name

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN_ENTITY = ""
LEFT_OUT = frozenset({"bpt", "ept", "ph", "it", "sub", "ut", "cp", UNKNOWN_ENTITY})
"""What stands inside these is code of the original format (\\b0, &lt;b&gt;), not text."""


def plain_text(element: Element | None) -> str:
    """Return the text of an element without inline tags and without the native code inside them."""
    if element is None:
        return ""
    return "".join(_text_parts(element)) if len(element) else element.text or ""


def _text_parts(element: Element) -> Iterator[str]:
    """The texts in order; without recursion, since a file of this size may be two thousand elements deep."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, child in walk:
        if event == "end":
            yield "" if child is element else child.tail or ""
        elif local_name(child) in LEFT_OUT:
            walk.skip_subtree()
        else:
            yield child.text or ""


def own_language(element: Element | None) -> str:
    """Return the language that the element itself names, or an empty text."""
    return "" if element is None else element.get(XML_LANGUAGE) or element.get("lang") or ""
