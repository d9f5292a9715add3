"""One JSON object as a concept: every field by the name that it has everywhere, or a pair of terms."""

from collections.abc import Mapping
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.json_stream import TOO_DEEP
from glossary.formats.concepts import Dropped, Entry, Piece, Said
from glossary.formats.json.pairs import build_dictionary, build_pair, is_dictionary, is_pair
from glossary.formats.settling import STAND_IN_ID, Parts, settle_into
from glossary.formats.toml.reading import build_concept, name_table

CONTEXTS = "contexts"
CONTEXTS_STAY = "contexts come from documents, which `glossary mine` reads"
LONGEST_REASON_CHARS = 300


def build_piece(table: Any, where: str) -> list[Piece]:
    """Return the concept that an object holds, or why it holds none, and what of it was dropped."""
    if not isinstance(table, dict):
        return [Dropped(where=where, what="a value", why="it is no object")]
    try:
        if is_pair(table):
            return build_pair(table, where)
        return build_dictionary(table, where) if is_dictionary(table) else _build_whole(table, where)
    except InvalidInput as error:
        why = str(error)[:LONGEST_REASON_CHARS]
    except RecursionError:
        why = TOO_DEEP
    return [Dropped(where=where, what=f"a concept{name_table(table)[:LONGEST_REASON_CHARS]}", why=why)]


def _build_whole(table: Mapping[str, Any], where: str) -> list[Piece]:
    """Return a concept with all its fields; one without an id is an addition."""
    told = without_nulls(table)
    dropped = [Dropped(where=where, what=CONTEXTS, why=CONTEXTS_STAY)] if told.pop(CONTEXTS, None) else []
    if "renderings" in told:
        told["rendering"] = told.pop("renderings")
    concept = build_concept({"id": STAND_IN_ID} | told)
    if "id" in told:
        return [*dropped, Said(concept=concept, entry=Entry(where=where))]
    parts = Parts(
        where=where,
        subject_field=concept.subject_field,
        scope=concept.scope,
        note=concept.note,
        definitions=[*concept.definitions],
        terms=[*concept.terms],
        renderings=[*concept.renderings],
        relations=[*concept.relations],
    )
    return [*dropped, *settle_into(parts, [])]


def without_nulls(value: Any) -> Any:
    """Return the same value without the keys that hold null: what is not said."""
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value
