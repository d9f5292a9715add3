"""A concept as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model import Concept
from glossary.report.links import Link
from glossary.report.payloads import Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """What stands on the page; ``hit`` is the concept as a lookup of its head describes it.

    ``relations`` are the concepts around it under what they are to it; ``changes`` come the newest first.
    """

    concept: Concept
    version: str
    hit: Payload
    relations: Mapping[str, tuple[Link, ...]]
    senses: tuple[Link, ...]
    changes: tuple[Payload, ...]
