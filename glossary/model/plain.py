"""Concepts, decisions and attestations as JSON text and back: so the record of changes keeps them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from glossary.errors import InvalidInput
from glossary.model.attestation import Attestation
from glossary.model.concept import Concept, Definition, Evidence, Relation, Rendering, Term
from glossary.model.names import AttestationKind, Basis, CandidateState, RelationKind, Status, TermType, Tier
from glossary.model.stored import DecidedKey, Decision

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = Mapping[str, Any]
Value = TypeVar("Value", bound="DataclassInstance")
NAMES = {
    "status": Status,
    "term_type": TermType,
    "tier": Tier,
    "basis": Basis,
    "kind": RelationKind,
    "state": CandidateState,
}
FIELD_NAMES: Mapping[type, tuple[str, ...]] = {
    kind: tuple(entry.name for entry in fields(kind))
    for kind in (Concept, Definition, Term, Rendering, Evidence, Relation, Decision)
}


def concept_as_json(concept: Concept | None) -> str:
    """Return a concept as JSON text, an absent one as an empty text."""
    return _dump(concept) if concept else ""


def concept_from_json(text: str) -> Concept | None:
    """Return the concept that the text holds; raises InvalidInput where it holds none."""
    return _build_concept(_load(text)) if text else None


def decision_as_json(decided: DecidedKey | None) -> str:
    """Return a decision with its key as JSON text, an absent one as an empty text."""
    return _dump({"key": decided.key, **asdict(decided.decision)}) if decided else ""


def decision_from_json(text: str) -> DecidedKey | None:
    """Return the decision that the text holds; raises InvalidInput where it holds none."""
    if not text:
        return None
    table = _load(text)
    return DecidedKey(key=_require(table, "key"), decision=_build(Decision, table))


def attestations_as_json(lines: Sequence[Attestation]) -> str:
    """Return the lines of a list as JSON text, none as an empty text."""
    return _dump([asdict(line) for line in lines]) if lines else ""


def attestations_from_json(text: str) -> list[Attestation]:
    """Return the lines that the text holds."""
    return [_build_attestation(table) for table in json.loads(text)] if text else []


def _fields(value: object) -> Plain:
    """Return the fields of a value of ours as they are; ``asdict`` would copy all that is in them."""
    return {name: getattr(value, name) for name in FIELD_NAMES[type(value)]}


_dump = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_fields).encode


def _load(text: str) -> Plain:
    try:
        table = json.loads(text)
    except json.JSONDecodeError:
        table = None
    if not isinstance(table, dict):
        raise InvalidInput("an older glossary recorded this change without what is needed to take it back")
    return table


def _require(table: Plain, name: str) -> str:
    if not isinstance(table.get(name), str):
        raise InvalidInput(f"a recorded change lacks its {name}")
    return str(table[name])


def _build_concept(table: Plain) -> Concept:
    parts: dict[str, tuple[Any, ...]] = {
        "definitions": _build_all(Definition, table.get("definitions")),
        "terms": _build_all(Term, table.get("terms")),
        "renderings": tuple(
            _build(Rendering, one, evidence=_build_all(Evidence, one.get("evidence")))
            for one in table.get("renderings") or ()
        ),
        "relations": _build_all(Relation, table.get("relations")),
        "redirects": tuple(table.get("redirects") or ()),
    }
    return _build(Concept, table, **parts)


def _build_attestation(table: Plain) -> Attestation:
    evidence = _build(Evidence, table["evidence"])
    kind = AttestationKind(table["kind"])
    return Attestation(zh=table["zh"], en=table["en"], kind=kind, evidence=evidence)


def _build_all(kind: type[Value], tables: Any) -> tuple[Value, ...]:
    return tuple(_build(kind, one) for one in tables or ())


def _build(kind: type[Value], table: Plain, **parts: Any) -> Value:
    said = {name: _named(name, table[name]) for name in FIELD_NAMES[kind] if name in table}
    return kind(**{**said, **parts})


def _named(name: str, value: Any) -> Any:
    return NAMES[name](value) if name in NAMES and value is not None else value
