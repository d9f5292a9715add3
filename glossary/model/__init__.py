"""The words of the project as frozen values; every value checks itself when made.

Offsets are counted in code points. A language is a BCP 47 tag: ``zh-Hans``, ``zh-Hant``, ``en``, ``en-US`` …
"""

from glossary.model.candidate import Candidate, Context
from glossary.model.change import Change
from glossary.model.concept import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Concept,
    Definition,
    Evidence,
    Relation,
    Rendering,
    Term,
)
from glossary.model.document import CleanText, Document, PackedDocument, Span, Unread
from glossary.model.ids import derive_id
from glossary.model.names import (
    BEST_FIRST,
    DISCOURAGED,
    NAME_KINDS,
    RECOMMENDED,
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
from glossary.model.query import Found, Hit, Probe, TermKey
from glossary.model.stored import (
    BaseCounts,
    Decision,
    DocumentRecord,
    KeyedConcept,
    KeyedTerm,
    RankedCandidate,
)

__all__ = [
    "BEST_FIRST",
    "DISCOURAGED",
    "NAME_KINDS",
    "RECOMMENDED",
    "SOURCE_LANGUAGE",
    "TARGET_LANGUAGE",
    "BaseCounts",
    "Basis",
    "Candidate",
    "CandidateKind",
    "CandidateState",
    "Change",
    "CleanText",
    "Concept",
    "Context",
    "Decision",
    "Definition",
    "Document",
    "DocumentRecord",
    "Evidence",
    "Found",
    "Hit",
    "KeyKind",
    "KeyedConcept",
    "KeyedTerm",
    "MatchKind",
    "PackedDocument",
    "Probe",
    "RankedCandidate",
    "Relation",
    "RelationKind",
    "Rendering",
    "Span",
    "Status",
    "Term",
    "TermKey",
    "TermType",
    "Tier",
    "Unread",
    "derive_id",
    "parse_name",
]
