"""What was done to the base."""

from dataclasses import dataclass

from glossary.model.checks import require_writable


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recorded change: who, when (UTC, ISO 8601), why, and the thing before and after, as JSON."""

    who: str
    when: str
    why: str
    verb: str
    thing: str
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        require_writable("the name or the reason of a change", self.who, self.why)
