"""Which of the found terms comes first, and which rendering of a concept.

Order of hits: kind of match as MatchKind lists them; a term's usual reading before other readings of its
characters; what the query names whole before what only begins so; for renderings the one with the fewest
words; then the term spelled as the query, the shorter term, its folded spelling, its language (simplified
before traditional), its text, and scope ('' first) and id of the concept. One hit a concept.
"""

from collections.abc import Iterable
from dataclasses import replace

from glossary.lookup.pinyin import drop_tones, normalize_pinyin
from glossary.model import BEST_FIRST, RECOMMENDED, Concept, Found, MatchKind, Rendering, Term
from glossary.text.folding import folded_key, simplify

KIND_ORDER = {kind: number for number, kind in enumerate(MatchKind)}
BY_READING = frozenset({MatchKind.PINYIN, MatchKind.INITIALS})
TERMS_ALONE = frozenset({MatchKind.PREFIX, MatchKind.SUBSTRING})


def rank_found(query: str, found: Iterable[Found]) -> list[Found]:
    """Return the best finding of each concept, best first; bigrams alone are no substring, so check it."""
    key, spelled = folded_key(query), normalize_pinyin(query)
    held = (_name_match(query, key, finding) for finding in found if _holds(key, finding))
    best: dict[str, Found] = {}
    for finding in sorted(held, key=lambda one: _order(query, key, spelled, one)):
        best.setdefault(finding.concept, finding)
    return list(best.values())


def _holds(key: str, finding: Found) -> bool:
    if finding.match in TERMS_ALONE and _is_rendering(finding):
        return False
    return finding.match is not MatchKind.SUBSTRING or key in finding.folded


def _is_rendering(finding: Found) -> bool:
    return not finding.language.startswith("zh")


def _name_match(query: str, key: str, finding: Found) -> Found:
    """Return the finding with its kind: what shares the query's key may be English, or in another script."""
    if finding.match is MatchKind.SUBSTRING:
        return replace(finding, key=key)  # and not the bigram that led to it
    if finding.match is not MatchKind.EXACT:
        return finding
    if _is_rendering(finding):
        return replace(finding, match=MatchKind.RENDERING)
    is_simplified = simplify(query) == query and simplify(finding.text) == finding.text
    return finding if is_simplified or finding.text == query else replace(finding, match=MatchKind.SCRIPT)


def _order(query: str, key: str, spelled: str, finding: Found) -> tuple[object, ...]:
    is_rendering = finding.match is MatchKind.RENDERING
    named = (finding.folded == key) if is_rendering else finding.key in (key, spelled)
    return (
        KIND_ORDER[finding.match],
        finding.match in BY_READING and not _is_usual_reading(spelled, finding.reading),
        not named,
        len(finding.folded.split()) if is_rendering else 0,
        finding.text != query,
        len(finding.text),
        finding.folded,
        finding.language,
        finding.text,
        finding.scope,
        finding.concept,
    )


def _is_usual_reading(spelled: str, reading: str) -> bool:
    """Whether pinyin or initials begin the reading that is shown: 格 in 网格 is gé, though it can be luò."""
    toned = normalize_pinyin(reading)
    initials = "".join(drop_tones(normalize_pinyin(syllable))[:1] for syllable in reading.split())
    return any(whole.startswith(spelled) for whole in (toned, drop_tones(toned), initials))


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
