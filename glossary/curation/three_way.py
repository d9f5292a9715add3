"""What becomes of a concept that two sides changed since they last agreed: pure, nothing is lost unseen.

``base`` is the concept as both knew it, ``here`` as it is now, ``there`` as somebody wants it. What only one
side changed is taken from that side. Where both changed the same thing differently, ours stays and a Clash
tells both. Terms and renderings are known by language and text, so a respelled one is one less and one more.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from glossary.curation.conflicts import BOTH, HERE, TAKEN, THERE, Clash, Decide, Policy, join_notes
from glossary.curation.parts import Key, key_parts
from glossary.errors import InvalidInput
from glossary.model import NAMING_FIELDS, TEXT_FIELDS, Concept, Definition, Rendering, Status, Term

PART_FIELDS = ("definitions", "terms", "renderings")
FACT_FIELDS = ("relations", "redirects")
ABSENT = "nothing"
NOTE = "note"
Fact = TypeVar("Fact", bound=Hashable)
Named = TypeVar("Named", bound=Term)
Sides = tuple[Any, Any, Any]


def keep_ours(_: Clash) -> Policy:
    """Decide for what is here, whatever the clash."""
    return Policy.KEEP


@dataclass(frozen=True, slots=True)
class Joined:
    """The concept with what both sides changed (None: it is gone), and where they clashed."""

    concept: Concept | None
    clashes: tuple[Clash, ...] = ()


def join_changes(
    base: Concept | None, here: Concept | None, there: Concept | None, *, decide: Decide = keep_ours
) -> Joined:
    """Return ``here`` with what ``there`` changed since ``base``; None is a concept that is not there.

    ``decide`` says whose word counts in a clash.
    """
    if there in (base, here):
        return Joined(here)
    if here == base:
        return Joined(there)
    join = _Join(decide)
    if base is None or here is None or there is None:
        (joined,) = join.settle("concept", "concept", here, there) or (None,)
        return Joined(joined, tuple(join.clashes))
    return join.concepts(base, here, there)


def join_facts(base: Sequence[Fact], here: Sequence[Fact], there: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return our facts without those that they took out, then those that they brought."""
    if tuple(here) == tuple(base):
        return tuple(there)
    taken_out = set(base) - set(there)
    brought = (fact for fact in there if fact not in base and fact not in here)
    return (*(fact for fact in here if fact not in taken_out), *brought)


class _Join:
    """One three-way join: the clashes met so far."""

    def __init__(self, decide: Decide) -> None:
        self.clashes: list[Clash] = []
        self._decide = decide

    def concepts(self, *sides: *tuple[Concept, Concept, Concept]) -> Joined:
        """Return the joined concept; parts that do not fit together any more are a clash."""
        here, there = sides[1:]
        changed: dict[str, Any] = {name: self._value(name, name, *_each(sides, name)) for name in TEXT_FIELDS}
        changed |= {name: self._parts(*_each(sides, name)) for name in PART_FIELDS}
        changed |= {name: join_facts(*_each(sides, name)) for name in FACT_FIELDS}
        for name in ("terms", "renderings"):
            changed[name] = self._with_one_preferred(changed[name], getattr(here, name))
        try:
            return Joined(replace(here, **changed), tuple(self.clashes))
        except InvalidInput as error:
            self._tell("concept", str(error), here, there, HERE)
            return Joined(here, tuple(self.clashes))

    def _tell(self, name: str, field: str, here: Any, there: Any, taken: str) -> None:
        field = field.replace("_", " ")
        self.clashes.append(Clash(field=field, here=_say(here), there=_say(there), taken=taken, name=name))

    def settle(self, name: str, field: str, here: Any, there: Any) -> tuple[Any, ...]:
        """Return what stands where both sides changed one thing, none where it goes, and tell the clash."""
        clash = Clash(field=field.replace("_", " "), here=_say(here), there=_say(there), name=name)
        taken = TAKEN[self._decide(clash)]
        standing = _take(taken, name, here, there)
        if taken == BOTH and len(standing) == 1:
            taken = {here: HERE, there: THERE}.get(standing[0], BOTH)
        self._tell(name, field, here, there, taken)
        return standing

    def _value(self, name: str, field: str, base: Any, here: Any, there: Any) -> Any:
        if there in (base, here):
            return here
        if here == base:
            return there
        return self.settle(name, field, here, there)[0]

    def _parts(self, base: Sequence[Any], here: Sequence[Any], there: Sequence[Any]) -> tuple[Any, ...]:
        """Return the parts of both sides in our order, then theirs; a side that changed none has no say."""
        if there == base:
            return tuple(here)
        if here == base:
            return tuple(there)
        known, ours, theirs = map(key_parts, (base, here, there))
        rivals = _find_rivals(known, ours, theirs)
        given_up = {one.theirs for one in rivals.values()}
        every = self._ordered([*known], [*ours], [*theirs])
        return tuple(
            part
            for key in every
            if key not in given_up
            for part in (
                self._settle_spelling(rivals[key], ours, theirs)
                if key in rivals
                else self._part(known.get(key), ours.get(key), theirs.get(key))
            )
        )

    def _settle_spelling(
        self, rival: "_Rival", ours: Mapping[Key, Any], theirs: Mapping[Key, Any]
    ) -> tuple[Any, ...]:
        here, there = ours[rival.ours], theirs[rival.theirs]
        kind = _kind(here)
        return self.settle(kind, f"{kind} {rival.base[1]!r}", here, there)

    def _ordered(self, base: Sequence[Key], here: Sequence[Key], there: Sequence[Key]) -> list[Key]:
        """Return all keys in the order of the side that changed it; where both did, it is a clash."""
        every = [*dict.fromkeys((*here, *there))]
        shared = set(base).intersection(here, there)
        orders = [[key for key in side if key in shared] for side in (base, here, there)]
        if orders[2] in orders[:2]:
            return every
        if orders[1] != orders[0]:
            ours, theirs = (" · ".join(text for _, text in order) for order in orders[1:])
            if self.settle("order", "order", ours, theirs)[0] != theirs:
                return every
        return [*dict.fromkeys((*there, *here))]

    def _part(self, base: Any, here: Any, there: Any) -> tuple[Any, ...]:
        """Return a definition or a designation, both of two definitions, none where it is gone."""
        if isinstance(here, Term) and isinstance(there, Term) and here != there:
            return (self._designation(base or type(here)(text=here.text), here, there),)
        if there in (base, here) or here == base:
            part = here if there in (base, here) else there
            return () if part is None else (part,)
        one = here or there or base
        return self.settle(_kind(one), _name(one), here, there)

    def _designation(self, base: Term, here: Term, there: Term) -> Term:
        names = [name for name in here.__struct_fields__ if name not in NAMING_FIELDS]
        of, kind = _name(here), _kind(here)
        changed: dict[str, Any] = {
            name: self._value(f"{kind}.{name}", f"{name} of {of}", *_each((base, here, there), name))
            for name in names
        }
        if isinstance(here, Rendering):
            changed["evidence"] = join_facts(*_each((base, here, there), "evidence"))
        return replace(here, **changed)

    def _with_one_preferred(self, joined: Sequence[Named], here: Iterable[Named]) -> tuple[Named, ...]:
        """Return designations, one preferred in a language at most: ours, unless theirs is decided for."""
        standing = [one for one in joined if _is_preferred(one)]
        preferred = {one.language: one.text for one in reversed(standing)}
        preferred |= {one.language: one.text for one in here if _is_preferred(one) and one in joined}
        for one in standing:
            if one.text != preferred[one.language]:
                preferred[one.language] = self._prefer(one, preferred[one.language])
        return tuple(
            replace(one, status=Status.ADMITTED)
            if _is_preferred(one) and one.text != preferred[one.language]
            else one
            for one in joined
        )

    def _prefer(self, theirs: Term, ours: str) -> str:
        kind = _kind(theirs)
        field = f"preferred {kind} in {theirs.language}"
        (preferred,) = self.settle(f"{kind}.status", field, ours, theirs.text)
        return str(preferred)


