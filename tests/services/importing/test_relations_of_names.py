"""Relations between entries that have no id of ours: they hold among the concepts that these come to."""

from pathlib import Path

import pytest
from small_base import GREENWAY

from glossary.model import Concept, Relation, RelationKind
from glossary.services.history.snapshots import take_snapshot
from glossary.store.database import Base

from ..records import edit
from ..spreadsheets import bring, concept, concepts

THESAURUS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <http://example.org/> .
ex:path a skos:Concept ; skos:prefLabel "步道"@zh , "footpath"@en ; skos:broader ex:road .
ex:road a skos:Concept ; skos:prefLabel "道路"@zh , "road"@en ; skos:related ex:greenway , ex:bridge .
ex:greenway a skos:Concept ; skos:prefLabel "绿道"@zh , "greenway"@en ; skos:related ex:road .
"""
TBX = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="e1"><ref type="crossReference" target="e2">broader</ref>
 <langSec xml:lang="zh"><termSec><term>步道</term></termSec></langSec>
 <langSec xml:lang="en"><termSec><term>footpath</term></termSec></langSec></conceptEntry>
<conceptEntry id="e2"><ref type="crossReference" target="e9">related</ref>
 <langSec xml:lang="zh"><termSec><term>道路</term></termSec></langSec>
 <langSec xml:lang="en"><termSec><term>road</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


@pytest.fixture
def thesaurus(tmp_path: Path) -> Path:
    (tmp_path / "roads.ttl").write_text(THESAURUS, encoding="utf-8")
    return tmp_path / "roads.ttl"


def named(base: Base, zh: str) -> Concept:
    return next(one for one in concepts(base) if one.head.text == zh)


def test_relations_hold_among_the_concepts_that_the_entries_came_to(base: Base, thesaurus: Path) -> None:
    bring(base, thesaurus)
    road = named(base, "道路")
    assert named(base, "步道").relations == (Relation(kind=RelationKind.BROADER, concept=road.id),)
    assert road.relations == (Relation(kind=RelationKind.RELATED, concept=GREENWAY),)
    assert Relation(kind=RelationKind.RELATED, concept=road.id) in concept(base, GREENWAY).relations


def test_a_relation_that_leads_out_of_the_file_is_told(base: Base, thesaurus: Path) -> None:
    (dropped,) = bring(base, thesaurus).dropped
    assert (dropped.where, dropped.what) == (
        "http://example.org/road",
        "related 'http://example.org/bridge'",
    )


def test_a_second_import_of_the_same_changes_nothing(base: Base, thesaurus: Path) -> None:
    bring(base, thesaurus)
    before = concepts(base)
    report = bring(base, thesaurus)
    assert (report.added, report.changed, concepts(base)) == ((), (), before)


def test_a_dry_run_counts_and_tells_the_same(base: Base, thesaurus: Path) -> None:
    tried = bring(base, thesaurus, dry_run=True)
    done = bring(base, thesaurus)
    assert (len(tried.added), tried.changed, tried.dropped) == (len(done.added), done.changed, done.dropped)
    assert done.changed == (GREENWAY,)


def test_a_relation_that_was_taken_out_since_the_state_does_not_come_back(
    base: Base, thesaurus: Path
) -> None:
    bring(base, thesaurus)
    snapshot = take_snapshot(base, who="mei").id
    edit(base, named(base, "步道").id, relations=())
    assert bring(base, thesaurus, snapshot=snapshot).changed == ()
    assert named(base, "步道").relations == ()


def test_the_references_of_a_foreign_tbx_lead_to_its_own_entries(base: Base, tmp_path: Path) -> None:
    (tmp_path / "roads.tbx").write_text(TBX, encoding="utf-8")
    report = bring(base, tmp_path / "roads.tbx")
    assert [one.concept for one in named(base, "步道").relations] == [named(base, "道路").id]
    assert [one.what for one in report.dropped] == ["related 'e9'"]


def test_two_entries_that_come_to_one_concept_are_not_related_to_each_other(
    base: Base, tmp_path: Path
) -> None:
    (tmp_path / "roads.tbx").write_text(TBX.replace("道路", "步道").replace("e9", "e1"), encoding="utf-8")
    report = bring(base, tmp_path / "roads.tbx")
    assert named(base, "步道").relations == ()
    assert {one.why for one in report.dropped} == {"it leads from a concept to itself"}
