"""One concept as the JSON that every face of the base shows."""

from glossary.report.payloads import Payload, describe_concept
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.versions import version_of
from glossary.services.lookup.browsing import find_heads
from glossary.store.database import Base


def show_whole(base: Base, id: str) -> Payload:
    """Return a whole concept with its version; an old id leads to its concept. Raises NotFound."""
    concept = show_concept(base, id)
    return describe_concept(concept, version=version_of(concept), heads=find_heads(base, [concept]))
