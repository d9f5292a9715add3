"""What differs between two states of a concept or a decision, as lines that people read: pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from glossary.model import (
    NAMING_FIELDS,
    TEXT_FIELDS,
    Concept,
    DecidedKey,
    Definition,
    Evidence,
    Rendering,
    Term,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: what it is called, and its value before and after (empty: it was not there)."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.before:
            return f"+ {self.what}: {self.after}"
        if not self.after:
            return f"- {self.what}: {self.before}"
        return f"{self.what}: {self.before} → {self.after}"


def compare_concepts(before: Concept | None, after: Concept | None) -> tuple[Difference, ...]:
    """Return what differs, in the order of the fields; None is a concept that is not there."""
    return tuple(_compare(before, after))


def compare_decisions(before: DecidedKey | None, after: DecidedKey | None) -> tuple[Difference, ...]:
    """Return what differs between two decisions on a candidate; None is a candidate that is open."""
    return tuple(_one("candidate", _say_decision(before), _say_decision(after)))


def _compare(before: Concept | None, after: Concept | None) -> Iterator[Difference]:
    for name in TEXT_FIELDS:
        yield from _one(name.replace("_", " "), _text_of(before, name), _text_of(after, name))
    yield from _definitions(_parts(before, "definitions"), _parts(after, "definitions"))
    for what in ("terms", "renderings"):
        yield from _designations(_parts(before, what), _parts(after, what))
    yield from _facts("relation", *(map(_say_relation, _parts(one, "relations")) for one in (before, after)))
    yield from _facts("redirect", *(_parts(one, "redirects") for one in (before, after)))


def _one(what: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(what, before, after)


def _text_of(concept: Concept | None, name: str) -> str:
    return getattr(concept, name) if concept else ""


def _parts(concept: Concept | None, name: str) -> Sequence[Any]:
    return getattr(concept, name) if concept else ()


def _definitions(before: Sequence[Definition], after: Sequence[Definition]) -> Iterator[Difference]:
    for language in dict.fromkeys(one.language for one in (*before, *after)):
        said, says = ([one.text for one in side if one.language == language] for side in (before, after))
        gone, new = (
            [text for text in one if text not in other] for one, other in ((said, says), (says, said))
        )
        what = f"definition in {language}"
        if len(gone) == len(new) == 1:
            yield Difference(what, gone[0], new[0])
        else:
            yield from _facts(what, gone, new)


def _designations(before: Sequence[Term], after: Sequence[Term]) -> Iterator[Difference]:
    had, has = ({(one.language, one.text): one for one in side} for side in (before, after))
    for key in dict.fromkeys((*had, *has)):
        yield from _designation(had.get(key), has.get(key))


def _designation(before: Term | None, after: Term | None) -> Iterator[Difference]:
    one = after or before
    if one is None:
        return
    what = "rendering" if isinstance(one, Rendering) else "term"
    if before is None or after is None:
        yield from _one(what, _say_term(before), _say_term(after))
    else:
        yield from _fields(f"{what} {one.text}", before, after)
    told = (map(say_evidence, _evidence(side)) for side in (before, after))
    yield from _facts(f"evidence of {one.text}", *told)


def _fields(what: str, before: Term, after: Term) -> Iterator[Difference]:
    for name in after.__struct_fields__:
        if name not in NAMING_FIELDS:
            was, now = getattr(before, name), getattr(after, name)
            yield from _one(f"{name.replace('_', ' ')} of {what}", _say(was), _say(now))


def _facts(what: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Difference]:
    had, has = dict.fromkeys(before), dict.fromkeys(after)
    yield from (Difference(what, fact, "") for fact in had if fact not in has)
    yield from (Difference(what, "", fact) for fact in has if fact not in had)


def _evidence(term: Term | None) -> Sequence[Evidence]:
    return term.evidence if isinstance(term, Rendering) else ()


def say_evidence(fact: Evidence) -> str:
    """Return a fact as a line: who, what, when, where, and how much it weighs; equal lines, equal facts."""
    copied = f"copied from {fact.mirror_of}" if fact.mirror_of else ""
    told = ", ".join(filter(None, (fact.publisher, fact.title, fact.date, fact.url, copied, fact.note)))
    weight = ", ".join(filter(None, (fact.tier, fact.basis)))
    return f"{told} ({weight})" if told else weight


def _say_term(term: Term | None) -> str:
    return f"{term.text} ({term.status})" if term else ""


def _say_relation(relation: Any) -> str:
    return f"{relation.kind} {relation.concept}"


def _say_decision(decided: DecidedKey | None) -> str:
    if decided is None:
        return ""
    decision = decided.decision
    led_to = f" as {decision.concept}" if decision.concept else ""
    return f"{decided.key} {decision.state}{led_to}" + (f" ({decision.reason})" if decision.reason else "")


def _say(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value is not None else ""
