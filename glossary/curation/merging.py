"""What becomes of a concept when a file, or a person, says something about it: pure, nothing is lost.

What only one side has stays. Where both say something and differ, the policy decides; an empty field says
nothing. Every difference is told, whichever side is taken.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from glossary.model import Concept, Definition, Evidence, Rendering, Status, Term
from glossary.text.folding import folded_key

CONCEPT_FIELDS = ("subject_field", "scope", "note")
EVIDENCE_FIELDS = tuple(entry.name for entry in fields(Evidence))
IDENTITY_FIELDS = frozenset({"text", "language", "evidence"})


class Policy(StrEnum):
    """Whose word counts where the base and a file differ."""

    KEEP = "keep"
    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field on which the base and a file differ, and which side was taken (``here`` or ``there``)."""

    concept: str
    field: str
    here: str
    there: str
    taken: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A concept after the merge, with the differences met on the way."""

    concept: Concept
    conflicts: tuple[Conflict, ...]


Named = TypeVar("Named", bound=Term)


def merge_concepts(
    here: Concept,
    there: Concept,
    *,
    policy: Policy,
    absent: Collection[str] = (),
    defaults_count: bool = True,
) -> Merged:
    """Return ``here`` with what ``there`` adds or changes; ``absent`` fields are not in the file at all.

    Of several preferred renderings in a language the first stays so, that of the side which the policy takes.
    A file that was not exported from a base like ours may say nothing of a status, a type or a flag, so that
    it has its default; then ``defaults_count`` is false and such a default changes nothing.
    """
    merge = _Merge(here.id, policy, frozenset(absent), defaults_count=defaults_count)
    own = {name: merge.field(name, getattr(here, name), getattr(there, name)) for name in CONCEPT_FIELDS}
    concept = replace(
        here,
        **own,
        definitions=merge.definitions(here.definitions, there.definitions),
        terms=merge.terms(here.terms, there.terms),
        renderings=merge.renderings(here.renderings, there.renderings),
        relations=tuple(dict.fromkeys((*here.relations, *there.relations))),
        redirects=tuple(dict.fromkeys((*here.redirects, *there.redirects))),
    )
    return Merged(concept, tuple(merge.conflicts))


class _Merge:
    """One merge of two concepts: the policy, and the conflicts met so far."""

    def __init__(self, concept: str, policy: Policy, absent: frozenset[str], *, defaults_count: bool) -> None:
        self.conflicts: list[Conflict] = []
        self._concept = concept
        self._takes_there = policy is Policy.REPLACE
        self._absent = absent
        self._defaults_count = defaults_count

    def field(self, name: str, here: Any, there: Any, *, of: str = "") -> Any:
        """Return the value to keep of one field, and note a conflict where the two differ."""
        if there in ("", here) or (not of and name in self._absent):
            return here
        if here == "":
            return there
        self._tell(_name_field(name, of), str(here), str(there))
        return there if self._takes_there else here

    def _tell(self, field: str, here: str, there: str, *, taken: str = "") -> None:
        taken = taken or ("there" if self._takes_there else "here")
        self.conflicts.append(
            Conflict(concept=self._concept, field=field, here=here, there=there, taken=taken)
        )

    def definitions(self, here: Sequence[Definition], there: Sequence[Definition]) -> tuple[Definition, ...]:
        """Return all definitions; one that the file has in other words meets ours of the same language."""
        new = [definition for definition in there if definition not in here]
        return (*[own if own in there else self._definition(own, new) for own in here], *new)

    def _definition(self, here: Definition, new: list[Definition]) -> Definition:
        other = next((one for one in new if one.language == here.language), None)
        if other is None:
            return here
        new.remove(other)
        self._tell(f"definition in {here.language}", here.text, other.text)
        return other if self._takes_there else here

    def terms(self, here: Sequence[Named], there: Sequence[Named]) -> tuple[Named, ...]:
        """Return the terms of both sides in the order of the base, then of the file."""
        incoming: dict[tuple[str, str], Named] = {(term.language, term.text): term for term in there}
        merged: list[Named] = [self._term(own, incoming.pop((own.language, own.text), own)) for own in here]
        return (*merged, *incoming.values())

    def renderings(self, here: Sequence[Rendering], there: Sequence[Rendering]) -> tuple[Rendering, ...]:
        """Return the renderings of both sides, in each language no more than one of them preferred."""
        merged = self.terms(here, there)
        before = {(one.language, one.text): one.status for one in here}
        preferred: dict[str, str] = {}
        for one in filter(_is_preferred, (*(there if self._takes_there else here), *merged)):
            preferred.setdefault(one.language, one.text)
        return tuple(
            self._give_way(one, before.get((one.language, one.text)))
            if _is_preferred(one) and one.text != preferred[one.language]
            else one
            for one in merged
        )

    def _give_way(self, rendering: Rendering, before: Status | None) -> Rendering:
        """Return a second preferred rendering as admitted, or as the base has it; one conflict tells it."""
        field = _name_field("status", f"rendering {rendering.text!r}")
        self.conflicts = [conflict for conflict in self.conflicts if conflict.field != field]
        if before is Status.PREFERRED:
            self._tell(field, before, Status.ADMITTED, taken="there")
            return replace(rendering, status=Status.ADMITTED)
        status = before or Status.ADMITTED
        self._tell(field, status, Status.PREFERRED, taken="here")
        return replace(rendering, status=status)

    def _term(self, here: Named, there: Named) -> Named:
        kind = "rendering" if isinstance(here, Rendering) else "term"
        said = [
            entry.name
            for entry in fields(there)
            if entry.name not in IDENTITY_FIELDS
            and f"{kind}.{entry.name}" not in self._absent
            and (self._defaults_count or getattr(there, entry.name) != entry.default)
        ]
        changed: dict[str, Any] = {
            name: self.field(name, getattr(here, name), getattr(there, name), of=f"{kind} {here.text!r}")
            for name in said
        }
        if changed.get("status", here.status) != there.status:
            changed.pop("instead", None)  # what to write in its place belongs to the status that lost
        if isinstance(here, Rendering) and isinstance(there, Rendering):
            changed["evidence"] = join_evidence(here.evidence, there.evidence, absent=self._absent)
        return replace(here, **changed)


def _name_field(name: str, of: str) -> str:
    readable = name.replace("_", " ")
    return f"{readable} of {of}" if of else readable


def join_evidence(
    here: Iterable[Evidence], there: Iterable[Evidence], *, absent: Collection[str] = ()
) -> tuple[Evidence, ...]:
    """Return the facts of both, each once; without its absent fields, a fact may be one that is known."""
    said = [name for name in EVIDENCE_FIELDS if f"evidence.{name}" not in absent]

    def say(fact: Evidence) -> tuple[object, ...]:
        return tuple(getattr(fact, name) for name in said)

    facts = list(dict.fromkeys(here))
    known = set(map(say, facts))
    return (*facts, *dict.fromkeys(fact for fact in there if say(fact) not in known))


def spell_alike(here: Concept, there: Concept) -> Concept:
    """Return ``there`` with Chinese terms as in ``here`` where only script, width or marks differ."""
    exact = {term.text: term for term in here.terms}
    alike = {folded_key(term.text): term for term in reversed(here.terms)}
    ours = {term.text: exact.get(term.text) or alike.get(folded_key(term.text), term) for term in there.terms}
    terms: dict[tuple[str, str], Term] = {}
    for term in there.terms:
        same = ours[term.text]
        spelled = replace(term, text=same.text, language=same.language)
        terms.setdefault((same.language, same.text), spelled)
    renderings = (
        replace(one, serves=ours[one.serves].text) if one.serves else one for one in there.renderings
    )
    return replace(there, terms=tuple(terms.values()), renderings=tuple(renderings))


def add_rendering(concept: Concept, rendering: Rendering) -> Concept:
    """Return the concept with one more rendering, or with what is new about the one of the same text.

    A new preferred rendering takes the place of the old one, which becomes admitted.
    """
    others = tuple(map(_stand_back, concept.renderings)) if _is_preferred(rendering) else concept.renderings
    same = next((one for one in concept.renderings if _same(one, rendering)), None)
    if same is None:
        return replace(concept, renderings=(*others, rendering))
    joined = replace(rendering, evidence=join_evidence(same.evidence, rendering.evidence))
    return replace(concept, renderings=tuple(joined if _same(one, rendering) else one for one in others))


def _is_preferred(rendering: Rendering) -> bool:
    return rendering.status is Status.PREFERRED


def _same(one: Rendering, other: Rendering) -> bool:
    return (one.language, one.text) == (other.language, other.text)


def _stand_back(rendering: Rendering) -> Rendering:
    return replace(rendering, status=Status.ADMITTED) if _is_preferred(rendering) else rendering


def add_terms(concept: Concept, terms: Sequence[Term]) -> Concept:
    """Return the concept with the terms that it does not have yet."""
    known = {(term.language, term.text) for term in (*concept.terms, *concept.renderings)}
    new = tuple(term for term in terms if (term.language, term.text) not in known)
    return replace(concept, terms=(*concept.terms, *new))
