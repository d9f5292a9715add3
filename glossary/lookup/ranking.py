"""Which of the found terms comes first, and which rendering of a concept; docs/lookup.md says it in words.

Order of hits: how much of the query is answered (Closeness); the kind of match as MatchKind lists them; a
term's usual reading before other readings of its characters; readings whose gaps are where the query has
them; of slips and confused sounds the term most like the query; what the query names whole before what only
begins so; for renderings the one with the fewest words; then the term spelled as the query, the shorter
term, its folded spelling, its language (simplified before traditional), its text, and scope ('' first) and
id of the concept. One hit a concept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from glossary.lookup.edits import difference, is_one_slip
from glossary.lookup.mixed import fits_mixed
from glossary.lookup.pinyin import drop_tones, normalize_pinyin
from glossary.model import BEST_FIRST, RECOMMENDED, Concept, Found, MatchKind, Rendering, Term
from glossary.text.folding import folded_key, has_han, simplify

KIND_ORDER = {kind: number for number, kind in enumerate(MatchKind)}
BY_READING = frozenset({MatchKind.PINYIN, MatchKind.INITIALS})
BLURRED = frozenset({MatchKind.FUZZY_PINYIN, MatchKind.FUZZY})
GUESSED = BLURRED | {MatchKind.CONTEXT}
"""What the query does not name, nor a part of it."""
GAPS = re.compile(r"[\s'’·-]+")
SYLLABLES = 2_048
"""Mandarin has some 1,300, tones told apart."""


class Closeness(IntEnum):
    """How much of the query an answer answers; best first."""

    WHOLE = 0
    PART = 1
    BLURRED = 2
    MENTIONED = 3


def closeness_of(finding: Found, spelled: str) -> Closeness:
    """Return whether the query names the term whole, in part, with a slip, or stands in a text about it.

    ``spelled`` is the query as pinyin; a reading that the term has only elsewhere does not name it.
    """
    if finding.match is MatchKind.CONTEXT:
        return Closeness.MENTIONED
    if finding.match in BLURRED:
        return Closeness.BLURRED
    is_rare = finding.match is MatchKind.PINYIN and not _is_usual_reading(spelled, finding.reading)
    return Closeness.WHOLE if finding.whole and not is_rare else Closeness.PART


def rank_found(query: str, found: Iterable[Found]) -> list[Found]:
    """Return the best finding of each concept, best first, without those that only seem to fit."""
    key, spelled = folded_key(query), normalize_pinyin(query)
    held = (_name_match(query, key, finding) for finding in found if _holds(query, key, finding))
    best: dict[str, Found] = {}
    for finding in sorted(held, key=lambda one: _order(query, spelled, one)):
        best.setdefault(finding.concept, finding)
    return list(best.values())


def _holds(query: str, key: str, finding: Found) -> bool:
    """Whether a finding is what its kind says: keys alone do not tell."""
    match finding.match:
        case MatchKind.PREFIX:
            return not _is_rendering(finding)
        case MatchKind.SUBSTRING:
            return key in finding.folded and not _is_rendering(finding)
        case MatchKind.MIXED:
            return fits_mixed(query, finding.folded, finding.corrected)
        case MatchKind.FUZZY if has_han(key):
            return is_one_slip(key, finding.folded)
        case _:
            return True


def _is_rendering(finding: Found) -> bool:
    return not finding.language.startswith("zh")


def _name_match(query: str, key: str, finding: Found) -> Found:
    """Return the finding with its kind: what shares the query's key may be English, or in another script."""
    if finding.match is MatchKind.SUBSTRING:
        return replace(finding, key=key)  # and not the bigram that led to it
    if finding.match is MatchKind.FUZZY and has_han(key):
        return replace(finding, key=finding.folded)  # and not what both lack a character of
    if finding.match is MatchKind.RENDERING:
        return replace(finding, whole=finding.folded == key)
    if finding.match is not MatchKind.EXACT:
        return finding
    if _is_rendering(finding):
        return replace(finding, match=MatchKind.RENDERING)
    is_simplified = simplify(query) == query and simplify(finding.text) == finding.text
    return finding if is_simplified or finding.text == query else replace(finding, match=MatchKind.SCRIPT)


def _order(query: str, spelled: str, finding: Found) -> tuple[object, ...]:
    is_rendering = finding.match is MatchKind.RENDERING
    is_read = finding.match in BY_READING
    return (
        closeness_of(finding, spelled),
        KIND_ORDER[finding.match],
        is_read and not _is_usual_reading(spelled, finding.reading),
        is_read and not _has_gaps_of(query, finding.reading),
        _difference(query, spelled, finding) if finding.match in BLURRED else 0,
        not finding.whole,
        len(finding.folded.split()) if is_rendering else 0,
        finding.text != query,
        len(finding.text),
        finding.folded,
        finding.language,
        finding.text,
        finding.scope,
        finding.concept,
    )


def _difference(query: str, spelled: str, finding: Found) -> int:
    """Return how far a term is from what was typed: in letters, of a Chinese query in its length."""
    if has_han(query):
        return abs(len(folded_key(query)) - len(finding.folded))
    return difference(spelled, "".join(_plain_syllables(finding.reading)))


def _is_usual_reading(spelled: str, reading: str) -> bool:
    """Whether pinyin or initials begin the reading that is shown: 格 in 网格 is gé, though it can be luò."""
    syllables = _plain_syllables(reading)
    return (
        "".join(syllables).startswith(spelled)
        or normalize_pinyin(reading).startswith(spelled)
        or "".join(one[:1] for one in syllables).startswith(spelled)
    )


def _has_gaps_of(query: str, reading: str) -> bool:
    """Whether syllables end where the query has a gap: xi'an is 西安 and not 先."""
    gaps = set(_ends(GAPS.split(query.strip()))[:-1])
    return not gaps or gaps <= set(_ends(reading.split()))


def _ends(parts: Sequence[str]) -> list[int]:
    return list(accumulate(len(_plain_syllable(part)) for part in parts))


def _plain_syllables(reading: str) -> list[str]:
    return [_plain_syllable(one) for one in reading.split()]


@lru_cache(SYLLABLES)
def _plain_syllable(syllable: str) -> str:
    """Return a syllable without its tone."""
    return drop_tones(normalize_pinyin(syllable))


def order_renderings(concept: Concept, matched: Term) -> list[Rendering]:
    """Return the renderings for who looked up ``matched``.

    Preferred and admitted ones before all others; among them those for the matched term: that serve it, or
    that serve no other and are of its term type; then by status, then as listed.
    """
    numbered = list(enumerate(concept.renderings))
    numbered.sort(key=lambda pair: (*_rendering_order(pair[1], matched), pair[0]))
    return [rendering for _, rendering in numbered]


def _rendering_order(rendering: Rendering, matched: Term) -> tuple[bool, bool, int]:
    same_type = rendering.term_type is matched.term_type
    suits = rendering.serves == matched.text or (same_type and not rendering.serves)
    return rendering.status not in RECOMMENDED, not suits, BEST_FIRST.index(rendering.status)


def matched_term(concept: Concept, finding: Found) -> Term:
    """Return the Chinese term that was found, or the preferred one when English was asked."""
    wanted = (finding.language, finding.text)
    return next((term for term in concept.terms if (term.language, term.text) == wanted), concept.head)
