"""What lists from elsewhere say about renderings; material for curators, not yet part of any concept."""

from dataclasses import dataclass

from glossary.model.checks import require_text
from glossary.model.concept import Evidence
from glossary.model.names import AttestationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """One line of an attestation list: somebody wrote ``en`` for ``zh``, or advises against it."""

    zh: str
    en: str
    kind: AttestationKind = AttestationKind.ATTESTED
    evidence: Evidence

    def __post_init__(self) -> None:
        require_text(self.zh, "the Chinese of an attestation")
        require_text(self.en, "the English of an attestation")
