"""Keys, the probes that ask for them, and what they find."""

from dataclasses import dataclass

from glossary.model.candidate import Context
from glossary.model.concept import Concept, Rendering, Term
from glossary.model.names import KeyKind, MatchKind, Status, TermType


@dataclass(frozen=True, slots=True)
class TermKey:
    """One string by which a term is found."""

    kind: KeyKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One question to the keys: terms that hold all of ``keys``, or one that begins with the only key.

    ``within`` is a text that the folded spelling of the term must hold; ``whole`` says that the keys name the
    term, not a part of it.
    """

    match: MatchKind
    kind: KeyKind
    keys: tuple[str, ...]
    prefix: bool = False
    within: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A term that a probe found: its folded spelling and shown reading, and the scope of its concept.

    ``corrected`` is the reading that a curator gave it, ``whole`` whether the query names all of the term.
    """

    concept: str
    text: str
    language: str
    term_type: TermType
    folded: str
    match: MatchKind
    key: str
    reading: str = ""
    corrected: str = ""
    scope: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedConcept:
    """A concept that a Chinese term names, and how it writes that term. Homographs name several."""

    concept: str
    text: str
    language: str
    status: Status
    case_sensitive: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the things that a formula such as 四位一体 counts: its concept, and what to write for it."""

    concept: str
    term: str
    rendering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One concept that answers a query: the matched Chinese term and why it matched.

    ``renderings`` are the concept's in the order for who looked up that term, ``contexts`` best first,
    ``members`` those of a formula in its order.
    """

    concept: Concept
    term: Term
    reading: str
    match: MatchKind
    key: str
    renderings: tuple[Rendering, ...] = ()
    contexts: tuple[Context, ...] = ()
    members: tuple[Member, ...] = ()
