"""What the tests of the record share: the five concepts, read, edited and told."""

from typing import Any

from msgspec.structs import replace

from glossary.model import Concept, Rendering
from glossary.services.concepts.editing import Edited, edit_concept, show_concept
from glossary.services.history.log import tell_base
from glossary.services.history.snapshots import identify
from glossary.store.database import Base


def edit(base: Base, id: str, *, read: Concept | None = None, who: str = "mei", **fields: Any) -> Edited:
    """Change fields of a concept as somebody who read it as ``read``, else as it is now."""
    read = read or show_concept(base, id)
    return edit_concept(base, replace(read, **fields), read=read, who=who)


def texts(concept: Concept) -> list[str]:
    return [rendering.text for rendering in concept.renderings]


def with_rendering(concept: Concept, text: str) -> tuple[Rendering, ...]:
    return (*concept.renderings, Rendering(text=text))


def verbs(base: Base) -> list[tuple[str, str, str]]:
    """Return who did what to which thing, the oldest first, but for mining."""
    told = [one.change for one in tell_base(base) if one.change.verb != "mine"]
    return [(change.who, change.verb, change.thing) for change in told]


def identify_base(base: Base) -> str:
    """Return the id that a snapshot of the base has now."""
    with base.reading() as connection:
        return identify(connection)
