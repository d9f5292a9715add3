"""What becomes of a concept that two sides changed since they last agreed: pure, nothing is lost unseen.

``base`` is the concept as both knew it, ``here`` as it is now, ``there`` as somebody wants it. What only one
side changed is taken from that side. Where both changed the same thing differently, ours stays and a Clash
tells both. Terms and renderings are known by language and text, so a respelled one is one less and one more.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from glossary.errors import InvalidInput
from glossary.model import Concept, Definition, Rendering, Status, Term

TEXT_FIELDS = ("subject_field", "scope", "note")
PART_FIELDS = ("definitions", "terms", "renderings")
FACT_FIELDS = ("relations", "redirects")
NAMING_FIELDS = frozenset({"text", "language", "evidence"})
ABSENT = "nothing"
Fact = TypeVar("Fact", bound=Hashable)
Sides = tuple[Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One thing that both sides changed differently: what it is called, and each side's words."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The concept with what both sides changed (None: it is gone), and where they clashed."""

    concept: Concept | None
    clashes: tuple[Clash, ...] = ()


def join_changes(base: Concept | None, here: Concept | None, there: Concept | None) -> Joined:
    """Return ``here`` with what ``there`` changed since ``base``; None is a concept that is not there."""
    if there in (base, here):
        return Joined(here)
    if here == base:
        return Joined(there)
    if base is None or here is None or there is None:
        return Joined(here, (Clash(field="concept", here=_say(here), there=_say(there)),))
    return _Join().concepts(base, here, there)


def join_facts(base: Sequence[Fact], here: Sequence[Fact], there: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return our facts without those that they took out, then those that they brought."""
    if tuple(here) == tuple(base):
        return tuple(there)
    taken_out = set(base) - set(there)
    brought = (fact for fact in there if fact not in base and fact not in here)
    return (*(fact for fact in here if fact not in taken_out), *brought)


class _Join:
    """One three-way join: the clashes met so far."""

    def __init__(self) -> None:
        self._clashes: list[Clash] = []

    def concepts(self, *sides: *tuple[Concept, Concept, Concept]) -> Joined:
        """Return the joined concept; parts that do not fit together any more are a clash."""
        here, there = sides[1:]
        changed: dict[str, Any] = {name: self._value(name, *_each(sides, name)) for name in TEXT_FIELDS}
        changed |= {name: self._parts(*_each(sides, name)) for name in PART_FIELDS}
        changed |= {name: join_facts(*_each(sides, name)) for name in FACT_FIELDS}
        changed["renderings"] = self._with_one_preferred(changed["renderings"], here.renderings)
        try:
            return Joined(replace(here, **changed), tuple(self._clashes))
        except InvalidInput as error:
            self._clash(str(error), here, there)
            return Joined(here, tuple(self._clashes))

    def _clash(self, field: str, here: Any, there: Any) -> None:
        self._clashes.append(Clash(field=field.replace("_", " "), here=_say(here), there=_say(there)))

    def _value(self, field: str, base: Any, here: Any, there: Any) -> Any:
        if there in (base, here):
            return here
        if here == base:
            return there
        self._clash(field, here, there)
        return here

    def _parts(self, base: Sequence[Any], here: Sequence[Any], there: Sequence[Any]) -> tuple[Any, ...]:
        """Return the parts of both sides in our order, then theirs; a side that changed none has no say."""
        if there == base:
            return tuple(here)
        if here == base:
            return tuple(there)
        known, ours, theirs = map(_keyed, (base, here, there))
        every = dict.fromkeys((*ours, *theirs))
        joined = (self._part(known.get(key), ours.get(key), theirs.get(key)) for key in every)
        return tuple(part for part in joined if part is not None)

    def _part(self, base: Any, here: Any, there: Any) -> Any:
        """Return a definition or a designation; None where it is gone."""
        if isinstance(here, Term) and isinstance(there, Term) and here != there:
            return self._designation(base or type(here)(text=here.text), here, there)
        return self._value(_name(here or there or base), base, here, there)

    def _designation(self, base: Term, here: Term, there: Term) -> Term:
        names = [entry.name for entry in fields(here) if entry.name not in NAMING_FIELDS]
        of = _name(here)
        changed: dict[str, Any] = {
            name: self._value(f"{name} of {of}", *_each((base, here, there), name)) for name in names
        }
        if isinstance(here, Rendering):
            changed["evidence"] = join_facts(*_each((base, here, there), "evidence"))
        return replace(here, **changed)

    def _with_one_preferred(
        self, joined: Sequence[Rendering], here: Iterable[Rendering]
    ) -> tuple[Rendering, ...]:
        """Return the renderings with one preferred in a language at most: ours, where each side has one."""
        preferred = {one.language: one.text for one in reversed(joined) if _is_preferred(one)}
        preferred |= {one.language: one.text for one in here if _is_preferred(one) and one in joined}
        return tuple(
            self._step_back(one, preferred[one.language])
            if _is_preferred(one) and one.text != preferred[one.language]
            else one
            for one in joined
        )

    def _step_back(self, rendering: Rendering, preferred: str) -> Rendering:
        self._clash(f"preferred rendering in {rendering.language}", preferred, rendering.text)
        return replace(rendering, status=Status.ADMITTED)


def _is_preferred(rendering: Rendering) -> bool:
    return rendering.status is Status.PREFERRED


def _each(sides: Sides | Sequence[Any], name: str) -> Sides:
    base, here, there = (getattr(side, name) for side in sides)
    return base, here, there


def _keyed(parts: Sequence[Term | Definition]) -> dict[tuple[str, str], Term | Definition]:
    """Return parts by what each is known by: a definition by its language and its number in that language."""
    so_far: Counter[str] = Counter()
    keyed = {}
    for part in parts:
        so_far[part.language] += 1
        keyed[part.language, part.text if isinstance(part, Term) else str(so_far[part.language])] = part
    return keyed


def _name(part: Term | Definition) -> str:
    if isinstance(part, Rendering):
        return f"rendering {part.text!r}"
    return f"term {part.text!r}" if isinstance(part, Term) else f"definition in {part.language}"


def _say(value: Any) -> str:
    if value is None or value == "":
        return ABSENT
    if isinstance(value, Concept):
        return f"{value.head.text}: {'; '.join(one.text for one in value.renderings) or ABSENT}"
    return value.text if isinstance(value, Term | Definition) else str(value)
