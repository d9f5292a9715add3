"""Which concepts of the base the entries of a file speak of, and what these were in a snapshot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from glossary.curation.importing import under_id
from glossary.formats.concepts import Dropped
from glossary.model import Concept, Snapshot
from glossary.model.plain import concept_from_json
from glossary.services.concepts.relations import find_taken_redirects, without_redirects
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.on_disk import DiskDict
from glossary.text.folding import folded_key

CONCEPT_LETTER = "c"
"""How the id of a concept begins, and no other's."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A concept of a file and what matches it.

    ``original`` is its id in the file, ``said`` the concept under the id that this leads to now, ``here`` the
    concept of the base, ``base`` what the original was in the snapshot; None where there was none.
    """

    original: str
    said: Concept
    here: Concept | None
    base: Concept | None


class Matcher:
    """Finds the concepts of the base for a batch of those of a file, in a few statements."""

    def __init__(self, connection: Connection, since: Snapshot | None) -> None:
        self._connection = connection
        self._since = since

    def match(self, concepts: Sequence[Concept]) -> tuple[list[Matched], list[Dropped]]:
        """Return each concept with what it matches, and the old ids that it may not have."""
        states = self.states_then([one.id for one in concepts])
        leads = self._leads([*concepts, *(one for one in states.values() if one)])
        ids = [leads.get(one.id, one.id) for one in concepts]
        known = {one.id: one for one in concept_rows.find_concepts(self._connection, [*dict.fromkeys(ids)])}
        dropped: list[Dropped] = []
        matched = []
        for one, id in zip(concepts, ids, strict=True):
            here = known.get(id)
            base = states.get(one.id, here if self._since and id == one.id else None)
            base = under_id(id, base.led(leads)) if base else None
            said = self._settle(under_id(id, one.led(leads)), dropped)
            matched.append(Matched(original=one.id, said=said, here=here, base=base))
        return matched, dropped

    def lead(self, concept: Concept) -> Concept:
        """Return a concept with its relations leading past old ids."""
        return concept.led(self._leads([concept])) if concept.relations else concept

    def match_terms(self, texts: Sequence[str]) -> "Holders":
        """Return the concepts that have these Chinese terms, or had them in the snapshot."""
        keys = [*dict.fromkeys(map(folded_key, texts))]
        holding = concept_rows.holders_of_folded(self._connection, keys)
        had = [(key, old) for key in keys for old in self._had.get(key, "").split()]
        then = self.states_then([old for _, old in had])
        leads = self._leads(filter(None, then.values()))
        states: dict[str, Concept | None] = {}
        for key, old in had:
            id, one = leads.get(old, old), then[old]
            states[id] = under_id(id, one.led(leads)) if one else None
            holding[key] = [*dict.fromkeys((*holding.get(key, ()), id))]
        ids = [*dict.fromkeys(id for some in holding.values() for id in some)]
        known = {one.id: one for one in concept_rows.find_concepts(self._connection, ids)}
        return Holders(known, holding, (known | self.states_then(ids) | states) if self._since else {})

    def states_then(self, ids: Sequence[str]) -> dict[str, Concept | None]:
        """Return what those of the concepts that were changed since the snapshot were then."""
        if self._since is None:
            return {}
        texts = change_rows.states_before(self._connection, ids, since=self._since.change)
        return {id: concept_from_json(text) for id, text in texts.items()}

    @cached_property
    def _had(self) -> Mapping[str, str]:
        """The ids of the concepts changed or taken out since the snapshot, by each folded term they had."""
        texts: Iterable[str] = ()
        if self._since:
            number = self._since.change
            texts = change_rows.states_of_changed(self._connection, since=number, letter=CONCEPT_LETTER)
        ids = DiskDict()
        for concept in filter(None, map(concept_from_json, texts)):
            for key in {folded_key(term.text) for term in concept.terms}:
                ids[key] = f"{ids.get(key, '')} {concept.id}"
        return ids

    def _leads(self, concepts: Iterable[Concept]) -> dict[str, str]:
        ids = dict.fromkeys(id for one in concepts for id in (one.id, *(to.concept for to in one.relations)))
        return concept_rows.current_ids(self._connection, [*ids])

    def _settle(self, concept: Concept, dropped: list[Dropped]) -> Concept:
        """Return the concept without old ids that belong to another one; these are told."""
        if not concept.redirects:
            return concept
        taken = find_taken_redirects(self._connection, concept)
        why = "is a concept here, or leads to another one; merge them with `glossary concept merge`"
        dropped += (Dropped(where=concept.id, what=f"the old id {old}", why=f"{old} {why}") for old in taken)
        return without_redirects(concept, taken)


@dataclass(frozen=True, slots=True)
class Holder:
    """A concept that has a term, or had it in the snapshot: as it is and as it was, None for not at all."""

    id: str
    here: Concept | None
    base: Concept | None

    @property
    def scope(self) -> str:
        """Where the meaning holds."""
        known = self.here or self.base
        return known.scope if known else ""


class Holders:
    """Concepts by the folded spelling of their Chinese terms: those of the base, and those put in since."""

    def __init__(
        self,
        concepts: Mapping[str, Concept],
        held: Mapping[str, Sequence[str]],
        states: Mapping[str, Concept | None],
    ) -> None:
        self.concepts = dict(concepts)
        self._now = dict(concepts)
        self._held = {key: [*ids] for key, ids in held.items()}
        self._states = states

    def find(self, text: str) -> list[Holder]:
        """Return the concepts that have this term, in either script, as they are now."""
        ids = self._held.get(folded_key(text), ())
        return [Holder(id, self._now.get(id), self._states.get(id)) for id in ids]

    def put(self, concept: Concept) -> None:
        """Take in a concept as it will be."""
        self._now[concept.id] = concept
        for key in {folded_key(term.text) for term in concept.terms}:
            ids = self._held.setdefault(key, [])
            if concept.id not in ids:
                ids.append(concept.id)
