"""A checker with a few terms, for tests: what it says of a text and its translation."""

from collections.abc import Iterable, Mapping, Sequence

from glossary.checking.designations import Designation, designate
from glossary.checking.document import Checker, Recognised
from glossary.checking.segments import Mention
from glossary.model import Concept, Finding, Pair, Rendering, Term

Lines = Sequence[tuple[str, str]]


def concept(number: int, term: str | Term, *renderings: str | Rendering) -> Concept:
    named = Term(text=term) if isinstance(term, str) else term
    made = [Rendering(text=one) if isinstance(one, str) else one for one in renderings]
    return Concept(id=f"cconcep{'abcdefgh'[number]}", terms=(named,), renderings=tuple(made))


def check(concepts: Iterable[Concept], *lines: tuple[str, str], counted: bool = False) -> list[Finding]:
    """Check lines as one document; a term is found wherever its text stands, the longest first."""
    by_term: dict[str, list[Concept]] = {}
    for one in concepts:
        by_term.setdefault(one.head.text, []).append(one)
    known = [
        designate(term, named, modifiers=2, nested=_nested(term, by_term)) for term, named in by_term.items()
    ]
    pairs = [
        Pair(number=number, where=f"line {number}", source=source, target=target)
        for number, (source, target) in enumerate(lines, 1)
    ]
    return list(Checker(counted=counted).check(_recognise(pairs, known)))


def told(findings: Iterable[Finding]) -> list[tuple[int, str, str]]:
    return [(one.pair.number, one.kind.value, one.term) for one in findings]


def _nested(term: str, by_term: Mapping[str, Sequence[Concept]]) -> list[Concept]:
    return [one for shorter, named in by_term.items() if shorter in term and shorter != term for one in named]


def _recognise(pairs: Sequence[Pair], known: Sequence[Designation]) -> list[Recognised]:
    longest_first = sorted(known, key=lambda one: -len(one.term))
    return [(pair, _mentions(pair.source, longest_first)) for pair in pairs]


def _mentions(source: str, known: Sequence[Designation]) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(source):
        one = next((one for one in known if source.startswith(one.term, at)), None)
        if one:
            found.append(Mention(at, at + len(one.term), one))
        at += len(one.term) if one else 1
    return found
