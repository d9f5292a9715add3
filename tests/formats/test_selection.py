"""What an export is asked for."""

from format_samples import GRID_WORKER, PLATFORM, one

from glossary.formats.concepts import Dropped
from glossary.formats.selection import Selection, close_relations, select
from glossary.model import Concept, Status


def chosen(*concepts: Concept, told: list[Dropped] | None = None, **asked: object) -> list[Concept]:
    return list(select(concepts, Selection(**asked), [] if told is None else told))


def texts(concept: Concept) -> list[str]:
    return [rendering.text for rendering in concept.renderings]


def test_nothing_asked_is_everything() -> None:
    assert chosen(PLATFORM, GRID_WORKER) == [PLATFORM, GRID_WORKER]


def test_a_subject_field_is_asked_for_in_any_case() -> None:
    assert chosen(PLATFORM, GRID_WORKER, subject_fields=("Grid-based Management",)) == [PLATFORM]


def test_a_status_keeps_the_renderings_that_have_it() -> None:
    (found,) = chosen(GRID_WORKER, statuses=(Status.FORBIDDEN,))
    assert texts(found) == ["grid attendant"]


def test_a_rendering_names_none_that_was_not_asked_for_and_that_is_told() -> None:
    told: list[Dropped] = []
    (found,) = chosen(GRID_WORKER, told=told, statuses=(Status.FORBIDDEN,))
    assert found.renderings[0].instead == ""
    assert [(line.where, line.what) for line in told] == [
        (GRID_WORKER.id, "'grid attendant': instead 'grid worker'")
    ]


def test_a_concept_without_such_a_rendering_stays_out() -> None:
    assert chosen(one("综治中心"), one("打", "hit"), statuses=(Status.DEPRECATED,)) == []


def test_one_rendering_is_the_best_of_each_chinese_term() -> None:
    (platform,), (worker,) = chosen(PLATFORM, one_rendering=True), chosen(GRID_WORKER, one_rendering=True)
    assert texts(platform) == ["social management information platform", "SMI platform"]
    assert texts(worker) == ["grid worker"]


def test_what_takes_renderings_away_cuts_concepts_and_what_takes_concepts_away_does_not() -> None:
    assert Selection(one_rendering=True).cuts_concepts
    assert not Selection(subject_fields=("law",), passage="x").cuts_concepts
    assert not Selection(subject_fields=("law",)).is_everything
    assert Selection(contexts=3).is_everything


def test_relations_that_lead_out_of_a_file_are_closed() -> None:
    assert close_relations(PLATFORM, frozenset({"cgridman"})) is PLATFORM
    assert close_relations(PLATFORM, frozenset()).relations == ()
