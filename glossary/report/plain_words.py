"""The names of features, repairs, kinds and states as words for a reader who has never mined a text."""

from dataclasses import dataclass
from typing import Final

from glossary.model import CandidateKind, CandidateState

MOST_MARKING = 1.6


@dataclass(frozen=True, slots=True)
class Factor:
    """A feature that the score is a product of: its plain name, and what it says.

    A bar is empty at ``least`` and full at ``most``; without ``most`` the highest value of the page fills it.
    """

    label: str
    meaning: str
    least: float = 0.0
    most: float | None = 1.0


FACTORS: Final = {
    "salience": Factor(
        "Recurrence",
        "In how many different surroundings it stands; more where several independent texts use it.",
        most=None,
    ),
    "specificity": Factor("Rarity", "How rare it, or what it is made of, is in everyday Chinese."),
    "independence": Factor(
        "Freedom", "How freely what stands before and after it changes: a fragment has fixed neighbours."
    ),
    "shape": Factor(
        "Form", "Whether its parts of speech make a name for a thing, not a piece of a sentence."
    ),
    "marking": Factor(
        "Emphasis",
        "Whether authors put it in quotation marks or declare it: up to 1.6, and 1 (no bar) where none does.",
        least=1.0,
        most=MOST_MARKING,
    ),
    "length": Factor("Length", "Very short and very long strings count a little less."),
    "nesting": Factor("Standing", "How much it stands by itself, and not only inside longer terms."),
}
FIGURES: Final = {
    "contexts": "different surroundings",
    "left_entropy": "variety before it (nats)",
    "right_entropy": "variety after it (nats)",
    "quoted": "times in quotation marks",
    "verbal": "times used as a verb",
    "background_per_million": "per million words of everyday Chinese",
}
REPAIRS: Final = {
    "blank-in-word": ("blank inside a word taken out", "blanks inside words taken out"),
    "bracketed-reading": ("reading in brackets taken out", "readings in brackets taken out"),
    "compatibility-character": (
        "compatibility character made an ordinary one",
        "compatibility characters made ordinary ones",
    ),
    "control-character": ("control character taken out", "control characters taken out"),
    "doubled-comma": ("comma before another sign taken out", "commas before other signs taken out"),
    "invisible-character": ("invisible character taken out", "invisible characters taken out"),
    "line-break": ("broken line put together", "broken lines put together"),
    "lone-surrogate": ("broken character replaced", "broken characters replaced"),
    "lost-bytes": ("byte that could not be decoded", "bytes that could not be decoded"),
    "lost-character": (
        "place where a character was lost before we read it",
        "places where a character was lost before we read it",
    ),
    "markup": ("mark of formatting taken out", "marks of formatting taken out"),
    "quotation-mark": (
        "closing quotation mark made an opening one",
        "closing quotation marks made opening ones",
    ),
    "width": (
        "full-width letter, digit or blank made half-width",
        "full-width letters, digits or blanks made half-width",
    ),
}
KINDS: Final = {
    CandidateKind.TERM: "term",
    CandidateKind.FORMULA: "number formula",
    CandidateKind.SLOGAN: "slogan",
    CandidateKind.ORGANISATION: "organisation",
    CandidateKind.PERSON: "person",
    CandidateKind.PLACE: "place",
}
STATES: Final = {
    CandidateState.NEW: "not decided",
    CandidateState.ACCEPTED: "accepted",
    CandidateState.REJECTED: "rejected",
    CandidateState.DEFERRED: "put off",
}


def name_repair(kind: str, count: int) -> str:
    """Return a kind of repair in plain words, in the plural where there are several."""
    one, many = REPAIRS.get(kind, (_as_words(kind),) * 2)
    return one if count == 1 else many


def name_figure(name: str) -> str:
    """Return the name of a figure behind a score in plain words."""
    return FIGURES.get(name, _as_words(name))


def _as_words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")
