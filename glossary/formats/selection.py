"""Which concepts and renderings an export is asked for: pure, before any format sees them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from glossary.formats.concepts import Dropped
from glossary.formats.pairs.offering import best_renderings
from glossary.model import Concept, Status

GONE = "that rendering was not asked for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for: nothing said is everything.

    ``subject_fields`` and ``statuses`` (of renderings) are those wanted; ``passage`` is a text in which a
    term of the concept must stand (who has the base finds those), None for any; ``one_rendering`` keeps the
    best one of each Chinese term; ``contexts`` is how many of each concept are quoted, None what is usual
    for the format.
    """

    subject_fields: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    passage: str | None = None
    one_rendering: bool = False
    contexts: int | None = None

    @property
    def is_everything(self) -> bool:
        """Whether no concept and no rendering is left away."""
        return not (self.subject_fields or self.cuts_concepts) and self.passage is None

    @property
    def cuts_concepts(self) -> bool:
        """Whether a concept may lose renderings: an import must not take them for taken out."""
        return bool(self.statuses) or self.one_rendering


def select(concepts: Iterable[Concept], selection: Selection, told: list[Dropped]) -> Iterator[Concept]:
    """Yield what is asked for of concepts that stand in the passage, where there is one.

    ``told`` gets what renderings lose because others were not asked for.
    """
    for concept in concepts:
        if is_wanted(concept, selection):
            cut = cut_renderings(concept, selection, told)
            if cut.renderings or not selection.statuses:
                yield cut


def is_wanted(concept: Concept, selection: Selection) -> bool:
    """Return whether the subject field of a concept is among those asked for; case does not count."""
    wanted = {field.casefold() for field in selection.subject_fields}
    return not wanted or concept.subject_field.casefold() in wanted


def cut_renderings(concept: Concept, selection: Selection, told: list[Dropped]) -> Concept:
    """Return a concept with the renderings asked for; none names one that is not there any more."""
    if not selection.cuts_concepts:
        return concept
    kept = [one for one in concept.renderings if not selection.statuses or one.status in selection.statuses]
    if selection.one_rendering:
        best = best_renderings(concept.terms, kept)
        kept = [one for one in kept if one in best]
    texts = {one.text for one in kept}
    alone = [one for one in kept if one.instead and one.instead not in texts]
    told += (
        Dropped(where=concept.id, what=f"{one.text!r}: instead {one.instead!r}", why=GONE) for one in alone
    )
    return replace(
        concept, renderings=tuple(replace(one, instead="") if one in alone else one for one in kept)
    )


def close_relations(concept: Concept, ids: frozenset[str]) -> Concept:
    """Return a concept whose relations lead to concepts among ``ids`` alone."""
    kept = tuple(relation for relation in concept.relations if relation.concept in ids)
    return concept if len(kept) == len(concept.relations) else replace(concept, relations=kept)
