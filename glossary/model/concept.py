"""Concepts, their terms and renderings, and the evidence for each (ISO 1087, ISO 30042)."""

import re
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache

from msgspec import Struct, structs
from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.model.checks import (
    find_repeated,
    require_language,
    require_partial_date,
    require_text,
    require_web_address,
    require_writable,
)
from glossary.model.ids import derive_id
from glossary.model.names import DISCOURAGED, RECOMMENDED, Basis, RelationKind, Status, TermType, Tier

SOURCE_LANGUAGE = "zh-Hans"
TARGET_LANGUAGE = "en"
MOST_TERM_CHARS = 1_000
MOST_LANGUAGES = 256
TEXT_FIELDS = ("subject_field", "scope", "note")
"""What is said of a concept in plain text."""
NAMING_FIELDS = frozenset({"text", "language", "evidence"})
"""What a designation is known by, and what hangs on it: all that is not said of it."""
CONCEPT_ID = re.compile(r"c[a-z2-7]{7}")


class Evidence(Struct, frozen=True, kw_only=True, gc=False):
    """One fact: somebody used this rendering for this concept.

    ``date`` is YYYY, YYYY-MM or YYYY-MM-DD; ``url`` is an address of the web.
    """

    publisher: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    mirror_of: str = ""
    tier: Tier = Tier.COMPOSED
    basis: Basis | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.date:
            require_partial_date(self.date)
        if self.url:
            require_web_address(self.url)
        if not self.publisher and self.tier is not Tier.COMPOSED:
            raise InvalidInput(f"evidence of tier {self.tier} needs a publisher; without one it is composed")
        require_writable("evidence", self.publisher, self.title, self.url, self.mirror_of, self.note)


class Term(Struct, frozen=True, kw_only=True, gc=False):
    """One designation of a concept in one language. ``reading`` is kept only where it corrects pypinyin's."""

    text: str
    language: str = SOURCE_LANGUAGE
    status: Status = Status.ADMITTED
    part_of_speech: str = ""
    term_type: TermType = TermType.FULL_FORM
    reading: str = ""
    case_sensitive: bool = False
    do_not_translate: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "a term", most=MOST_TERM_CHARS)
        require_language(self.language)
        if self.part_of_speech or self.reading or self.note:
            require_writable(f"the term {self.text!r}", self.part_of_speech, self.reading, self.note)


class Rendering(Term, frozen=True, kw_only=True, gc=False):
    """A term of the target language: what the translator writes.

    ``serves`` names the one Chinese term that it stands for (the short form's short English); ``instead``
    is the text of another rendering of the concept, to be used in place of a deprecated or forbidden one.
    """

    language: str = TARGET_LANGUAGE
    serves: str = ""
    instead: str = ""
    evidence: tuple[Evidence, ...] = ()

    def id_within(self, concept: str) -> str:
        """Return the id of this rendering of ``concept``, made from concept, language and text."""
        return derive_id("r", concept, self.language, self.text)

    @property
    def is_attested(self) -> bool:
        """Whether anyone but us or a machine is on record as having used it."""
        return any(fact.tier not in (Tier.COMPOSED, Tier.MACHINE) for fact in self.evidence)


def first_usable(renderings: Iterable[Rendering]) -> Rendering | None:
    """Return the first that may be written: never one that is deprecated or forbidden."""
    return next((one for one in renderings if one.status not in DISCOURAGED), None)


class Definition(Struct, frozen=True, kw_only=True, gc=False):
    """What a concept means, in one language, with where the wording comes from."""

    text: str
    language: str
    source: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "a definition")
        require_language(self.language)
        require_writable("the source of a definition", self.source)


class Relation(Struct, frozen=True, kw_only=True, gc=False):
    """An arrow from the concept that holds it to another one, by id; members are in order."""

    kind: RelationKind
    concept: str


