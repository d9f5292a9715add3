"""Taking back what a file brought: all of it at once, and bringing it back."""

from pathlib import Path

import pytest
from small_base import CHIEF, GREENWAY, RAFT

from glossary.errors import InvalidInput
from glossary.model import Change, Concept, Relation, RelationKind, Rendering, Term
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history import undoing_concepts
from glossary.services.history.undoing import undo
from glossary.services.history.undoing_concepts import Step, group_steps
from glossary.services.importing.files import import_file
from glossary.store.database import Base

from ..records import edit
from ..spreadsheets import concept, concepts, write_csv

HEADER = "id,zh,en,relations\n"
PIERS = (
    "cpieraaa,一号码头,first pier,broader cpierbbb\n"
    "cpierbbb,二号码头,second pier,related cpierddd\n"
    f"cpierccc,三号码头,third pier,related {CHIEF}\n"
    "cpierddd,四号码头,fourth pier,related cpieraaa\n"
)
CHANGED = f"{CHIEF},河湖长制,chief of river and lake,related cpierccc\n{GREENWAY},绿道,green lane,\n"
OLD_ID = "coldoldo"


@pytest.fixture(params=[1, 2, 1_000])
def at_a_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many concepts are taken back in one go."""
    monkeypatch.setattr(undoing_concepts, "CONCEPTS_AT_A_TIME", request.param)
    return int(request.param)


@pytest.mark.usefixtures("at_a_time")
@pytest.mark.parametrize("rows", [PIERS + CHANGED, CHANGED + PIERS])
def test_concepts_that_name_each_other_go_together_and_come_back(
    base: Base, tmp_path: Path, rows: str
) -> None:
    before = concepts(base)
    import_file(base, write_csv(tmp_path / "piers.csv", HEADER + rows), who="mei")
    after = concepts(base)
    undone = undo(base, who="mei")
    assert concepts(base) == before
    undo(base, undone.by, who="mei")
    assert concepts(base) == after != before


def test_what_was_changed_elsewhere_in_a_concept_since_stays(base: Base, tmp_path: Path) -> None:
    import_file(base, write_csv(tmp_path / "a.csv", HEADER + PIERS + CHANGED), who="mei")
    edit(base, GREENWAY, note="By the lake.")
    undo(base, 1, who="mei")
    kept = concept(base, GREENWAY)
    assert (kept.note, "green lane" in [one.text for one in kept.renderings]) == ("By the lake.", False)


def test_one_concept_that_was_changed_in_the_same_place_since_keeps_the_whole_import(
    base: Base, tmp_path: Path
) -> None:
    import_file(base, write_csv(tmp_path / "a.csv", HEADER + PIERS), who="mei")
    edit(base, "cpierccc", renderings=(Rendering(text="landing"),))
    before = concepts(base)
    with pytest.raises(InvalidInput, match="cpierccc was changed since"):
        undo(base, 1, who="mei")
    assert concepts(base) == before


def test_a_new_concept_that_another_has_come_to_name_keeps_the_whole_import(
    base: Base, tmp_path: Path
) -> None:
    import_file(base, write_csv(tmp_path / "a.csv", HEADER + PIERS), who="mei")
    edit(base, RAFT, relations=(Relation(kind=RelationKind.RELATED, concept="cpierbbb"),))
    with pytest.raises(InvalidInput, match=f"made cpierbbb, which is named by {RAFT}; "):
        undo(base, 1, who="mei")


def test_a_new_concept_that_was_merged_since_keeps_the_whole_import(base: Base, tmp_path: Path) -> None:
    import_file(base, write_csv(tmp_path / "a.csv", HEADER + PIERS), who="mei")
    merge_concepts(base, "cpierddd", RAFT, who="mei")
    with pytest.raises(InvalidInput, match=f"cpierddd was merged into {RAFT} since"):
        undo(base, 1, who="mei")


def test_how_far_it_is_is_told(base: Base, tmp_path: Path) -> None:
    import_file(base, write_csv(tmp_path / "a.csv", HEADER + PIERS), who="mei")
    told: list[tuple[str, int, int]] = []
    undo(base, who="mei", progress=lambda *said: told.append(said))
    assert told == [("taking back", 0, 4), ("leading relations", 4, 4)]


def step(before: Concept | None, after: Concept | None) -> Step:
    one = after or before
    assert one is not None
    return Step(Change(who="mei", when="2026-11-22", why="", verb="import", thing=one.id), before, after)


def test_steps_that_did_the_same_to_different_concepts_make_one_group() -> None:
    one, other, merged = (
        Concept(id=id, terms=(Term(text="码头"),), redirects=old)
        for id, old in (("cpieraaa", ()), ("cpierbbb", ()), ("cpierccc", (OLD_ID,)))
    )
    steps = [step(None, one), step(None, other), step(one, one), step(one, one), step(other, other)]
    steps += [step(merged, merged), step(one, one), step(one, None), step(other, None)]
    assert [[*group] for group in group_steps(steps)] == [
        ["cpieraaa", "cpierbbb"],
        ["cpieraaa"],
        ["cpieraaa", "cpierbbb"],
        ["cpierccc"],
        ["cpieraaa"],
        ["cpieraaa", "cpierbbb"],
    ]
