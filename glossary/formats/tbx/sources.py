"""The sources and addresses of a term section as evidence."""

from functools import lru_cache
from sys import intern
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.xml import Element
from glossary.formats.cells.fields import EVIDENCE_FIELDS, parse_fields
from glossary.formats.cells.notation import read_details
from glossary.formats.concepts import Dropped
from glossary.formats.tbx.elements import drop, text_of
from glossary.model import Evidence

EVIDENCE, LAST_SOURCE = "evidence", "last source"
MOST_FACTS = 8_192
OTHER_WORDS = "kept as a title; who used the rendering is not known, so the tier is composed"
Fields = dict[str, Any]
"""What a term section has said so far, by the name of the field.

EVIDENCE is a list of facts, and LAST_SOURCE the element, with its text, to which an address may still come.
"""


def read_source(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take a source, which becomes a fact once it is known whether an address follows."""
    if text := text_of(element, dropped):
        finish_source(said, dropped)
        said[LAST_SOURCE] = element, text


def read_address(element: Element, said: Fields, dropped: list[Dropped]) -> None:
    """Take the address of the source before it, or a fact of which the address alone is known."""
    target, text = element.get("target", ""), text_of(element, dropped)
    if not target:
        drop(element, dropped, "it has no target")
        return
    try:
        fact = finish_source(said, dropped, target)
        if fact is None or fact.url != target:
            said.setdefault(EVIDENCE, []).append(Evidence(title=text, url=target))
        elif text != fact.title and text not in (fact.title.strip(), fact.publisher.strip(), target, ""):
            drop(element, dropped, "the source before it has a title already; its address is kept")
    except InvalidInput as error:
        drop(element, dropped, str(error))


def finish_source(said: Fields, dropped: list[Dropped], address: str = "") -> Evidence | None:
    """Add the fact that the last source states, if there is one, and return it.

    Raises InvalidInput, and leaves the source as it is, where the address is none of the web.
    """
    if LAST_SOURCE not in said:
        return None
    element, text = said[LAST_SOURCE]
    fact = make_fact(text, address)
    del said[LAST_SOURCE]
    if fact.title == text:
        drop(element, dropped, OTHER_WORDS)
    said.setdefault(EVIDENCE, []).append(fact)
    return fact


@lru_cache(maxsize=MOST_FACTS)
def make_fact(source: str, address: str) -> Evidence:
    """Return the fact that a source states at an address; in other words than ours it becomes the title.

    An address of its own goes before the one given. Many facts are stated often, since one document attests
    many terms; a publisher that states many of them is held once. Raises InvalidInput where the address is
    none of the web, or no fact could have such a title.
    """
    try:
        fields = parse_fields(read_details(source), EVIDENCE_FIELDS, "evidence")
        return Evidence(**{"url": address, **fields, "publisher": intern(fields.get("publisher", ""))})
    except InvalidInput:
        return Evidence(title=source, url=address)
