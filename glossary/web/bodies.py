"""What clients send, member by member; what is not named here is refused.

The members are those of the answers, so that what was read can be changed and sent back. Members that the
base computes (``version``, ``gap``, the id of a rendering, the term of a relation) are not looked at.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from glossary.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Basis,
    RelationKind,
    Status,
    TermType,
    Tier,
)
from glossary.services import wording
from glossary.services.defaults import MOST_NUMBER

Computed = Annotated[Any, Field(description="Computed by the base; sent back it means nothing.")]
Reason = Annotated[str, Field(description=wording.REASON)]


class Body(BaseModel):
    """A JSON object with the members that it names, and no others."""

    model_config = ConfigDict(extra="forbid", protected_namespaces=())


class DefinitionBody(Body):
    """What a concept means, in one language."""

    language: Annotated[str, Field(examples=["en", "zh"])]
    text: str
    source: str = ""


class EvidenceBody(Body):
    """One fact: somebody used the rendering."""

    publisher: str = ""
    title: str = ""
    date: Annotated[str, Field(description=wording.PARTIAL_DATE)] = ""
    url: str = ""
    mirror_of: str = ""
    tier: Tier | None = None
    basis: Basis | None = None
    note: str = ""


class TermBody(Body):
    """A Chinese term."""

    text: str
    language: str = SOURCE_LANGUAGE
    status: Status = Status.ADMITTED
    part_of_speech: str = ""
    term_type: TermType = TermType.FULL_FORM
    reading: Annotated[str, Field(description="Only where it corrects the computed one.")] = ""
    case_sensitive: StrictBool = False
    do_not_translate: StrictBool = False
    note: str = ""


class RenderingBody(TermBody):
    """An English rendering with the evidence for it."""

    id: Computed = None
    language: str = TARGET_LANGUAGE
    serves: Annotated[str | None, Field(description="The one Chinese term that it stands for.")] = None
    instead: Annotated[str | None, Field(description=wording.INSTEAD)] = None
    evidence: list[EvidenceBody] = []


class RelationBody(Body):
    """An arrow to another concept."""

    kind: RelationKind
    concept: str
    term: Computed = None


class ConceptBody(Body):
    """A concept; in a PATCH the members that are left out stay, lists are replaced whole, null empties."""

    id: Annotated[str | None, Field(description="c and seven of a-z2-7; else the base draws one.")] = None
    version: Computed = None
    gap: Computed = None
    subject_field: str | None = None
    scope: str | None = None
    note: str | None = None
    definitions: list[DefinitionBody] | None = None
    terms: list[TermBody] | None = None
    renderings: list[RenderingBody] | None = None
    relations: list[RelationBody] | None = None
    redirects: Annotated[
        list[str] | None, Field(description="Ids that lead here; merging makes them, nobody else.")
    ] = None
    reason: Reason = ""


class AddedRendering(Body):
    """A rendering for a concept that is there; without a status the base decides."""

    text: str
    term: Annotated[
        str | None, Field(description="The Chinese; added if the concept lacks it. Else the head.")
    ] = None
    status: Status | None = None
    instead: str = ""
    note: str = ""
    evidence: Annotated[list[EvidenceBody], Field(max_length=1, description="Who used it; none: ours.")] = []
    reason: Reason = ""


class MergeBody(Body):
    """Into which concept another one goes."""

    into: Annotated[str, Field(description="The id of the concept that is kept.")]
    reason: Reason = ""


class SplitBody(Body):
    """What of a concept means something else."""

    texts: Annotated[list[str], Field(min_length=1, description="Terms and renderings of the new concept.")]
    scope: Annotated[str, Field(description=wording.NEW_SCOPE)] = ""
    reason: Reason = ""


class AcceptBody(Body):
    """What a candidate becomes: ``en``, its rendering, or ``concept``, where it belongs, or both."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    en: str = ""
    concept: Annotated[str | None, Field(description="An id; new for one more sense of a known term.")] = None
    term_type: Annotated[
        str | None, Field(alias="as", description=wording.ATTACH_AS, examples=["variant"])
    ] = None
    status: Status | None = None
    instead: str = ""
    note: str = ""
    evidence: Annotated[list[EvidenceBody], Field(max_length=1)] = []
    reason: Reason = ""


class ReasonBody(Body):
    """Why something is decided."""

    reason: Reason = ""


class UndoBody(ReasonBody):
    """What is taken back."""

    change: Annotated[
        int | None, Field(strict=True, ge=1, le=MOST_NUMBER, description="A change; else your last one.")
    ] = None


class AnnotateBody(Body):
    """A text in which known terms are looked for."""

    text: str
    nested: Annotated[StrictBool, Field(description="Terms inside others too.")] = False


class SnapshotBody(Body):
    """What a snapshot is for."""

    note: str = ""
