"""Versions of a concept: what names one state, and whether a concept is still as somebody saw it."""

from collections.abc import Collection

from glossary.errors import StaleVersion
from glossary.model import Concept, derive_id
from glossary.model.plain import concept_as_json

VERSION_LETTER = "v"


def version_of(concept: Concept) -> str:
    """Return what names this very state of a concept; any change makes another one."""
    return derive_id(VERSION_LETTER, concept_as_json(concept))


def require_version(concept: Concept, expected: Collection[str]) -> None:
    """Refuse a concept that has none of the versions that somebody saw; none expected is any."""
    version = version_of(concept)
    if expected and version not in expected:
        why = f"{concept.id} is at version {version}, not {', '.join(expected)}"
        raise StaleVersion(concept.id, version, why=why)
