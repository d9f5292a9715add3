"""What the author of a file meant, where its format cannot say all: pure.

A format loses things (proposed renderings, blanks at the ends of a note) and a file may lack columns or rows.
What is not there for such a reason was not taken out by anybody. So a concept of a file is compared with
what the same format gives back of the concept that was exported: only the differences are the author's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from glossary.curation.merging import join_evidence
from glossary.curation.parts import Key, key_of, key_parts
from glossary.model import (
    NAMING_FIELDS,
    TEXT_FIELDS,
    Concept,
    Definition,
    Evidence,
    Relation,
    Rendering,
    Term,
    defaults_of,
)

Part = TypeVar("Part", bound=Term | Definition)
Designation = TypeVar("Designation", bound=Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What a file does not speak of.

    ``absent`` names the fields that it has no place for, such as ``rendering.note``; ``is_bare`` is whether
    it names the concept but says nothing that holds for all of it, ``bare`` are the renderings (language,
    text) of which it says nothing but evidence; ``is_partial`` is whether a part of it could not be read.
    """

    absent: frozenset[str] = frozenset()
    is_bare: bool = False
    bare: frozenset[Key] = frozenset()
    is_partial: bool = False


def fill_silence(known: Concept, said: Concept, silence: Silence) -> Concept:
    """Return ``said`` with what the file does not speak of as in ``known``.

    Of a concept that was read in part, whatever is missing or empty counts as not spoken of.
    """
    is_silent = silence.is_bare or silence.is_partial
    own = {
        name: getattr(known, name)
        for name in TEXT_FIELDS
        if name in silence.absent or (is_silent and not getattr(said, name))
    }
    return replace(
        said,
        **own,
        definitions=_fill(known.definitions, said.definitions, "definitions", silence),
        terms=_fill_terms(known.terms, said.terms, silence),
        renderings=_fill_renderings(known.renderings, said.renderings, silence),
        relations=_fill(known.relations, said.relations, "relations", silence),
        redirects=_fill(known.redirects, said.redirects, "redirects", silence),
    )


def _fill(known: Sequence[Any], said: Sequence[Any], name: str, silence: Silence) -> tuple[Any, ...]:
    if name in silence.absent or (silence.is_bare and not said):
        return tuple(known)
    return tuple(dict.fromkeys((*known, *said))) if silence.is_partial else tuple(said)


def _fill_terms(known: Sequence[Term], said: Sequence[Term], silence: Silence) -> tuple[Term, ...]:
    ours = key_parts(known)
    bare = {key for key in ours if silence.is_bare}
    told = [_fill_fields(ours.get(key_of(one)), one, "term", silence, bare) for one in said]
    others = "terms" in silence.absent or silence.is_bare or silence.is_partial
    return _with_missing(known, told) if others else tuple(told)


def _fill_renderings(
    known: Sequence[Rendering], said: Sequence[Rendering], silence: Silence
) -> tuple[Rendering, ...]:
    ours = key_parts(known)
    told = [
        _fill_evidence(
            ours.get(key_of(one)),
            _fill_fields(ours.get(key_of(one)), one, "rendering", silence, silence.bare),
            silence,
        )
        for one in said
    ]
    return _with_missing(known, told) if silence.is_partial else tuple(told)


def _with_missing(known: Sequence[Designation], said: Sequence[Designation]) -> tuple[Designation, ...]:
    told = key_parts(said)
    new = (one for key, one in told.items() if key not in key_parts(known))
    return (*(told.get(key, one) for key, one in key_parts(known).items()), *new)


def _fill_fields(
    known: Designation | None,
    said: Designation,
    kind: str,
    silence: Silence,
    bare: "set[Key] | frozenset[Key]",
) -> Designation:
    if known is None:
        return said
    own: dict[str, Any] = {
        name: getattr(known, name)
        for name, default in defaults_of(type(said)).items()
        if name not in NAMING_FIELDS
        and (
            f"{kind}.{name}" in silence.absent
            or key_of(said) in bare
            or (silence.is_partial and getattr(said, name) == default)
        )
    }
    return replace(said, **own) if own else said


