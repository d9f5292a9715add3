"""Renderings composed of what is known of a term's parts: 网格 grid + 员 worker gives grid worker.

Pure but for the dictionaries behind ``text``. Nothing here knows whether a phrase is in use: whoever accepts
one writes it down as composed.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from glossary.curation.covers import Cover, drop_cut_up, find_covers
from glossary.curation.learning import NO_HEADS, Heads
from glossary.curation.phrases import as_key, has_stutter, join_list
from glossary.curation.proposals import COMPOSED_EVIDENCE, GAP_MARK, Part, Proposal, Source
from glossary.curation.senses import Origin, Parts, Role, Sense, list_senses
from glossary.curation.wording import word_phrase
from glossary.text.folding import folded_key, has_han

MOST_PROPOSALS = 5
SENSES_A_PART = 3
BEST_CHOICES = 12
WORDINGS_A_CHOICE = 4
COST_WEIGHS = 0.4
STUTTER = 0.2
"""For a phrase that says a word twice: Central Committee committee."""
LIST_MARK = "、"
LEAST_KNOWN_SHARE = 0.5
LEAST_KNOWN_WORD_CHARS = 2
"""A proposal with a gap is shown only where so much of the term is known, and a whole word of it."""
MOST_COMPOSED_SCORE = 0.9


def compose_renderings(term: str, parts: Parts, *, heads: Heads = NO_HEADS) -> tuple[Proposal, ...]:
    """Return at most five renderings of ``term`` out of its parts, best first; none if too little is known.

    Every character belongs to a part that the base (``parts``), its terms (``heads``) or the word list
    knows. Where that cannot be, one phrase is returned whose single gap is marked ``…``, if half of the term
    is known: a translator then needs only the missing word. The term itself is never looked up.
    """
    if LIST_MARK in term:
        return _compose_list(term, parts, heads)
    key = folded_key(term)
    if not has_han(key):
        return ()
    covers = find_covers(key, parts=parts, heads=heads)
    whole = drop_cut_up([cover for cover in covers if not cover.gaps])
    found = _choose([*_from_list(key), *(one for cover in whole for one in _compose_cover(cover))])
    return found or _compose_with_gap(covers)


def _from_list(key: str) -> Iterator[Proposal]:
    """The word list's own words, where it has the whole term: 委员会 is no 委员 + 会."""
    for sense in list_senses(key):
        yield _propose(sense.text, MOST_COMPOSED_SCORE * sense.weight, [_as_part(sense)])


def _choose(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    best: dict[str, Proposal] = {}
    for proposal in proposals:
        key = as_key(proposal.text)
        if key not in best or best[key].score < proposal.score:
            best[key] = proposal
    return tuple(nlargest(MOST_PROPOSALS, best.values(), key=lambda proposal: proposal.score))


def _compose_cover(cover: Cover) -> Iterator[Proposal]:
    for weight, senses in _choose_senses(cover):
        for text, share in word_phrase(senses)[:WORDINGS_A_CHOICE]:
            score = MOST_COMPOSED_SCORE * weight * share * math.exp(-COST_WEIGHS * cover.cost)
            score *= STUTTER if has_stutter(text) else 1
            yield _propose(text, score, map(_as_part, senses))


def _choose_senses(cover: Cover) -> list[tuple[float, tuple[Sense, ...]]]:
    """The best choices of one sense for each part, with the product of their weights."""
    best: list[tuple[float, tuple[Sense, ...]]] = [(1.0, ())]
    for piece in cover.pieces:
        longer = (
            (weight * sense.weight, (*senses, sense))
            for weight, senses in best
            for sense in piece.senses[:SENSES_A_PART]
        )
        best = nlargest(BEST_CHOICES, longer, key=lambda choice: choice[0])
    return best


def _as_part(sense: Sense) -> Part:
    return Part(zh=sense.zh, en=sense.text, origin=sense.origin, concept=sense.concept, why=sense.why)


def _propose(text: str, score: float, parts: Iterable[Part]) -> Proposal:
    told = tuple(parts)
    return Proposal(
        text=text,
        reason=" + ".join(map(_describe, told)),
        score=score,
        source=Source.COMPOSED,
        evidence=COMPOSED_EVIDENCE,
        parts=told,
    )


def _describe(part: Part) -> str:
    if part.origin == Origin.GAP:
        return f"{part.zh} is not known"
    where = f"concept {part.concept}" if part.concept else part.why or "word list"
    return " ".join(filter(None, (part.zh, part.en, f"({where})")))


def _compose_with_gap(covers: Sequence[Cover]) -> tuple[Proposal, ...]:
    for cover in covers:
        if len(cover.gaps) == 1 and _is_mostly_known(cover):
            senses = [piece.senses[0] if piece.senses else _gap(piece.zh) for piece in cover.pieces]
            text = word_phrase(senses)[0][0]
            return (_propose(text, 0.0, map(_as_part, senses)),)
    return ()


def _is_mostly_known(cover: Cover) -> bool:
    known = [len(piece.zh) for piece in cover.pieces if piece.senses]
    total = sum(len(piece.zh) for piece in cover.pieces)
    return sum(known) >= LEAST_KNOWN_SHARE * total and max(known) >= LEAST_KNOWN_WORD_CHARS


def _gap(zh: str) -> Sense:
    return Sense(zh=zh, text=GAP_MARK, role=Role.NOUN, origin=Origin.GAP, weight=0.0)


def _compose_list(term: str, parts: Parts, heads: Heads) -> tuple[Proposal, ...]:
    """人防、技防: each item by itself, joined as English joins them."""
    items = [
        _compose_item(item, parts, heads) for item in filter(None, map(folded_key, term.split(LIST_MARK)))
    ]
    if len(items) < 2 or not all(items):
        return ()
    score = math.prod(options[0].score for options in items)
    text = join_list([options[0].text for options in items])
    return (_propose(text, score, (part for options in items for part in options[0].parts)),)


def _compose_item(item: str, parts: Parts, heads: Heads) -> tuple[Proposal, ...]:
    known = parts.get(item)
    if known:
        part = Part(zh=item, en=known[0].text, origin=Origin.CONCEPT, concept=known[0].concept)
        return (_propose(known[0].text, MOST_COMPOSED_SCORE, [part]),)
    composed = compose_renderings(item, parts, heads=heads)
    return tuple(proposal for proposal in composed if not proposal.has_gap)
