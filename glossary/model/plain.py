"""Concepts, decisions and attestations as JSON text and back: so the record of changes keeps them."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec import ValidationError, convert, to_builtins

from glossary.errors import InvalidInput
from glossary.model.attestation import Attestation
from glossary.model.concept import Concept
from glossary.model.stored import DecidedKey, Decision

Value = TypeVar("Value")
NOT_RECORDED = "an older glossary recorded this change without what is needed to take it back"


def concept_as_json(concept: Concept | None) -> str:
    """Return a concept as JSON text, an absent one as an empty text."""
    return _dump(to_builtins(concept)) if concept else ""


def concept_from_json(text: str) -> Concept | None:
    """Return the concept that the text holds; raises InvalidInput where it holds none."""
    return _build(Concept, _load(text)) if text else None


def decision_as_json(decided: DecidedKey | None) -> str:
    """Return a decision with its key as JSON text, an absent one as an empty text."""
    return _dump({"key": decided.key, **to_builtins(decided.decision)}) if decided else ""


def decision_from_json(text: str) -> DecidedKey | None:
    """Return the decision that the text holds; raises InvalidInput where it holds none."""
    if not text:
        return None
    table = _load(text)
    return DecidedKey(key=_build(str, table.get("key")), decision=_build(Decision, table))


def attestations_as_json(lines: Sequence[Attestation]) -> str:
    """Return the lines of a list as JSON text, none as an empty text."""
    return _dump(to_builtins(lines)) if lines else ""


def attestations_from_json(text: str) -> list[Attestation]:
    """Return the lines that the text holds."""
    return _build(list[Attestation], json.loads(text)) if text else []


_dump = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _load(text: str) -> dict[str, Any]:
    try:
        table = json.loads(text)
    except json.JSONDecodeError:
        table = None
    if not isinstance(table, dict):
        raise InvalidInput(NOT_RECORDED)
    return table


def _build(kind: type[Value], plain: object) -> Value:
    try:
        return convert(plain, kind)
    except ValidationError as error:
        raise InvalidInput(f"a recorded change cannot be read: {error}") from None