def _fill_evidence(known: Rendering | None, said: Rendering, silence: Silence) -> Rendering:
    """Return the rendering with its facts as they are known, where the file has not all of their fields."""
    if known is None:
        return said
    absent = frozenset(name for name in silence.absent if name.startswith("evidence."))
    if not absent and not silence.is_partial:
        return said
    if silence.is_partial or len(absent) == len(Evidence.__struct_fields__):
        return replace(said, evidence=join_evidence(known.evidence, said.evidence, absent=absent))
    new = join_evidence(known.evidence, said.evidence, absent=absent)[len(known.evidence) :]
    standing = (one for one in known.evidence if _is_said(one, said.evidence, absent))
    return replace(said, evidence=(*standing, *new))


def _is_said(fact: Evidence, said: Sequence[Evidence], absent: frozenset[str]) -> bool:
    """Return whether a fact stands in the file; one that says nothing in its columns cannot."""
    others = (Evidence(), *said)
    return any(len(join_evidence((other,), (fact,), absent=absent)) == 1 for other in others)


def restore_lost(known: Concept, carried: Concept, said: Concept) -> Concept:
    """Return ``known`` with what the author of a file changed in it.

    ``carried`` is ``known`` as the format gives it back, ``said`` is what the file says. Terms and renderings
    keep the order of ``known``, since a table may have been sorted; relations are as the file has them.
    """
    if said == carried:
        return known
    texts = {name: _changed(known, carried, said, name) for name in TEXT_FIELDS}
    return replace(
        known,
        **texts,
        definitions=_restore_parts(known.definitions, carried.definitions, said.definitions),
        terms=_restore_parts(known.terms, carried.terms, said.terms),
        renderings=_restore_parts(known.renderings, carried.renderings, said.renderings),
        relations=_restore_relations(known.relations, carried.relations, said.relations),
        redirects=_restore_facts(known.redirects, carried.redirects, said.redirects),
    )


def _changed(known: Any, carried: Any, said: Any, name: str) -> Any:
    says = getattr(said, name)
    return getattr(known, name) if says == getattr(carried, name) else says


def _restore_parts(known: Sequence[Part], carried: Sequence[Part], said: Sequence[Part]) -> tuple[Part, ...]:
    before, through, now = key_parts(known), key_parts(carried), key_parts(said)
    kept: list[Part] = [
        _restore_part(part, through.get(key, part), now[key]) if key in now else part
        for key, part in before.items()
        if key in now or key not in through
    ]
    new = [part for key, part in now.items() if key not in before and through.get(key) != part]
    return (*kept, *new)


def _restore_part(known: Part, carried: Part, said: Part) -> Part:
    names = [name for name in said.__struct_fields__ if name not in ("language", "evidence")]
    own: dict[str, Any] = {name: _changed(known, carried, said, name) for name in names}
    if isinstance(known, Rendering) and isinstance(carried, Rendering) and isinstance(said, Rendering):
        own["evidence"] = _restore_facts(known.evidence, carried.evidence, said.evidence)
    return replace(known, **own)


def _restore_facts(known: Sequence[Any], carried: Sequence[Any], said: Sequence[Any]) -> tuple[Any, ...]:
    if tuple(said) == tuple(carried):
        return tuple(known)
    wanted, lost = _as_known(known, carried, said)
    kept = [one for one in known if one in wanted or one in lost]
    return (*kept, *(one for one in wanted if one not in kept))


def _restore_relations(
    known: Sequence[Relation], carried: Sequence[Relation], said: Sequence[Relation]
) -> tuple[Relation, ...]:
    if tuple(said) == tuple(carried):
        return tuple(known)
    wanted, lost = _as_known(known, carried, said)
    return tuple(dict.fromkeys((*wanted, *lost)))


def _as_known(
    known: Sequence[Any], carried: Sequence[Any], said: Sequence[Any]
) -> tuple[dict[Any, None], list[Any]]:
    """Return what is said in the words of ``known``, and what of ``known`` the format lost."""
    is_one_to_one = len(known) == len(carried)
    own: Mapping[Any, Any] = dict(zip(carried, known if is_one_to_one else carried, strict=True))
    wanted = dict.fromkeys(own.get(one, one) for one in said)
    return wanted, [one for one in known if one not in own.values()]
