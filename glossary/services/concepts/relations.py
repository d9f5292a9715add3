"""Where relations lead: to a concept of the base, and from an old id to the concept that it became."""

from collections.abc import Container, Iterator, Mapping
from heapq import nsmallest

from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.model import Concept
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.rows import batches

MOST_LISTED = 10
RELATIONS_AT_A_TIME = 1_000


def lead_relations(connection: Connection, concept: Concept) -> Concept:
    """Return the concept with its relations leading past old ids."""
    return concept.led(concept_rows.current_ids(connection, [one.concept for one in concept.relations]))


def require_targets(connection: Connection, *concepts: Concept) -> None:
    """Refuse a relation to a concept that is not there, and a redirect from one that is."""
    targets = [relation.concept for one in concepts for relation in one.relations]
    known = concept_rows.existing_ids(connection, targets)
    if missing := [target for target in targets if target not in known]:
        raise InvalidInput(f"a relation leads to {', '.join(missing)}, which is no concept of the base")
    if taken := find_taken_redirects(connection, *concepts):
        raise InvalidInput(
            f"{', '.join(taken)} is a concept, or leads to another one; "
            "merge it with `glossary concept merge`"
        )


def find_taken_redirects(connection: Connection, *concepts: Concept) -> list[str]:
    """Return those old ids of the concepts that are a concept here, or lead to another one."""
    holders = [(old, one.id) for one in concepts for old in one.redirects]
    ids = [old for old, _ in holders]
    living = concept_rows.existing_ids(connection, ids)
    leads = concept_rows.current_ids(connection, ids)
    return [old for old, id in holders if old in living or leads.get(old, id) != id]


def without_redirects(concept: Concept, taken: list[str]) -> Concept:
    """Return the concept without these old ids."""
    return replace(concept, redirects=tuple(old for old in concept.redirects if old not in taken))


def refuse_lost_relations(connection: Connection, arrows: Mapping[str, str], *, new: Container[str]) -> None:
    """Refuse relations (from target to holder) to what is neither in the base nor among the ``new`` ids."""
    if lost := nsmallest(MOST_LISTED, _find_lost(connection, arrows, new)):
        listed = "; ".join(f"{concept} names {target}" for concept, target in lost)
        raise InvalidInput(
            f"a relation leads to a concept that is neither in the base nor in the file: {listed}; "
            "nothing was imported; add that concept to the file, or take the relation out"
        )


def _find_lost(
    connection: Connection, arrows: Mapping[str, str], new: Container[str]
) -> Iterator[tuple[str, str]]:
    outside = (target for target in arrows if target not in new)
    for some in batches(outside, RELATIONS_AT_A_TIME):
        known = concept_rows.existing_ids(connection, some)
        yield from ((arrows[target], target) for target in some if target not in known)
