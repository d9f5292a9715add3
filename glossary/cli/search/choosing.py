"""Which of the hits is chosen, and why nothing may be copied of one: values alone."""

from dataclasses import dataclass, replace

from glossary.model import Hit


@dataclass(frozen=True, slots=True)
class Chosen:
    """A place in a list of which ``rows`` are in sight, from ``first`` on."""

    at: int = 0
    first: int = 0

    def move(self, by: int, *, length: int, rows: int) -> "Chosen":
        """Return the place so much further on, within the list, and in sight."""
        at = min(max(self.at + by, 0), max(length - 1, 0))
        return replace(self, at=at).seen_through(rows)

    def seen_through(self, rows: int) -> "Chosen":
        """Return the same place, the list moved as little as brings it in sight."""
        return replace(self, first=min(max(self.first, self.at - rows + 1), self.at))


def say_why_none(hit: Hit) -> str:
    """Return why nothing can be copied of a hit, and what to do."""
    term = hit.term.text
    why = "no rendering may be written" if hit.renderings else "there is no rendering yet"
    return f"{why}: `glossary add {term} ENGLISH` adds one"
