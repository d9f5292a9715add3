"""The words of the project as frozen values; every value checks itself when made.

Offsets are counted in code points. A language is a BCP 47 tag: ``zh-Hans``, ``zh-Hant``, ``en``, ``en-US`` …
"""

from glossary.model.answer import LONGEST_PHRASE_CHARS, Answer
from glossary.model.attestation import Attestation
from glossary.model.candidate import Candidate, Context
from glossary.model.change import LIST_PREFIX, Change, Operation, Request, Snapshot, ThingKind, kind_of
from glossary.model.concept import (
    NAMING_FIELDS,
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    TEXT_FIELDS,
    Concept,
    Definition,
    Evidence,
    Relation,
    Rendering,
    Term,
    first_usable,
)
from glossary.model.document import CleanText, Document, PackedDocument, Span, Unread
from glossary.model.finding import Finding, FindingKind, Side, Waiver
from glossary.model.ids import CANDIDATE_LETTER, derive_id
from glossary.model.names import (
    BEST_FIRST,
    DISCOURAGED,
    NAME_KINDS,
    RECOMMENDED,
    AttestationKind,
    Basis,
    CandidateKind,
    CandidateState,
    KeyKind,
    MatchKind,
    RelationKind,
    Status,
    TermType,
    Tier,
    parse_name,
)
from glossary.model.pair import Pair
from glossary.model.query import Found, Hit, Member, NamedConcept, Probe, TermKey
from glossary.model.stored import (
    BaseCounts,
    DecidedKey,
    Decision,
    DocumentRecord,
    KeyedConcept,
    KeyedTerm,
    RankedCandidate,
    TermMark,
)
from glossary.model.trusting import trusted

__all__ = [
    "BEST_FIRST",
    "CANDIDATE_LETTER",
    "DISCOURAGED",
    "LIST_PREFIX",
    "LONGEST_PHRASE_CHARS",
    "NAME_KINDS",
    "NAMING_FIELDS",
    "RECOMMENDED",
    "SOURCE_LANGUAGE",
    "TARGET_LANGUAGE",
    "TEXT_FIELDS",
    "Answer",
    "Attestation",
    "AttestationKind",
    "BaseCounts",
    "Basis",
    "Candidate",
    "CandidateKind",
    "CandidateState",
    "Change",
    "CleanText",
    "Concept",
    "Context",
    "DecidedKey",
    "Decision",
    "Definition",
    "Document",
    "DocumentRecord",
    "Evidence",
    "Finding",
    "FindingKind",
    "Found",
    "Hit",
    "KeyKind",
    "KeyedConcept",
    "KeyedTerm",
    "MatchKind",
    "Member",
    "NamedConcept",
    "Operation",
    "PackedDocument",
    "Pair",
    "Probe",
    "RankedCandidate",
    "Relation",
    "RelationKind",
    "Rendering",
    "Request",
    "Side",
    "Snapshot",
    "Span",
    "Status",
    "Term",
    "TermKey",
    "TermMark",
    "TermType",
    "ThingKind",
    "Tier",
    "Unread",
    "Waiver",
    "derive_id",
    "first_usable",
    "kind_of",
    "parse_name",
    "trusted",
]