class Concept(Struct, frozen=True, kw_only=True, gc=False):
    """One meaning with its Chinese terms, its renderings and the evidence for each.

    ``redirects`` are ids of concepts that were merged into this one: whoever still has one is led here.
    """

    id: str
    subject_field: str = ""
    scope: str = ""
    note: str = ""
    definitions: tuple[Definition, ...] = ()
    terms: tuple[Term, ...]
    renderings: tuple[Rendering, ...] = ()
    relations: tuple[Relation, ...] = ()
    redirects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not CONCEPT_ID.fullmatch(self.id):
            raise InvalidInput(f"{self.id!r} is no concept id; an id is c and seven of a-z2-7")
        if not self.terms:
            raise InvalidInput(f"concept {self.id} has no Chinese term")
        require_writable(f"concept {self.id}", self.subject_field, self.scope, self.note)
        self._refuse_one_language()
        self._refuse_repeated_terms()
        self._refuse_dangling_names()
        if self.relations:
            self._refuse_odd_relations()
        if self.redirects:
            self._refuse_odd_redirects()

    def _refuse_odd_redirects(self) -> None:
        twice = find_repeated(self.redirects)
        for old in self.redirects:
            if not CONCEPT_ID.fullmatch(old) or old == self.id or old == twice:
                raise InvalidInput(
                    f"concept {self.id}: {old!r} is no other id that could lead here, or is twice"
                )

    def _refuse_odd_relations(self) -> None:
        if any(relation.concept == self.id for relation in self.relations):
            raise InvalidInput(f"concept {self.id} has a relation to itself")
        if repeated := find_repeated(self.relations):
            raise InvalidInput(f"concept {self.id} has the relation to {repeated.concept} twice")

    def _refuse_one_language(self) -> None:
        """Refuse a term that is a rendering by its language, or a rendering that is a term."""
        terms = {primary(one.language) for one in self.terms}
        if both := terms & {primary(one.language) for one in self.renderings}:
            raise InvalidInput(
                f"concept {self.id} has terms and renderings in one language, {', '.join(sorted(both))}; "
                "a rendering is what to write in the other one"
            )

    def _refuse_repeated_terms(self) -> None:
        every = (*self.terms, *self.renderings)
        if len({term.text for term in every}) == len(every):
            return
        if repeated := find_repeated((term.language, term.text) for term in every):
            raise InvalidInput(f"concept {self.id} names {repeated[1]!r} twice")

    def _refuse_dangling_names(self) -> None:
        naming = [rendering for rendering in self.renderings if rendering.instead or rendering.serves]
        if not naming:
            return
        texts = {rendering.text for rendering in self.renderings}
        served = {term.text for term in self.terms}
        for rendering in naming:
            if rendering.instead and (rendering.instead not in texts or rendering.instead == rendering.text):
                raise InvalidInput(
                    f"concept {self.id}: {rendering.text!r} names {rendering.instead!r} to use instead, "
                    "which is no other rendering of the concept"
                )
            if rendering.serves and rendering.serves not in served:
                raise InvalidInput(
                    f"concept {self.id}: {rendering.text!r} serves {rendering.serves!r}, "
                    "which is no term of the concept"
                )

    def led(self, leads: Mapping[str, str]) -> "Concept":
        """Return the concept with its relations to old ids led to where these go; none leads to itself."""
        if leads.keys().isdisjoint(one.concept for one in self.relations):
            return self
        arrows = (replace(one, concept=leads.get(one.concept, one.concept)) for one in self.relations)
        kept = dict.fromkeys(one for one in arrows if one.concept != self.id)
        return replace(self, relations=tuple(kept))

    def without_relations_to(self, ids: Container[str]) -> "Concept":
        """Return the concept without its relations to these concepts."""
        return replace(self, relations=tuple(one for one in self.relations if one.concept not in ids))

    @property
    def head(self) -> Term:
        """The preferred Chinese term, else the first."""
        preferred = (term for term in self.terms if term.status is Status.PREFERRED)
        return next(preferred, self.terms[0])

    @property
    def is_gap(self) -> bool:
        """Whether no rendering has evidence other than composed or machine."""
        return not any(rendering.is_attested for rendering in self.renderings)

    @property
    def recommended(self) -> Rendering | None:
        """The preferred rendering, else the first admitted one."""
        usable = [one for one in self.renderings if one.status in RECOMMENDED]
        return min(usable, key=lambda one: RECOMMENDED.index(one.status), default=None)


@cache
def defaults_of(kind: type[Struct]) -> Mapping[str, object]:
    """Return what each field of such a value is where nothing is said of it, by name."""
    return {field.name: field.default for field in structs.fields(kind)}


@lru_cache(maxsize=MOST_LANGUAGES)
def primary(language: str) -> str:
    """Return the language without script and country: zh of zh-Hant."""
    return language.partition("-")[0].lower()
