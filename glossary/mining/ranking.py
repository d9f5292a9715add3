"""Scored strings put in order: aliases under their bases, declared short forms with their full forms."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from glossary.mining.declared import Declaration
from glossary.mining.foreign import WORLD_REGIONS
from glossary.mining.neighbours import names_level
from glossary.mining.places import Occurrences
from glossary.mining.termhood import Termhood
from glossary.mining.vocabulary import EXTENTS, LIGHT_VERBS, PLACE_TAILS, QUALITIES
from glossary.model import CandidateKind
from glossary.text.segmentation import tag_words

DECLARED_MARKING = 1.3
PLACE_TAG = "ns"
MOST_FULL_FORMS = 2


class Scored(Struct, frozen=True, gc=False):
    """One string with its kind, termhood and places, and the keys of other forms that stand for the same.

    ``evidence`` are the raw figures behind the termhood, for whoever asks why.
    """

    key: str
    kind: CandidateKind
    hood: Termhood
    places: Occurrences
    evidence: Mapping[str, float] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()

    @property
    def features(self) -> dict[str, float]:
        """The factors of the termhood and the figures behind them, by name."""
        return {**self.hood.factors, **self.evidence}


def rank(entries: Iterable[Scored]) -> list[Scored]:
    """Return the entries, highest termhood first, then by key."""
    return sorted(entries, key=lambda entry: (-entry.hood.score, entry.key))


def attach_aliases(
    scored: Mapping[str, Scored], aliases: Mapping[str, str], *, limit: int
) -> dict[str, Scored]:
    """Return the entries without the aliases of others; each base names its most frequent aliases.

    An alias of a base that did not score (海南社会 of 社会) goes too: nothing but its place sets it apart.
    One that a verb makes (推进|综治) is no other name of the base, so it is not named.
    """
    under: defaultdict[str, list[Scored]] = defaultdict(list)
    for alias, base in aliases.items():
        if alias in scored and base in scored and _is_other_name(alias, base):
            under[base].append(scored[alias])
    return {
        key: replace(entry, aliases=_most_frequent(under[key], limit))
        for key, entry in scored.items()
        if key not in aliases
    }


def _is_other_name(alias: str, base: str) -> bool:
    """Whether an alias names its base, by a place, a level or the like before it: 海南|…, 市|…, 省委|….

    A clause does not (推进|综治), nor does what happens to stand before a quoted name (探索“四位一体”).
    """
    front = alias.removesuffix(base)
    if not alias.endswith(base) or not front:
        return False
    words = tag_words(front)
    return words[0][0] not in LIGHT_VERBS and (
        front in QUALITIES
        or front in EXTENTS
        or all(names_level(word) or tag == PLACE_TAG for word, tag in words)
        or words[-1][1] == PLACE_TAG
        or front in WORLD_REGIONS
        or _ends_as_place(front)
    )


def _ends_as_place(front: str) -> bool:
    return len(front) > 1 and front[-1] in PLACE_TAILS


def _most_frequent(entries: Sequence[Scored], limit: int) -> tuple[str, ...]:
    ordered = sorted(entries, key=lambda entry: (-len(entry.places), entry.key))
    return tuple(entry.key for entry in ordered[:limit])


def join_declared(scored: Mapping[str, Scored], declarations: Sequence[Declaration]) -> dict[str, Scored]:
    """Return the entries with short forms under their full forms, other names beside each other.

    A short form of several full forms stands under the best of them and is named by each; the order of the
    declarations says nothing.
    """
    declarations = _lengthen(declarations, scored)
    shorts = sorted({one for one in declarations if one.is_short}, key=lambda one: (one.full, one.name))
    others = sorted({one for one in declarations if not one.is_short}, key=lambda one: (one.full, one.name))
    homes = _find_homes(scored, shorts)
    joined = dict(scored)
    for name in sorted(homes, key=lambda name: (-len(name), name)):
        root = _follow(name, homes)
        if root != name and name in joined and root in joined:
            is_declared = any(one.name == name and not one.is_inferred for one in shorts)
            joined[root] = _take_in(joined[root], joined.pop(name), is_declared=is_declared)
    for declared in shorts:
        _name_short(joined, declared)
    for declared in others:
        _name_other(joined, declared)
    return joined


def _lengthen(declarations: Sequence[Declaration], scored: Mapping[str, Scored]) -> list[Declaration]:
    """Return the declarations; a full form that is no entry becomes the best entry that ends with it.

    A short form tells only of its own characters (居民医保 of 城乡|居民基本医疗保险).
    """
    unknown = {one.full for one in declarations if one.is_short and one.full not in scored}
    lengths = {len(full) for full in unknown}
    longer: dict[str, Scored] = {}
    for entry in rank(scored.values()):
        for length in lengths:
            end = entry.key[-length:]
            if end in unknown and tag_words(entry.key)[0][1] != PLACE_TAG:
                longer.setdefault(end, entry)
    return [replace(one, full=longer[one.full].key) if one.full in longer else one for one in declarations]


def _find_homes(scored: Mapping[str, Scored], shorts: Sequence[Declaration]) -> dict[str, str]:
    """Return short form → the full form that it stands under: of two, the better scored.

    What shortens more names than that (主管部门 in every law) is no short form of any one.
    """
    homes: dict[str, str] = {}
    meanings = Counter(one.name for one in shorts)
    for one in shorts:
        if meanings[one.name] > MOST_FULL_FORMS:
            continue
        known = homes.get(one.name)
        if one.full in scored and (known is None or _is_better(scored[one.full], scored[known])):
            homes[one.name] = one.full
    return homes


def _is_better(entry: Scored, other: Scored) -> bool:
    return (entry.hood.score, other.key) > (other.hood.score, entry.key)


def _follow(name: str, homes: Mapping[str, str]) -> str:
    seen = {name}
    while name in homes and homes[name] not in seen:
        name = homes[name]
        seen.add(name)
    return name


def _name_short(joined: dict[str, Scored], declared: Declaration) -> None:
    full, name = joined.get(declared.full), joined.get(declared.name)
    if full:
        joined[declared.full] = replace(full, short_forms=_with(full.short_forms, declared.name))
    elif name:
        joined[declared.name] = replace(name, aliases=_with(name.aliases, declared.full))


def _name_other(joined: dict[str, Scored], declared: Declaration) -> None:
    full, name = joined.get(declared.full), joined.get(declared.name)
    if full:
        joined[declared.full] = replace(full, aliases=_with(full.aliases, declared.name))
    elif name:
        joined[declared.name] = replace(name, aliases=_with(name.aliases, declared.full))


def _take_in(full: Scored, short: Scored, *, is_declared: bool) -> Scored:
    best = max(full.hood, short.hood, key=lambda hood: hood.score)
    marking = max(best.marking, DECLARED_MARKING) if is_declared else best.marking
    return replace(
        full,
        hood=replace(best, marking=marking),
        aliases=_with(full.aliases, *short.aliases),
        short_forms=_with(full.short_forms, short.key, *short.short_forms),
    )


def _with(forms: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*forms, *more)))
