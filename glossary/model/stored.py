"""What the base keeps beside the values: keys, decisions, what mining made of a document, counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from glossary.model.candidate import Candidate
from glossary.model.checks import require_writable
from glossary.model.concept import Concept
from glossary.model.names import CandidateState, Status, Tier
from glossary.model.query import TermKey


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedTerm:
    """What is computed from one term when it is written.

    ``folded`` is its folded spelling, ``reading`` the one that is shown (the term's own where it has one),
    ``keys`` are the strings by which it is found; the folded spelling is always one of them.
    """

    folded: str
    reading: str = ""
    keys: tuple[TermKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedConcept:
    """A concept ready to be written: ``keyed`` holds one value for each of its terms, then its renderings."""

    concept: Concept
    keyed: tuple[KeyedTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A document without its text. ``cluster`` is shared by near-duplicates; counts are in characters."""

    id: str
    paths: tuple[str, ...]
    kind: str
    encoding: str
    offsets: str
    title: str
    publisher: str
    date: str
    sample: bool
    cluster: str
    characters: int
    kept_characters: int
    repairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about a candidate: who, when (UTC, ISO 8601), why, and the concept it led to."""

    state: CandidateState
    who: str
    when: str
    reason: str = ""
    concept: str | None = None

    def __post_init__(self) -> None:
        require_writable("the name or the reason of a decision", self.who, self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedKey:
    """A decision with the folded key that it is about; the candidate itself may not be mined any more."""

    key: str
    decision: Decision

    def led(self, leads: Mapping[str, str]) -> "DecidedKey":
        """Return the decision with an old id of its concept led to where it goes."""
        concept = self.decision.concept
        return replace(self, decision=replace(self.decision, concept=leads.get(concept or "", concept)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedCandidate:
    """A stored candidate without contexts: its place in the list (from 1), and what was decided about it.

    ``concept`` is the concept that has a Chinese term of the same key now, if there is one.
    """

    candidate: Candidate
    rank: int
    decision: Decision | None = None
    concept: str | None = None

    @property
    def state(self) -> CandidateState:
        """The decided state, else new."""
        return self.decision.state if self.decision else CandidateState.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMark:
    """Up to where the Chinese terms of a base were read: how many, and the last term and change there were.

    The prints are what these two said, so that another base is not taken for a later state of this one.
    """

    terms: int
    last_term: int
    term_print: str
    last_change: int
    change_print: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseCounts:
    """How much a base holds; every member of a closed list has its count, zero included.

    ``evidence`` counts facts by tier, ``clusters`` the documents where near-duplicates count once.
    """

    concepts: int
    terms: int
    renderings: Mapping[Status, int]
    evidence: Mapping[Tier, int]
    gaps: int
    documents: int
    clusters: int
    candidates: Mapping[CandidateState, int]
    changes: int
