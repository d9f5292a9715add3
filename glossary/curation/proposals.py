"""Proposed renderings of a Chinese term, each with its reason, and the order in which a curator sees them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from msgspec import to_builtins

from glossary.curation.phrases import as_key
from glossary.curation.senses import Known
from glossary.model import Attestation, AttestationKind, Basis, Evidence, Status, Tier

GAP_MARK = "…"
STANDS_FOR = " ⇒ "
"""Between the Chinese and the English of a sentence pair that the note of a fact quotes."""
COMPOSED_EVIDENCE = (Evidence(tier=Tier.COMPOSED),)
AUTHORITY = {
    Tier.OFFICIAL: 1.0,
    Tier.STATE_MEDIA: 0.8,
    Tier.ACADEMIC: 0.6,
    Tier.MEDIA: 0.5,
    Tier.REFERENCE: 0.5,
    Tier.IN_HOUSE: 0.4,
}
"""How much the word of a tier weighs; tiers that attest nothing (machine, composed) are not in it."""
HELD_SCORES = {Status.PREFERRED: 4.0, Status.ADMITTED: 3.0, Status.PROPOSED: 0.98}
"""What the base recommends comes before what lists attest, what it proposes before what is composed."""
ATTESTED_FROM = 1.0
DECLARED_SCORE = 0.95
LOSS_A_YEAR = 0.04
MOST_LOSS = 0.5
UNDATED_LOSS = 0.35
BILINGUAL_BONUS = 0.1
BONUS_A_PUBLISHER = 0.05
MOST_BONUS = 0.15
YEAR_CHARS = 4
SCORE_DIGITS = 4


class Source(StrEnum):
    """How a proposal came about: held by the base for this very term, attested in a list, or composed."""

    BASE = "base"
    COMPOSED = "composed"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a composed proposal: the Chinese, its English, and where that is from.

    ``origin`` is concept, attested, learned, list, place, number, as written or gap; ``concept`` an id, where
    it is one. ``en`` of a gap is its mark.
    """

    zh: str
    en: str
    origin: str
    concept: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposed rendering. ``score`` orders: those of the base have 3 and 4, attested ones 1 and more.

    ``evidence`` is what an accepted one is written down with; ``parts`` are those of a composed one, and
    ``concept`` is the id of the one that holds it.
    """

    text: str
    reason: str
    score: float
    source: Source
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Part, ...] = ()
    concept: str = ""

    @property
    def sentence_pairs(self) -> tuple[str, ...]:
        """The sentence pairs that show the rendering, as aligning a text and its translation keeps them."""
        return tuple(fact.note for fact in self.evidence if STANDS_FOR in fact.note)

    @property
    def has_gap(self) -> bool:
        """Whether a part of the term had no rendering, so that a person has to fill in the mark ``…``."""
        return GAP_MARK in self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoid:
    """A rendering that the base or a list advises against: why, and who used it."""

    text: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What to show for one term: proposals, best first, and renderings to ``avoid``, never among them."""

    proposals: tuple[Proposal, ...] = ()
    avoid: tuple[Avoid, ...] = field(default=())


NOTHING = Proposals()


def rank_proposals(
    composed: Iterable[Proposal],
    attested: Iterable[Attestation],
    *,
    held: Proposals = NOTHING,
    limit: int | None = None,
) -> Proposals:
    """Return at most ``limit`` of what the base has (``held``), lists attest and ``composed`` proposes.

    In this order; attested ones (lines on one term) by who used them and how long before the newest line that
    was. No text comes twice: it is shown with the first source that has it. What the base or a line says to
    avoid is left out, unless the base recommends it; one with a gap is shown only where there is no other.
    """
    lines = list(attested)
    recommended = {as_key(one.text) for one in held.proposals if one.score >= ATTESTED_FROM}
    avoid = _collect_avoid(lines, held.avoid, recommended)
    refused = {as_key(one.text) for one in avoid} - recommended
    used = [line for line in lines if as_key(line.en) not in refused]
    best: dict[str, Proposal] = {}
    for proposal in sorted([*held.proposals, *_from_lines(used), *composed], key=lambda one: -one.score):
        best.setdefault(as_key(proposal.text), proposal)
    kept = [one for key, one in best.items() if key not in refused]
    proposals = tuple(one for one in kept if not one.has_gap) or tuple(kept)
    return Proposals(proposals=proposals[:limit], avoid=tuple(avoid))


