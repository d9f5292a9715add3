"""Whatever two curators do to one base, no change gets lost and no conflict untold."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, GREENWAY

from glossary.curation.conflicts import Policy
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import Concept, Definition, Evidence, Rendering, Status, Term, Tier, defaults_of
from glossary.services.concepts.editing import edit_concept, show_concept
from glossary.services.exporting.files import export_to_path
from glossary.services.history.snapshots import take_snapshot
from glossary.services.importing.files import ImportReport, import_file
from glossary.store.concepts import iterate_concepts
from glossary.store.database import Base, open_base

from ..spreadsheets import with_tuples

pytestmark = pytest.mark.slow

READABLE = ["csv", "tsv", "xlsx", "json", "jsonl", "toml", "tbx", "tbx-dct", "tbx2", "tbx4"]
"""Those that carry whole concepts with their ids."""
WHOLE = ["csv", "toml"]
BY_ID = {concept.id: concept for concept in CONCEPTS}
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
USUAL = defaults_of(Rendering)
NOTES = st.sampled_from(["", "In parks.", "On dykes."])
FACTS = st.lists(
    st.builds(Evidence, publisher=st.sampled_from(["Hill Journal", "Lake Daily"]), tier=st.just(Tier.MEDIA)),
    max_size=2,
    unique=True,
).map(tuple)


@contextmanager
def copy_of(file: Path) -> Iterator[Base]:
    with (
        TemporaryDirectory() as folder,
        open_base(str(copyfile(file, Path(folder) / "base.db")), write=True) as base,
    ):
        yield base


def concepts(base: Base) -> dict[str, Concept]:
    with base.reading() as connection:
        return {concept.id: concept for concept in iterate_concepts(connection)}


def export(base: Base, name: str) -> Path:
    target = Path(base.location).with_name(f"exported-{len([*Path(base.location).parent.iterdir()])}.{name}")
    export_to_path(base, find_format(name), target, options=ExportOptions())
    return target


def write(base: Base, concept: Concept) -> None:
    edit_concept(base, concept, read=show_concept(base, concept.id), who="here")


def file_of(base: Base, name: str, changed: Concept, snapshot: str) -> Path:
    """Return an export of the base in which somebody has changed one concept."""
    whole = concepts(base) | {changed.id: changed}
    target = Path(base.location).with_name(f"edited.{name}")
    options = ExportOptions(snapshot=snapshot)
    if name == "toml":
        find_format(name).write(whole.values(), target, options=options)
    else:
        with target.open("wb") as out:
            find_format(name).write(whole.values(), out, options=options)
    return target


def bring(base: Base, file: Path, snapshot: str, policy: Policy = Policy.KEEP) -> ImportReport:
    return with_tuples(import_file(base, file, snapshot=snapshot, decide=policy, who="there"))


@st.composite
def edited(draw: st.DrawFn, id: str = GREENWAY) -> Concept:
    """Draw a concept that somebody changed in several places."""
    before = BY_ID[id]
    kept = [one for one in before.renderings if draw(st.integers(0, 3))]
    texts = {one.text for one in kept}
    renderings = [
        replace(
            one,
            instead=one.instead if one.instead in texts else "",
            note=draw(st.just(one.note) | NOTES),
            status=draw(st.sampled_from([one.status, Status.ADMITTED])),
            evidence=draw(st.just(one.evidence) | FACTS),
        )
        for one in kept
    ]
    new = draw(st.sampled_from(["", "linear park", "parkway"]))
    if new:
        renderings.append(Rendering(text=new, status=Status.ADMITTED, evidence=draw(FACTS)))
    terms = [*before.terms[: draw(st.integers(1, 2))]]
    served = {term.text for term in terms}
    renderings = [replace(one, serves=one.serves if one.serves in served else "") for one in renderings]
    if draw(st.booleans()):
        terms.append(Term(text="步道", note=draw(NOTES)))
    return replace(
        before,
        note=draw(st.just(before.note) | NOTES),
        subject_field=draw(st.sampled_from([before.subject_field, "transport"])),
        definitions=draw(
            st.just(before.definitions)
            | NOTES.map(lambda text: (Definition(text=text or "x", language="en"),))
        ),
        terms=tuple(terms),
        renderings=tuple(renderings),
        relations=draw(st.just(before.relations) | st.just(())),
    )


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("policy", Policy)
def test_an_unchanged_export_changes_nothing(small_base: Path, name: str, policy: Policy) -> None:
    with copy_of(small_base) as base:
        snapshot = take_snapshot(base, who="x").id
        before = concepts(base)
        report = bring(base, export(base, name), snapshot, policy)
        assert (report.added, report.changed, report.conflicts, report.dropped) == ((), (), (), ())
        assert concepts(base) == before
        assert len(report.unchanged) == len(before)


@FEW
@given(here=edited(), name=st.sampled_from(READABLE), policy=st.sampled_from(Policy))
def test_an_unchanged_export_leaves_what_others_did_since(
    small_base: Path, here: Concept, name: str, policy: Policy
) -> None:
    with copy_of(small_base) as base:
        snapshot = take_snapshot(base, who="x").id
        file = export(base, name)
        write(base, here)
        before = concepts(base)
        report = bring(base, file, snapshot, policy)
        assert (report.changed, report.conflicts, concepts(base)) == ((), (), before)


@FEW
@given(there=edited(), name=st.sampled_from(READABLE))
def test_what_only_the_file_changed_is_taken_whole(small_base: Path, there: Concept, name: str) -> None:
    with copy_of(small_base) as base:
        snapshot = take_snapshot(base, who="x").id
        report = bring(base, file_of(base, name, there, snapshot), snapshot)
        assert report.conflicts == ()
        after = concepts(base)[GREENWAY]
        assert as_sets(after) == as_sets(there)


@FEW
@given(one=edited(), other=edited(CHIEF), name=st.sampled_from(READABLE))
def test_edits_of_different_concepts_both_survive_in_either_order(
    small_base: Path, one: Concept, other: Concept, name: str
) -> None:
    outcomes = []
    for order in ((one, other), (other, one)):
        with copy_of(small_base) as base:
            snapshot = take_snapshot(base, who="x").id
            files = [
                file_of(base, name, concept, snapshot).rename(Path(base.location).with_name(f"{n}.{name}"))
                for n, concept in enumerate(order)
            ]
            reports = [bring(base, file, snapshot) for file in files]
            assert [report.conflicts for report in reports] == [(), ()]
            outcomes.append({id: as_sets(concept) for id, concept in concepts(base).items()})
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][GREENWAY] == as_sets(one)
    assert outcomes[0][CHIEF] == as_sets(other)


@FEW
@given(here=edited(), there=edited(), name=st.sampled_from(WHOLE))
def test_of_two_edits_of_one_concept_nothing_is_lost_untold(
    small_base: Path, here: Concept, there: Concept, name: str
) -> None:
    """Each place that both changed differently is told; each place that one side changed is as it wants."""
    base_state = places(BY_ID[GREENWAY])
    with copy_of(small_base) as base:
        snapshot = take_snapshot(base, who="x").id
        file = file_of(base, name, there, snapshot)
        write(base, here)
        report = bring(base, file, snapshot)
        after = places(concepts(base)[GREENWAY])
    told = {conflict.field for conflict in report.conflicts}
    told |= {f"{kind} {text!r}" for kind, text in respelled(report)}
    unfit = any(conflict.name == "concept" for conflict in report.conflicts)
    ours, theirs = places(here), places(there)
    for place in base_state.keys() | ours.keys() | theirs.keys():
        was, mine, your, now = (side.get(place) for side in (base_state, ours, theirs, after))
        if was is None and None not in (mine, your):
            was = USUAL.get(place[-1])  # both added the same term; only one of them may have said this of it
        is_told = unfit or not told.isdisjoint(names_of(place))
        if mine == your or your == was:
            assert now == mine or is_told, place
        elif mine == was:
            assert now == your or is_told, place
        else:
            assert is_told, place


def respelled(report: ImportReport) -> Iterator[tuple[str, str]]:
    """Yield what a conflict about a name that was spelled anew speaks of besides: the new spellings."""
    for conflict in report.conflicts:
        kind, _, name = conflict.field.partition(" ")
        if kind in ("term", "rendering") and name.startswith(("'", '"')):
            yield from ((kind, side) for side in (conflict.here, conflict.there))


def names_of(place: tuple[str, ...]) -> set[str]:
    """Return the conflicts that speak of a place: of itself, or of the term that it belongs to."""
    whole, *rest = place
    if whole == "definition":
        return {f"definition in {rest[0]}"}
    if not rest:
        return {whole.replace("_", " ")}
    term = f"{whole.lower()} {rest[0]!r}"
    return {term, *(f"{name.replace('_', ' ')} of {term}" for name in rest[1:])}


@FEW
@given(here=edited(), there=edited(), name=st.sampled_from(WHOLE))
def test_replacing_takes_the_side_of_the_file_wherever_they_conflict(
    small_base: Path, here: Concept, there: Concept, name: str
) -> None:
    with copy_of(small_base) as base:
        snapshot = take_snapshot(base, who="x").id
        file = file_of(base, name, there, snapshot)
        write(base, here)
        report = bring(base, file, snapshot, Policy.REPLACE)
        fit = [one for one in report.conflicts if one.name != "concept"]
        assert {conflict.taken for conflict in fit} <= {"there"}
        again = bring(base, file, snapshot, Policy.REPLACE)
        assert again.changed == () or any(one.name == "concept" for one in again.conflicts)


@FEW
@given(there=edited(), name=st.sampled_from(READABLE))
def test_without_a_snapshot_nothing_goes(small_base: Path, there: Concept, name: str) -> None:
    with copy_of(small_base) as base:
        before = concepts(base)[GREENWAY]
        file = file_of(base, name, there, "")
        import_file(base, file, who="there")
        after = concepts(base)[GREENWAY]
        assert {one.text for one in (*before.terms, *there.terms)} == {one.text for one in after.terms}
        assert {one.text for one in (*before.renderings, *there.renderings)} == {
            one.text for one in after.renderings
        }
        for one in before.renderings:
            (same,) = (it for it in after.renderings if it.text == one.text)
            assert set(one.evidence) <= set(same.evidence)


def places(concept: Concept) -> dict[tuple[str, ...], Any]:
    """Return what a concept says, place by place."""
    said: dict[tuple[str, ...], Any] = {
        (name,): getattr(concept, name) for name in ("note", "subject_field", "scope")
    }
    for number, definition in enumerate(concept.definitions):
        said["definition", definition.language, str(number)] = definition
    for term in (*concept.terms, *concept.renderings):
        kind = type(term).__name__
        said[kind, term.text] = True
        for name in term.__struct_fields__:
            if name not in ("text", "evidence"):
                said[kind, term.text, name] = getattr(term, name)
        for fact in term.evidence if isinstance(term, Rendering) else ():
            said[kind, term.text, str(fact)] = True
    for relation in concept.relations:
        said["relation", relation.kind, relation.concept] = True
    return said


def as_sets(concept: Concept) -> dict[tuple[str, ...], Any]:
    """Return what a concept says, without order."""
    return places(replace(concept, definitions=tuple(sorted(concept.definitions, key=str))))
