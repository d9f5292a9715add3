"""A base is built from its seeds, whole or not at all."""

from pathlib import Path

import pytest
from articles import write_articles
from base_dumps import dump
from conftest import NewPlace
from engines import FILES_ONLY
from small_base import CONCEPTS

from glossary.errors import BaseError, GlossaryError, InvalidInput, UnreadableFile
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import CandidateState
from glossary.services.bases.building import BuildReport, build_base
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.lookup.answers import look_up
from glossary.services.mining.documents import list_documents
from glossary.services.mining.paths import mine_paths
from glossary.services.mining.settings import Settings
from glossary.services.review.deciding import decide_candidate
from glossary.store.database import Base, open_base
from glossary.store.places import find_place, names_server


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return make_seeds(tmp_path / "seeds")


def make_seeds(folder: Path) -> Path:
    (folder / "concepts").mkdir(parents=True)
    find_format("toml").write(CONCEPTS, folder / "concepts", options=ExportOptions())
    write_articles(folder / "documents", "sample.md", "dyke.txt")
    return folder


@pytest.fixture
def target(new_place: NewPlace) -> str:
    return new_place("built")


def build_and_open(seeds: Path, target: str) -> Base:
    build_base(seeds, target)
    return open_base(target, write=True)


def test_a_build_holds_the_concepts_the_documents_and_their_contexts(seeds: Path, target: str) -> None:
    assert build_base(seeds, target) == BuildReport(concepts=5, documents=2, unread=())
    with open_base(target, write=False) as base:
        hit = look_up(base, "绿道").hits[0]
    assert hit.concept == CONCEPTS[0]
    assert hit.contexts[0].keyword == "绿道"


def test_the_same_seeds_give_the_same_base_wherever_they_lie(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_base(seeds, str(tmp_path / "a.db"))
    moved = make_seeds(tmp_path / "another" / "seeds")
    monkeypatch.chdir(moved.parent)
    build_base(Path("seeds"), str(tmp_path / "b.db"))
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")


def test_documents_are_named_by_their_place_in_the_seeds(seeds: Path, target: str) -> None:
    with build_and_open(seeds, target) as base:
        paths = sorted(path for record in list_documents(base) for path in record.paths)
    assert paths == ["documents/dyke.txt", "documents/sample.md"]


def test_a_build_takes_the_place_of_the_one_before(seeds: Path, target: str) -> None:
    build_base(seeds, target)
    (seeds / "documents" / "dyke.txt").unlink()
    assert build_base(seeds, target).documents == 1
    with open_base(target, write=False) as base:
        assert len(list_documents(base)) == 1


def test_seeds_without_documents_are_enough(seeds: Path, target: str) -> None:
    for path in (seeds / "documents").iterdir():
        path.unlink()
    (seeds / "documents").rmdir()
    assert build_base(seeds, target).documents == 0


def test_a_seed_document_that_cannot_be_read_is_named(seeds: Path, target: str) -> None:
    (seeds / "documents" / "empty.txt").touch()
    report = build_base(seeds, target)
    assert [Path(entry.path).name for entry in report.unread] == ["empty.txt"]


def state_of(target: str) -> tuple[object, list[Path]]:
    """What the target holds, and what lies beside it, where it is a file."""
    if names_server(target):
        return None if find_place(target).is_missing() else dump(target), []
    file = Path(target)
    return file.read_bytes() if file.exists() else None, sorted(file.parent.iterdir())


def refuse(seeds: Path, target: str, error: type[GlossaryError], words: str) -> None:
    """The build is refused with these words, and everything beside the target is as before."""
    before = state_of(target)
    with pytest.raises(error, match=words):
        build_base(seeds, target)
    assert state_of(target) == before


def test_a_base_with_a_concept_added_by_hand_is_not_built_over(seeds: Path, target: str) -> None:
    with build_and_open(seeds, target) as base:
        add_term(base, "绿道", NewRendering(text="linear park"), who="tester")
    refuse(seeds, target, BaseError, "holds what no seed has .`glossary export toml")


def test_a_base_with_a_decision_is_not_built_over(seeds: Path, target: str) -> None:
    with build_and_open(seeds, target) as base:
        decide_candidate(base, "渗水点", CandidateState.REJECTED, who="tester")
    refuse(seeds, target, BaseError, "holds what no seed has")


def test_a_base_with_documents_of_the_user_is_not_built_over(
    seeds: Path, target: str, tmp_path: Path
) -> None:
    with build_and_open(seeds, target) as base:
        mine_paths(base, write_articles(tmp_path / "mine", "channel.txt"), Settings(), who="tester")
    refuse(seeds, target, BaseError, "holds what no seed has")


def test_mining_the_seed_documents_again_is_no_change(seeds: Path, target: str) -> None:
    with build_and_open(seeds, target) as base:
        mine_paths(base, [str(seeds / "documents")], Settings(), who="tester")
    assert build_base(seeds, target).concepts == 5


def test_by_force_it_is_built_over(seeds: Path, target: str) -> None:
    with build_and_open(seeds, target) as base:
        add_term(base, "绿道", NewRendering(text="linear park"), who="tester")
    build_base(seeds, target, force=True)
    with open_base(target, write=False) as base:
        assert look_up(base, "绿道").hits[0].concept == CONCEPTS[0]


@FILES_ONLY
def test_another_database_is_not_built_over_without_force(seeds: Path, target: str) -> None:
    Path(target).write_bytes(b"the dissertation of somebody" * 99)
    refuse(seeds, target, BaseError, "this is no termbase")


def write_concept_file(seeds: Path, text: str) -> None:
    (seeds / "concepts" / "zz.toml").write_text(text, encoding="utf-8")


BROKEN = {
    "no TOML": ("[[concept", "no valid TOML"),
    "no id": ('[[concept]]\nterms = [{text = "渠长"}]\n', "it has no id"),
    "a bad id": ('[[concept]]\nid = "x1"\nterms = [{text = "渠长"}]\n', "is no concept id"),
    "an id that is taken": ('[[concept]]\nid = "cgreenwa"\nterms = [{text = "渠长"}]\n', "is that of"),
    "a lost relation": (
        '[[concept]]\nid = "cnewconc"\nterms = [{text = "渠长"}]\n'
        'relations = [{kind = "related", concept = "cnowhere"}]\n',
        "leads to cnowhere",
    ),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN)
def test_a_build_that_fails_leaves_the_old_base(seeds: Path, target: str, text: str, words: str) -> None:
    build_base(seeds, target)
    write_concept_file(seeds, text)
    refuse(seeds, target, InvalidInput, words)


def test_a_build_that_fails_makes_no_base(seeds: Path, target: str) -> None:
    write_concept_file(seeds, "[[concept")
    refuse(seeds, target, InvalidInput, r"zz\.toml: no valid TOML")
    assert find_place(target).is_missing()


def test_a_build_that_is_stopped_while_it_writes_leaves_the_old_base(
    seeds: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_base(seeds, target)
    before = state_of(target)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("glossary.services.bases.building.mine_base", stop)
    with pytest.raises(KeyboardInterrupt):
        build_base(seeds, target)
    assert state_of(target) == before


def test_a_folder_without_seeds_is_named(tmp_path: Path, target: str) -> None:
    refuse(tmp_path / "absent", target, UnreadableFile, "a seeds folder holds concepts/ and documents/")


def test_an_empty_concepts_folder_is_named(tmp_path: Path, target: str) -> None:
    (tmp_path / "seeds" / "concepts").mkdir(parents=True)
    refuse(tmp_path / "seeds", target, InvalidInput, r"has no \.toml file")
