"""Mined strings with their contexts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glossary.model.ids import CANDIDATE_LETTER, derive_id
from glossary.model.names import CandidateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One occurrence of a term in a document.

    ``start`` and ``end`` point into the extracted text and ``original`` is that slice as it stood; ``left``,
    ``keyword`` and ``right`` are repaired. ``low_trust``: characters were lost nearby. ``sample``: it is from
    an invented article of the project; only a base that it is read from knows that.
    """

    document: str
    start: int
    end: int
    left: str
    keyword: str
    right: str
    original: str
    low_trust: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mined string, not yet a term.

    ``key`` is its folded key; ``documents`` and ``clusters`` count where it occurs; ``score`` is its termhood
    and ``features`` what that was made from. ``members`` are those of a formula (四位一体), by the id of each
    document that lists them, since documents differ in them.
    """

    key: str
    term: str
    kind: CandidateKind = CandidateKind.TERM
    score: float = 0.0
    count: int = 0
    documents: int = 0
    clusters: int = 0
    features: Mapping[str, float] = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contexts: tuple[Context, ...] = ()

    @property
    def id(self) -> str:
        """The candidate's id, made from its folded key, so that mining again finds it again."""
        return derive_id(CANDIDATE_LETTER, self.key)
