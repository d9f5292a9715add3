"""Strings within strings: which are fragments, which are chains, and which are aliases of a base."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from glossary.mining.counting import MAX_CHARS, Occurrence
from glossary.mining.evidence import Measured
from glossary.mining.termhood import Termhood
from glossary.mining.vocabulary import LIGHT_VERBS, WEAK_TAILS

GOOD_SHAPE = 0.5
MIN_BASE_CHARS = 2
CHAIN_PART_CHARS = 3
CHAIN_FACTOR = 0.4
CHAIN_RARER_PART = 1.5
CHAIN_COMMONER_PART = 2.0
FREE_SHARE_ENOUGH = 0.4
PRODUCTIVE_COVERS = 4
PRODUCTIVE_FACTOR = 0.75
WORD_CHARS = 3
WORD_FACTOR = 0.6
PRODUCTIVE_FREE_SHARE = 0.1
PLACE_TAG = "ns"


def find_aliases(measured: Mapping[str, Measured], hoods: Mapping[str, Termhood]) -> dict[str, str]:
    """Return alias → base: a place before it, a light verb before it, a weak tail after it."""
    bases = {string: _find_base(entry, measured, hoods) for string, entry in measured.items()}
    direct = {string: base for string, base in bases.items() if base}
    return {string: _follow(string, direct) for string in direct}


def _find_base(entry: Measured, measured: Mapping[str, Measured], hoods: Mapping[str, Termhood]) -> str:
    if len(entry.words) < 2:
        return ""
    front, back = entry.words[0], entry.words[-1]
    without_front, without_back = entry.string[len(front) :], entry.string[: -len(back)]
    if (entry.tags[0] == PLACE_TAG or front in LIGHT_VERBS) and _is_good(without_front, hoods):
        return without_front if _stands_alone(without_front, entry, measured) else ""
    if back in WEAK_TAILS | LIGHT_VERBS and _is_good(without_back, hoods):
        return without_back
    return ""


def _stands_alone(base: str, longer: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a base is a word, or occurs without what stands before it: 长|制 is not, of 河湖|长|制."""
    has_word = any(len(word) > 1 for word in longer.words[1:])
    return has_word or measured[base].count > longer.count


def _is_good(string: str, hoods: Mapping[str, Termhood]) -> bool:
    return len(string) >= MIN_BASE_CHARS and string in hoods and hoods[string].shape >= GOOD_SHAPE


def _follow(string: str, direct: Mapping[str, str]) -> str:
    while string in direct:
        string = direct[string]
    return string


def weigh_nesting(
    measured: Mapping[str, Measured], hoods: Mapping[str, Termhood], aliases: Mapping[str, str]
) -> dict[str, float]:
    """Return a factor from 0 to 1 a string: low for fragments of longer terms and for chains of terms.

    A fragment stands (nearly) always within longer candidates that are no aliases of it; a base that several
    different terms are built from is productive and keeps most of its score. A chain joins two candidates
    that are much more frequent on their own.
    """
    covers = _find_covers(measured, hoods, aliases)
    return {
        string: _judge_freedom(entry, covers[string]) * _judge_chain(entry, measured)
        for string, entry in measured.items()
    }


def _find_covers(
    measured: Mapping[str, Measured], hoods: Mapping[str, Termhood], aliases: Mapping[str, str]
) -> defaultdict[str, dict[Occurrence, set[str]]]:
    """Return for each string which of its occurrences stand within which longer good strings."""
    spans = _spans_by_beginning(
        entry for string, entry in measured.items() if hoods[string].shape >= GOOD_SHAPE or string in aliases
    )
    covers: defaultdict[str, dict[Occurrence, set[str]]] = defaultdict(dict)
    for string, entry in measured.items():
        for place in entry.occurrences:
            longer = {
                cover
                for first in range(max(0, place.last - MAX_CHARS), place.first + 1)
                for last, cover in spans.get((place.segment, first), ())
                if _contains(first, last, place) and string not in aliases.get(cover, "")
            }
            if longer:
                covers[string][place] = longer
    return covers


def _spans_by_beginning(entries: Iterable[Measured]) -> Mapping[tuple[int, int], list[tuple[int, str]]]:
    """Return which strings begin at a word of a segment, each with where it ends.

    By word and not by segment: in a text without punctuation all strings stand in one segment.
    """
    spans: defaultdict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for entry in entries:
        for place in entry.occurrences:
            spans[place.segment, place.first].append((place.last, entry.string))
    return spans


def _contains(first: int, last: int, place: Occurrence) -> bool:
    return first <= place.first and place.last <= last and last - first > place.last - place.first


def _judge_freedom(entry: Measured, covers: Mapping[Occurrence, set[str]]) -> float:
    free_share = 1 - len(covers) / entry.count
    if free_share >= FREE_SHARE_ENOUGH:
        return 1.0
    factor = free_share / FREE_SHARE_ENOUGH
    different = len(set().union(*covers.values()))
    if different >= PRODUCTIVE_COVERS and free_share >= PRODUCTIVE_FREE_SHARE:
        factor = max(factor, PRODUCTIVE_FACTOR)
    if len(entry.words) == 1 and len(entry.string) >= WORD_CHARS and free_share > 0:
        factor = max(factor, WORD_FACTOR)
    return factor


def _judge_chain(entry: Measured, measured: Mapping[str, Measured]) -> float:
    for cut in range(CHAIN_PART_CHARS, len(entry.string) - CHAIN_PART_CHARS + 1):
        front, back = measured.get(entry.string[:cut]), measured.get(entry.string[cut:])
        if front and back and _is_composed(entry, front, back):
            return CHAIN_FACTOR
    return 1.0


def _is_composed(entry: Measured, front: Measured, back: Measured) -> bool:
    counts = sorted((front.count, back.count))
    return counts[0] >= CHAIN_RARER_PART * entry.count and counts[1] >= CHAIN_COMMONER_PART * entry.count
