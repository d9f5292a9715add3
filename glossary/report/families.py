"""Families of terms: a base, the longer terms that are built on it, its variants and its short forms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.report.mining_values import ListedTerm


class Kinship(StrEnum):
    """How a member of a family stands to what it hangs on."""

    BASE = "base"
    LONGER = "longer term"
    VARIANT = "variant"
    SHORT = "short form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member; ``count`` is how often it was counted, 0 where it is only a form of another.

    ``rank`` leads to its entry, 0 where it has none. ``also_holds`` are other listed terms inside it.
    """

    text: str
    kinship: Kinship
    count: int = 0
    rank: int = 0
    also_holds: tuple[str, ...] = ()
    members: tuple["Member", ...] = ()

    @property
    def size(self) -> int:
        """How many members the family has, the base included."""
        return 1 + sum(member.size for member in self.members)


def find_families(terms: Sequence[ListedTerm]) -> tuple[Member, ...]:
    """Return the families of two or more members, largest first, then by the rank of the base.

    A term hangs on the longest listed term that it holds: 微网格员 on 网格员, not on 网格.
    """
    held = {term.key: _find_held(term, terms) for term in terms}
    children: defaultdict[str, list[ListedTerm]] = defaultdict(list)
    for term in terms:
        if held[term.key]:
            children[held[term.key][0].key].append(term)
    roots = [term for term in terms if not held[term.key]]
    families = [_make_member(root, Kinship.BASE, held, children) for root in roots]
    return tuple(sorted((one for one in families if one.members), key=lambda one: (-one.size, one.rank)))


def _find_held(term: ListedTerm, terms: Iterable[ListedTerm]) -> list[ListedTerm]:
    """Return the listed terms inside a term, longest first, without those inside of another of them."""
    inside = [other for other in terms if other.key != term.key and other.key in term.key]
    inside.sort(key=lambda other: (-len(other.key), other.entry.rank))
    return [one for one in inside if not any(one.key in other.key for other in inside if other is not one)]


def _make_member(
    term: ListedTerm,
    kinship: Kinship,
    held: dict[str, list[ListedTerm]],
    children: dict[str, list[ListedTerm]],
) -> Member:
    candidate = term.entry.candidate
    longer = sorted(
        children.get(term.key, ()), key=lambda child: (-child.entry.candidate.count, child.entry.rank)
    )
    forms = [(text, Kinship.SHORT) for text in candidate.short_forms]
    forms += [(text, Kinship.VARIANT) for text in candidate.variants]
    return Member(
        text=term.text,
        kinship=kinship,
        count=candidate.count,
        rank=term.entry.rank,
        also_holds=tuple(other.text for other in held[term.key][1:]),
        members=(
            *(Member(text=text, kinship=kind) for text, kind in forms),
            *(_make_member(child, Kinship.LONGER, held, children) for child in longer),
        ),
    )
