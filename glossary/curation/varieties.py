"""The same words under another tag of English: pure.

Other programs know no plain English and write en-US for it, so ``greenway`` in en-US is ``greenway``; the
tags count only where somebody tells several varieties apart.
"""

from collections.abc import Collection
from typing import TypeVar

from msgspec.structs import replace

from glossary.model import TARGET_LANGUAGE, Concept, Definition, Rendering

USUAL_VARIETY = "en-US"
USUAL = frozenset({TARGET_LANGUAGE, USUAL_VARIETY})
Tagged = TypeVar("Tagged", Definition, Rendering)


def tag_alike(here: Concept, there: Concept, *, among: Collection[str] = ()) -> Concept:
    """Return ``there`` with its renderings under the tags that ``here`` has for the same texts.

    A whole list may be in en-US; there ``greenway`` is no other rendering than ours in en. Tags that are not
    ``among`` those given stay, if any are given.
    """
    known = {(one.language, one.text) for one in here.renderings}
    ours = {one.text: one.language for one in reversed(here.renderings) if not among or one.language in among}
    renderings: dict[tuple[str, str], Rendering] = {}
    for one in there.renderings:
        stays = (one.language, one.text) in known or (among and one.language not in among)
        language = one.language if stays else ours.get(one.text, one.language)
        renderings.setdefault((language, one.text), replace(one, language=language))
    return replace(there, renderings=tuple(renderings.values()))


def tag_as_before(here: Concept, there: Concept) -> Concept:
    """Return ``there`` without the difference between en and en-US in renderings that ``here`` has."""
    return tag_alike(here, there, among=USUAL)


def tag_plainly(here: Concept | None, there: Concept) -> Concept:
    """Return ``there`` in plain English where it is all in en-US and ``here`` tells no varieties apart."""
    if _tags(there) != {USUAL_VARIETY} or not (here is None or _tags(here) <= {TARGET_LANGUAGE}):
        return there
    return replace(
        there,
        definitions=tuple(_plain(one) for one in there.definitions),
        renderings=tuple(_plain(one) for one in there.renderings),
    )


def _tags(concept: Concept) -> set[str]:
    return {one.language for one in concept.renderings}


def _plain(one: Tagged) -> Tagged:
    return replace(one, language=TARGET_LANGUAGE) if one.language == USUAL_VARIETY else one
