"""The concepts around a concept, each under what it is to that one."""

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.model import BEST_FIRST, DISCOURAGED, Concept, Relation, RelationKind

# What the target of an arrow is to the concept that holds it, and what the holder is to the target.
FORWARD = {
    RelationKind.SHORT_FORM_OF: "Short form of",
    RelationKind.BROADER: "Broader",
    RelationKind.NARROWER: "Narrower",
    RelationKind.RELATED: "Related",
    RelationKind.HAS_MEMBER: "Members, in order",
}
BACKWARD = {
    RelationKind.SHORT_FORM_OF: "Short forms",
    RelationKind.BROADER: "Narrower",
    RelationKind.NARROWER: "Broader",
    RelationKind.RELATED: "Related",
    RelationKind.HAS_MEMBER: "Member of",
}
ORDERED = FORWARD[RelationKind.HAS_MEMBER]
Arrow = tuple[Relation, Concept]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to another concept: its id, its Chinese, what to write for it, and where it holds."""

    id: str
    term: str
    rendering: str
    scope: str


def group_links(targets: Iterable[Arrow], holders: Iterable[Arrow]) -> dict[str, tuple[Link, ...]]:
    """Return the concepts around one under what they are to it, each once, members in their order.

    ``targets`` are its own arrows with the concepts that they lead to, ``holders`` those that lead to it.
    """
    named = (
        *((FORWARD[arrow.kind], target) for arrow, target in targets),
        *((BACKWARD[arrow.kind], holder) for arrow, holder in holders),
    )
    grouped: dict[str, dict[str, Link]] = {}
    for name, concept in named:
        grouped.setdefault(name, {}).setdefault(concept.id, link_to(concept))
    return {name: tuple(links.values()) for name, links in grouped.items()}


def link_to(concept: Concept) -> Link:
    """Return the way to a concept, with its best rendering that may be used."""
    usable = [one for one in concept.renderings if one.status not in DISCOURAGED]
    best = min(usable, key=lambda one: BEST_FIRST.index(one.status), default=None)
    return Link(
        id=concept.id,
        term=concept.head.text,
        rendering=best.text if best else "",
        scope=concept.scope,
    )
