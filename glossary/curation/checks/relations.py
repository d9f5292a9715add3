"""E5…: relations and old ids that lead nowhere, elsewhere, or round in a circle."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.curation.checks.finding import Trouble
from glossary.curation.checks.outline import Outline
from glossary.model import RelationKind


def find_dangling(outline: Outline) -> Iterator[Trouble]:
    """A relation leads to a concept that is not there.

    The program never leaves one behind: where two concepts are merged, the relations to the one that is
    given up go with it. A base that another tool changed can hold one, be it to the old id of a concept.

    Fix: take the relation away, or lead it to the concept that is meant (`glossary concept edit ID`).
    """
    for kind, arrows in outline.arrows.items():
        for concept, targets in arrows.items():
            for target in targets:
                if target not in outline.heads:
                    yield Trouble(concept, f"{kind} {target}, {_what_became(outline, target)}", target)


def find_member_cycles(outline: Outline) -> Iterator[Trouble]:
    """A concept is a member of its own members.

    A formula has members, and none of them can have the formula as a member.

    Fix: take away the has-member relation that is wrong (`glossary concept edit ID`).
    """
    yield from _describe_cycles(outline, outline.arrows[RelationKind.HAS_MEMBER], "has-member")


def find_broader_cycles(outline: Outline) -> Iterator[Trouble]:
    """A concept is broader than itself, by way of others.

    Broader and narrower are the same arrow, read from its two ends.

    Fix: take away the broader or narrower relation that is wrong (`glossary concept edit ID`).
    """
    upwards = {concept: list(targets) for concept, targets in outline.arrows[RelationKind.BROADER].items()}
    for concept, targets in outline.arrows[RelationKind.NARROWER].items():
        for target in targets:
            upwards.setdefault(target, []).append(concept)
    yield from _describe_cycles(outline, upwards, "broader")


def find_short_form_cycles(outline: Outline) -> Iterator[Trouble]:
    """A concept is the short form of its own short form.

    Of two names, the shorter one is short for the longer one.

    Fix: take away the short-form-of relation that is wrong (`glossary concept edit ID`).
    """
    yield from _describe_cycles(outline, outline.arrows[RelationKind.SHORT_FORM_OF], "short-form-of")


def find_taken_ids(outline: Outline) -> Iterator[Trouble]:
    """An old id leads to another concept, and a concept still has it.

    Whoever asks for the id is led past the concept that has it, so that nobody can look at it or change it.

    Fix: take the id out of the `redirects` of the concept that it leads to (`glossary concept edit ID`); if
    the two are one, merge them then (`glossary concept merge ID INTO`).
    """
    for old, leads_to in outline.redirects.items():
        if old in outline.heads:
            message = f"{old} is {outline.heads[old]}, and leads to {outline.heads[leads_to]} ({leads_to})"
            yield Trouble(leads_to, message, old)


def find_cycles(arrows: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield cycles, at least one of each knot, by a walk into the depth that visits each concept once."""
    done: set[str] = set()
    for start in arrows:
        path: list[str] = []
        on_path: set[str] = set()
        ahead = [iter((start,))]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                if path:
                    on_path.discard(path[-1])
                    done.add(path.pop())
            elif step in on_path:
                yield tuple(path[path.index(step) :])
            elif step not in done:
                path.append(step)
                on_path.add(step)
                ahead.append(iter(dict.fromkeys(arrows.get(step, ()))))


def _what_became(outline: Outline, id: str) -> str:
    """Return half a sentence about an id that no concept has."""
    leads_to = outline.redirects.get(id)
    return f"an old id of {outline.heads[leads_to]} ({leads_to})" if leads_to else "which is not there"


def _describe_cycles(outline: Outline, arrows: Mapping[str, Sequence[str]], kind: str) -> Iterator[Trouble]:
    heads = outline.heads
    there = {id: [one for one in targets if one in heads] for id, targets in arrows.items() if id in heads}
    for cycle in find_cycles(there):
        named = [f"{heads[id]} ({id})" for id in (*cycle, cycle[0])]
        yield Trouble(cycle[0], f"{kind}: {' → '.join(named)}")
