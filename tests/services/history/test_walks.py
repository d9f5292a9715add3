"""Any sequence of deeds can be taken back in reverse, and no id stops working: random walks look for one."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from glossary.errors import GlossaryError
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import Concept, Definition, Relation, RelationKind, Rendering, Term
from glossary.services.bases.building import build_base
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.editing import edit_concept, show_concept
from glossary.services.concepts.joining import merge_concepts, split_concept
from glossary.services.exporting.files import export_to_path
from glossary.services.history.log import tell_base
from glossary.services.history.undoing import undo
from glossary.store.concepts import iterate_concepts
from glossary.store.database import Base, create_base, open_base

from ..records import identify_base

WORDS = ("绿道", "堤防", "渡口", "浮桥", "河长", "渠长", "竹筏", "水闸")
ENGLISH = ("greenway", "dyke", "ferry landing", "pontoon bridge", "river chief", "sluice", "raft")
STEPS, SEEDS = 60, range(6)


class Walk:
    """One walk: what it draws, and the ids that it has ever met."""

    def __init__(self, base: Base, seed: int) -> None:
        self.base = base
        self.draw = random.Random(seed)
        self.met: set[str] = set()

    def concepts(self) -> list[Concept]:
        with self.base.reading() as connection:
            return list(iterate_concepts(connection))

    def step(self) -> bool:
        """Do something; return whether it could be done."""
        deeds: tuple[Callable[[], object], ...] = (self.add, self.edit, self.merge, self.split, self.undo_any)
        (deed,) = self.draw.choices(deeds, weights=(4, 6, 2, 2, 2))
        try:
            deed()
        except (GlossaryError, IndexError, ValueError):  # refused, or there is too little to draw from
            return False
        self.met |= {one.id for one in self.concepts()}
        return True

    def add(self) -> None:
        zh = "".join(self.draw.sample(WORDS, k=self.draw.choice((1, 2))))
        add_term(self.base, zh, NewRendering(text=self.draw.choice(ENGLISH)), who="mei")

    def edit(self) -> None:
        read = self.draw.choice(self.concepts())
        edit_concept(self.base, self.changed(read), read=read, who="li")

    def changed(self, read: Concept) -> Concept:
        other = self.draw.choice(self.concepts()).id
        word, english = self.draw.choice(WORDS), self.draw.choice(ENGLISH)
        changes = (
            {"note": english},
            {"scope": self.draw.choice(("", "lakes", "hills"))},
            {"definitions": (Definition(text=word, language="zh"),)},
            {"terms": tuple(reversed(read.terms))},
            {"terms": (*read.terms, Term(text=word + word))},
            {"renderings": (*read.renderings, Rendering(text=english))},
            {"renderings": ()},
            {"relations": (Relation(kind=self.draw.choice(list(RelationKind)), concept=other),)},
            {"relations": ()},
        )
        return replace(read, **self.draw.choice(changes))

    def merge(self) -> None:
        given_up, kept = self.draw.sample(self.concepts(), k=2)
        merge_concepts(self.base, given_up.id, kept.id, who="mei")

    def split(self) -> None:
        concept = self.draw.choice(self.concepts())
        texts = [one.text for one in (*concept.terms, *concept.renderings)]
        split_concept(self.base, concept.id, self.draw.sample(texts, k=1), scope="elsewhere", who="mei")

    def undo_any(self) -> None:
        undo(self.base, self.draw.choice(tell_base(self.base)).change.number, who="li")


@pytest.fixture
def new_base(tmp_path: Path) -> Iterator[Base]:
    with create_base(str(tmp_path / "walk.db")) as base:
        yield base


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_taken_back_in_reverse_gives_each_state_again(new_base: Base, seed: int) -> None:
    walk = Walk(new_base, seed)
    states = [identify_base(new_base)]
    while len(states) <= STEPS:
        done = len(tell_base(new_base))
        if walk.step() and len(tell_base(new_base)) > done:
            states.append(identify_base(new_base))
    operations = sorted({one.change.operation for one in tell_base(new_base)})
    assert len(operations) == STEPS
    for operation, state in zip(reversed(operations), reversed(states[:-1]), strict=True):
        undo(new_base, operation, who="mei")
        assert identify_base(new_base) == state


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_after_a_walk_the_base_is_whole_and_builds_again_from_its_text(
    new_base: Base, tmp_path: Path, seed: int
) -> None:
    walk = Walk(new_base, seed)
    for _ in range(STEPS):
        walk.step()
    undone = {id for id in walk.met if not leads_somewhere(new_base, id)}
    assert undone <= taken_back(new_base)
    export_to_path(new_base, find_format("toml"), tmp_path / "text", options=ExportOptions())
    build_base(tmp_path / "text", str(tmp_path / "built.db"))
    with open_base(str(tmp_path / "built.db"), write=False) as built:
        assert identify_base(built) == identify_base(new_base)


def leads_somewhere(base: Base, id: str) -> bool:
    try:
        return bool(show_concept(base, id))
    except GlossaryError:
        return False


def taken_back(base: Base) -> set[str]:
    """Return the things that an undo touched: only their making may be gone."""
    return {one.change.thing for one in tell_base(base) if one.change.verb == "undo"}
