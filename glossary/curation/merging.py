"""What becomes of a concept when a file, or a person, says something about it: pure, nothing is lost.

What only one side has stays. Where both say something and differ, the policy decides; an empty field says
nothing. Every difference is told, whichever side is taken.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from glossary.curation.conflicts import BOTH, HERE, TAKEN, THERE, Clash, Conflict, Decide, Policy, join_notes
from glossary.model import (
    NAMING_FIELDS,
    TEXT_FIELDS,
    Concept,
    Definition,
    Evidence,
    Rendering,
    Status,
    Term,
    defaults_of,
)
from glossary.text.folding import folded_key
from glossary.text.tidying import tidy

EVIDENCE_FIELDS = Evidence.__struct_fields__
NOTE, STATUS = "note", "rendering.status"


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
    policy: Policy | Decide,
    absent: Collection[str] = (),
    defaults_count: bool = True,
) -> Merged:
    """Return ``here`` with what ``there`` adds or changes; ``absent`` fields are not in the file at all.

    ``policy`` is one for all conflicts, or what decides each.
    Of several preferred renderings in a language the first stays so, that of the side which the policy takes.
    A file that was not exported from a base like ours may say nothing of a status, a type or a flag, so that
    it has its default; then ``defaults_count`` is false and such a default changes nothing.
    """
    merge = _Merge(here.id, policy, frozenset(absent), defaults_count=defaults_count)
    own = {name: merge.field(name, getattr(here, name), getattr(there, name)) for name in TEXT_FIELDS}
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

    def __init__(
        self, concept: str, policy: Policy | Decide, absent: frozenset[str], *, defaults_count: bool
    ) -> None:
        self.conflicts: list[Conflict] = []
        self._concept = concept
        self._policy = policy
        self._absent = absent
        self._defaults_count = defaults_count

    def _decide(self, name: str, field: str, here: str, there: str) -> str:
        """Return the side to take."""
        clash = Clash(field=field, here=here, there=there, name=name)
        return TAKEN[self._policy if isinstance(self._policy, Policy) else self._policy(clash)]

    def _settle(self, name: str, field: str, here: str, there: str, *, can_add: bool = False) -> str:
        """Return the side to take, and tell the conflict; both are taken only where both can stand."""
        wanted = self._decide(name, field, here, there)
        taken = HERE if wanted == BOTH and not can_add else wanted
        self._tell(name, field, here, there, taken)
        return taken

    def _tell(self, name: str, field: str, here: str, there: str, taken: str) -> None:
        self.conflicts.append(
            Conflict(concept=self._concept, field=field, here=here, there=there, taken=taken, name=name)
        )

    def field(self, name: str, here: Any, there: Any, *, of: str = "") -> Any:
        """Return the value to keep of one field, and note a conflict where the two differ."""
        if there in ("", here) or (not of and name in self._absent):
            return here
        if here == "":
            return there
        kind = of.partition(" ")[0]
        full = f"{kind}.{name}" if kind else name
        taken = self._settle(full, _name_field(name, of), str(here), str(there), can_add=name == NOTE)
        return join_notes(here, there) if taken == BOTH else there if taken == THERE else here

    def definitions(self, here: Sequence[Definition], there: Sequence[Definition]) -> tuple[Definition, ...]:
        """Return all definitions; one that the file has in other words meets ours of the same language."""
        if "definitions" in self._absent:
            return tuple(here)
        new = [said for said in there if not any(_echoes(said, own) for own in here)]
        kept = [
            one
            for own in here
            for one in ([own] if any(_echoes(said, own) for said in there) else self._definition(own, new))
        ]
        return (*kept, *new)

    def _definition(self, here: Definition, new: list[Definition]) -> list[Definition]:
        other = next((one for one in new if one.language == here.language), None)
        if other is None:
            return [here]
        new.remove(other)
        field = f"definition in {here.language}"
        taken = self._settle("definition", field, here.text, other.text, can_add=True)
        return {HERE: [here], THERE: [other], BOTH: [here, other]}[taken]

    def terms(self, here: Sequence[Named], there: Sequence[Named]) -> tuple[Named, ...]:
        """Return the terms of both sides in the order of the base, then of the file."""
        incoming: dict[tuple[str, str], Named] = {(term.language, term.text): term for term in there}
        merged: list[Named] = [self._term(own, incoming.pop((own.language, own.text), own)) for own in here]
        return (*merged, *incoming.values())

    def renderings(self, here: Sequence[Rendering], there: Sequence[Rendering]) -> tuple[Rendering, ...]:
        """Return the renderings of both sides, in each language no more than one of them preferred."""
        merged = self.terms(here, there)
        before = {(one.language, one.text): one.status for one in here}
        preferred = _first_preferred(merged) | self._choose_preferred(here, there, merged)
        return tuple(
            self._give_way(one, before.get((one.language, one.text)))
            if _is_preferred(one) and one.text != preferred[one.language]
            else one
            for one in merged
        )

    def _choose_preferred(
        self, here: Sequence[Rendering], there: Sequence[Rendering], merged: Sequence[Rendering]
    ) -> dict[str, str]:
        """Return the preferred one by language: where each side has one, that which the policy takes."""
        ours, theirs = _first_preferred(here), _first_preferred(there)
        before = {(one.language, one.text): one.status for one in here}
        chosen = dict(theirs)
        for language, text in theirs.items():
            status = before.get((language, text), Status.ADMITTED)
            asked = (STATUS, _name_field("status", f"rendering {text!r}"), status, Status.PREFERRED)
            if ours.get(language, text) != text and self._decide(*asked) != THERE:
                chosen[language] = ours[language]
        standing = {(one.language, one.text) for one in merged if _is_preferred(one)}
        return dict(pair for pair in chosen.items() if pair in standing)

    def _give_way(self, rendering: Rendering, before: Status | None) -> Rendering:
        """Return a second preferred rendering as admitted, or as the base has it; one conflict tells it."""
        field = _name_field("status", f"rendering {rendering.text!r}")
        self.conflicts = [conflict for conflict in self.conflicts if conflict.field != field]
        if before is Status.PREFERRED:
            self._tell(STATUS, field, before, Status.ADMITTED, THERE)
            return replace(rendering, status=Status.ADMITTED)
        status = before or Status.ADMITTED
        self._tell(STATUS, field, status, Status.PREFERRED, HERE)
        return replace(rendering, status=status)

    def _term(self, here: Named, there: Named) -> Named:
        kind = "rendering" if isinstance(here, Rendering) else "term"
        said = [
            name
            for name, default in defaults_of(type(there)).items()
            if name not in NAMING_FIELDS
            and f"{kind}.{name}" not in self._absent
            and (self._defaults_count or getattr(there, name) != default)
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
    """Return ``there`` with Chinese terms as in ``here`` where only script, width or marks differ.

    So are renderings in which only blanks, or what nobody sees, differ: a list may lose a second blank.
    """
    exact = {term.text: term for term in here.terms}
    alike = {folded_key(term.text): term for term in reversed(here.terms)}
    ours = {term.text: exact.get(term.text) or alike.get(folded_key(term.text), term) for term in there.terms}
    terms: dict[tuple[str, str], Term] = {}
    for term in there.terms:
        same = ours[term.text]
        spelled = replace(term, text=same.text, language=same.language)
        terms.setdefault((same.language, same.text), spelled)
    english = _spell_blanks_alike(here, there)
    renderings = (
        replace(
            one,
            text=english.get(one.text, one.text),
            instead=english.get(one.instead, one.instead),
            serves=ours[one.serves].text if one.serves else "",
        )
        for one in there.renderings
    )
    return replace(there, terms=tuple(terms.values()), renderings=tuple(renderings))


def _spell_blanks_alike(here: Concept, there: Concept) -> dict[str, str]:
    """Return how ``here`` spells the renderings of ``there`` that differ from its own in blanks alone."""
    exact = {one.text for one in here.renderings}
    alike = {tidy(one.text): one.text for one in reversed(here.renderings)}
    spelled: dict[str, str] = {}
    for text in (one.text for one in there.renderings if one.text not in exact):
        same = alike.get(tidy(text))
        if same and same not in {*spelled.values(), *(one.text for one in there.renderings)}:
            spelled[text] = same
    return spelled


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


def _echoes(said: Definition, own: Definition) -> bool:
    """Return whether a definition says no more than ours; a list may lack its source, or a script."""
    alike = said.language.partition("-")[0] == own.language.partition("-")[0]
    return said.text == own.text and alike and said.source in ("", own.source)


def _first_preferred(renderings: Sequence[Rendering]) -> dict[str, str]:
    return {one.language: one.text for one in reversed(renderings) if _is_preferred(one)}


def _same(one: Rendering, other: Rendering) -> bool:
    return (one.language, one.text) == (other.language, other.text)


def _stand_back(rendering: Rendering) -> Rendering:
    return replace(rendering, status=Status.ADMITTED) if _is_preferred(rendering) else rendering


def add_terms(concept: Concept, terms: Sequence[Term]) -> Concept:
    """Return the concept with the terms that it does not have yet."""
    known = {(term.language, term.text) for term in (*concept.terms, *concept.renderings)}
    new = tuple(term for term in terms if (term.language, term.text) not in known)
    return replace(concept, terms=(*concept.terms, *new))