def describe_proposals(found: Proposals) -> dict[str, list[dict[str, Any]]]:
    """Return proposals, and renderings to avoid, as dictionaries that JSON can hold."""
    return {
        "proposals": [
            to_builtins(one) | {"score": round(one.score, SCORE_DIGITS)} for one in found.proposals
        ],
        "avoid": [to_builtins(one) for one in found.avoid],
    }


def known_of(attested: Iterable[Attestation]) -> tuple[Known, ...]:
    """Return what lines on one term attest, as a part of longer terms, the best first."""
    found = rank_proposals((), attested).proposals
    return tuple(Known(text=one.text, why=one.reason) for one in found if one.source is Source.ATTESTED)


def _collect_avoid(
    lines: Sequence[Attestation], held: Sequence[Avoid], recommended: Collection[str]
) -> list[Avoid]:
    """What the base warns of, with those who are on the lists as using it, then what only lists warn of."""
    groups = {as_key(group[0].en): group for group in _group(lines)}
    warned = [_with_users(one, groups.get(as_key(one.text), ())) for one in held]
    settled = {as_key(one.text) for one in held} | set(recommended)
    return warned + [
        _from_warning(group)
        for key, group in groups.items()
        if key not in settled and any(line.kind is AttestationKind.AVOID for line in group)
    ]


def _with_users(avoid: Avoid, lines: Sequence[Attestation]) -> Avoid:
    return replace(avoid, evidence=tuple(dict.fromkeys((*avoid.evidence, *_evidence_of(lines)))))


def _from_warning(group: Sequence[Attestation]) -> Avoid:
    first, *others = sorted(group, key=lambda line: line.kind is not AttestationKind.AVOID)
    evidence = _evidence_of((first, *others))
    return Avoid(text=first.en, reason=_describe_avoid(first.evidence), evidence=evidence)


def _describe_avoid(fact: Evidence) -> str:
    return fact.note or f"advised against; used by {fact.publisher or 'nobody named'}"


def _from_lines(lines: Sequence[Attestation]) -> list[Proposal]:
    newest = max((_year(line.evidence) for line in lines), default=0)
    return [_from_group(group, newest) for group in _group(lines)]


def _group(lines: Iterable[Attestation]) -> list[list[Attestation]]:
    grouped: dict[str, list[Attestation]] = {}
    for line in lines:
        grouped.setdefault(as_key(line.en), []).append(line)
    return list(grouped.values())


def _from_group(group: Sequence[Attestation], newest: int) -> Proposal:
    evidence = _evidence_of(group)
    facts = sorted(
        (fact for fact in evidence if fact.tier in AUTHORITY), key=lambda fact: -_weigh(fact, newest)
    )
    text = next((line.en for line in group if facts and line.evidence == facts[0]), group[0].en)
    if facts:
        score = ATTESTED_FROM + _weigh(facts[0], newest) + _bonus(facts)
        return Proposal(
            text=text, reason=_describe(facts), score=score, source=Source.ATTESTED, evidence=evidence
        )
    reason = "composed, as an attestation list has it" if _is_composed(evidence) else "machine translation"
    return Proposal(
        text=text,
        reason=f"{reason}: {evidence[0].note}".rstrip(": "),
        score=DECLARED_SCORE if _is_composed(evidence) else 0.0,
        source=Source.COMPOSED,
        evidence=evidence,
    )


def _evidence_of(group: Iterable[Attestation]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(line.evidence for line in group))


def _is_composed(evidence: Iterable[Evidence]) -> bool:
    return any(fact.tier is Tier.COMPOSED for fact in evidence)


def _weigh(fact: Evidence, newest: int) -> float:
    year = _year(fact)
    loss = min(MOST_LOSS, LOSS_A_YEAR * (newest - year)) if year else UNDATED_LOSS
    return AUTHORITY[fact.tier] - loss + BILINGUAL_BONUS * (fact.basis is Basis.BILINGUAL)


def _year(fact: Evidence) -> int:
    return int(fact.date[:YEAR_CHARS] or 0)


def _bonus(facts: Iterable[Evidence]) -> float:
    """Several publishers count for more than one; a mirror counts as whom it copies."""
    publishers = {fact.mirror_of or fact.publisher for fact in facts}
    return min(MOST_BONUS, BONUS_A_PUBLISHER * (len(publishers) - 1))


def _describe(facts: Sequence[Evidence]) -> str:
    best, *others = facts
    who = f"{best.tier}: {best.publisher}, {best.date or 'undated'}"
    copied = f" (from {best.mirror_of})" if best.mirror_of else ""
    more = f"; and {len(others)} more" if others else ""
    return f"{who}{copied}{more}"
