"""A rendering with who wrote it, in one line to be quoted in a translator's note."""

from glossary.model import Evidence, Rendering, Tier

AUTHORITY = {tier: place for place, tier in enumerate(Tier)}
"""Tiers as the model lists them: official first."""
OURS = "composed; no publisher is on record"


def cite(rendering: Rendering) -> str:
    """Return the rendering with its best source: publisher, title, date and address, what there is of them.

    Of several sources the one of the highest tier is named, of equals the first.
    """
    facts = sorted(rendering.evidence, key=lambda fact: AUTHORITY[fact.tier])
    return f"{rendering.text} ({_name_source(facts[0]) if facts else OURS})"


def _name_source(fact: Evidence) -> str:
    if not fact.publisher:
        return OURS
    publisher = f"machine translation by {fact.publisher}" if fact.tier is Tier.MACHINE else fact.publisher
    copied = f"copying {fact.mirror_of}" if fact.mirror_of else ""
    title = f"“{fact.title}”" if fact.title else ""
    return ", ".join(filter(None, (publisher, copied, title, fact.date, fact.url)))
