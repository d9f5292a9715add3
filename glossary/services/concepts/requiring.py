"""A concept that must be there; imports no more than a lookup has already."""

from glossary.errors import NotFound
from glossary.model import Concept
from glossary.model.checks import require_writable
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection


def require_concept(connection: Connection, id: str) -> Concept:
    """Return the concept of this id, or the one that this old id leads to; raises NotFound."""
    require_writable("the concept's id", id)
    found = concept_rows.find_concept(connection, concept_rows.current_id(connection, id.strip()))
    if found is None:
        raise NotFound(f"there is no concept {id!r}; `glossary lookup` shows the ids")
    return found