def _take(taken: str, name: str, here: Any, there: Any) -> tuple[Any, ...]:
    """Return what stands of a thing: both of two definitions or notes, if that is wanted; else one side's."""
    if taken == BOTH:
        if here is not None and there is not None and name in ("definition", "term", "rendering"):
            return (here, there)
        if name.rpartition(".")[2] == NOTE and here and there:
            return (join_notes(here, there),)
        return (there if here is None else here,)
    one = there if taken == THERE else here
    return () if one is None else (one,)


def _is_preferred(term: Term) -> bool:
    return term.status is Status.PREFERRED


def _each(sides: Sides | Sequence[Any], name: str) -> Sides:
    base, here, there = (getattr(side, name) for side in sides)
    return base, here, there


@dataclass(frozen=True, slots=True)
class _Rival:
    """One designation that a side spelled anew while the other one changed it: its key on each side."""

    base: Key
    ours: Key
    theirs: Key


def _find_rivals(
    known: Mapping[Key, Any], ours: Mapping[Key, Any], theirs: Mapping[Key, Any]
) -> dict[Key, _Rival]:
    """Return them by our key; without them grid keeper and grid warden would both stand, and nobody told."""
    own, other = _respelled(known, ours), _respelled(known, theirs)
    every = (_Rival(old, own.get(old, old), other.get(old, old)) for old in {**own, **other})
    return {one.ours: one for one in every if _is_contested(one, known, ours, theirs)}


def _is_contested(
    one: _Rival, known: Mapping[Key, Any], ours: Mapping[Key, Any], theirs: Mapping[Key, Any]
) -> bool:
    """Whether each side has its own spelling, and something of its own under it."""
    has_own = one.ours in ours and one.ours not in theirs and ours[one.ours] != known.get(one.ours)
    have_own = one.theirs in theirs and one.theirs not in ours
    return has_own and have_own and theirs[one.theirs] != known.get(one.theirs)


def _respelled(before: Iterable[Key], after: Iterable[Key]) -> dict[Key, Key]:
    """Return what each key became: in a language from which one is gone and to which one has come."""
    gone, come = (
        [key for key in one if key not in other] for one, other in ((before, after), (after, before))
    )
    alone = [
        [key for key in keys if [other[0] for other in keys].count(key[0]) == 1] for keys in (gone, come)
    ]
    return {old: new for old in alone[0] for new in alone[1] if old[0] == new[0]}


def _kind(part: Term | Definition) -> str:
    if isinstance(part, Rendering):
        return "rendering"
    return "term" if isinstance(part, Term) else "definition"


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
