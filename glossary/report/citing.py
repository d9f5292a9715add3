"""A rendering with who wrote it, in one line to be quoted in a translator's note."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import to_builtins

from glossary.model import Rendering, Tier

AUTHORITY = {tier.value: place for place, tier in enumerate(Tier)}
"""Tiers as the model lists them: official first."""
OURS = "composed; no publisher is on record"

Fact = Mapping[str, Any]


def cite(rendering: Rendering) -> str:
    """Return the rendering with its best source: publisher, title, date and address, what there is of them.

    Of several sources the one of the highest tier is named, of equals the first.
    """
    return _quote(rendering.text, [to_builtins(fact) for fact in rendering.evidence])


def cite_described(rendering: Mapping[str, Any]) -> str:
    """Return the same of a rendering as the JSON has it."""
    return _quote(rendering["text"], rendering["evidence"])


def _quote(text: str, facts: Sequence[Fact]) -> str:
    best = min(facts, key=lambda fact: AUTHORITY[fact["tier"]], default=None)
    return f"{text} ({_name_source(best) if best else OURS})"


def _name_source(fact: Fact) -> str:
    if not fact["publisher"]:
        return OURS
    by_machine = "machine translation by " if fact["tier"] == Tier.MACHINE else ""
    copied = f"copying {fact['mirror_of']}" if fact["mirror_of"] else ""
    title = f"“{fact['title']}”" if fact["title"] else ""
    return ", ".join(filter(None, (by_machine + fact["publisher"], copied, title, fact["date"], fact["url"])))
