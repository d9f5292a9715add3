"""Aligning files: terms of the base and mined ones, with the English that stands for them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.alignment.sampling import sample_pairs
from glossary.errors import GlossaryError, NotFound
from glossary.model import Evidence, Pair, Status, Tier
from glossary.services.alignment.files import Alignment, align_files
from glossary.services.alignment.lists import save_alignment, unreviewed_terms
from glossary.services.review.proposing import propose_renderings
from glossary.store.database import Base, open_base

CHINESE = [
    "绿道每天清扫。",
    "每个社区都有绿道。",
    "镇里建成综治中心，居民可以前来咨询。",
    "综治中心受理居民诉求。",
    "绿道旁的诉求报给综治中心。",
    "社区每年开会三次。",
]
ENGLISH = [
    "Greenways are swept every day.",
    "Every community has greenways.",
    "The town has built an integrated governance center, where residents may seek advice.",
    "The integrated governance center takes the requests of residents.",
    "Requests from along the greenway go to the integrated governance center.",
    "The community holds meetings three times a year.",
]


@pytest.fixture
def base(small_base: Path) -> Iterator[Base]:
    with open_base(str(small_base), write=True) as opened:
        yield opened


def write(folder: Path, name: str, lines: list[str]) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def best(found: Alignment) -> dict[str, str]:
    return {one.term: one.renderings[0].rendering.text for one in found.terms}


def align_lines(base: Base, folder: Path, **options: Any) -> Alignment:
    paths = [write(folder, "zh.txt", CHINESE), write(folder, "en.txt", ENGLISH)]
    return align_files(base, paths, **options)


def test_known_terms_and_mined_ones_are_aligned(base: Base, tmp_path: Path) -> None:
    found = align_lines(base, tmp_path)
    assert (found.pairs, found.read) == (6, 6)
    assert best(found)["绿道"] == "greenway"
    assert best(found)["综治中心"] == "integrated governance center"


def test_what_the_base_has_is_marked(base: Base, tmp_path: Path) -> None:
    (worker,) = (one for one in align_lines(base, tmp_path).terms if one.term == "绿道")
    assert len(worker.concepts) == 1
    assert worker.renderings[0].status is Status.PREFERRED


def test_only_what_is_asked_for_is_told(base: Base, tmp_path: Path) -> None:
    assert list(best(align_lines(base, tmp_path, asked=["综治中心"]))) == ["综治中心"]
    with pytest.raises(NotFound, match="none of the terms asked for"):
        align_lines(base, tmp_path, asked=["河长"])


def test_whole_documents_are_aligned_and_it_is_told_where_they_part(base: Base, tmp_path: Path) -> None:
    notes: list[str] = []
    extra = "附：本文由编辑部整理，版权所有，未经本报许可任何单位和个人不得转载或者摘编，违者必究，特此声明。"
    dated = [
        (f"{2010 + n}年，{zh}", f"In {2010 + n}: {en}")
        for n, (zh, en) in enumerate(zip(CHINESE, ENGLISH, strict=True))
    ]
    chinese = [dated[0][0] + dated[1][0], extra, *(zh for zh, _ in dated[2:])]
    english = [f"{dated[0][1]} {dated[1][1]}", *(en for _, en in dated[2:])]
    paths = [write(tmp_path, "en.txt", english), write(tmp_path, "zh.txt", chinese)]
    found = align_files(base, paths, note=notes.append)
    assert best(found)["综治中心"] == "integrated governance center"
    assert "they part at paragraph 2" in notes[0]
    assert "附：本文" in notes[0]
    assert best(found)["绿道"] == "greenway"


def test_one_text_is_enough_where_it_declares(base: Base, tmp_path: Path) -> None:
    path = write(tmp_path, "zh.txt", ["推进网格长（grid chief）队伍建设。"])
    assert best(align_files(base, [path])) == {"网格长": "grid chief"}


def test_a_text_without_translation_or_declaration_is_refused(base: Base, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no translation beside it"):
        align_files(base, [write(tmp_path, "zh.txt", CHINESE)])


def test_what_is_kept_is_proposed_with_its_sentence_pair(base: Base, tmp_path: Path) -> None:
    found = align_lines(base, tmp_path)
    evidence = Evidence(publisher="Lakeside Press", title="Bulletin", date="2024", tier=Tier.OFFICIAL)
    saved = save_alignment(base, found, evidence=evidence, name="aligned: Bulletin", who="tester")
    assert saved.lines >= 2
    first = propose_renderings(base, "综治中心").proposals[0]
    assert first.text == "integrated governance center"
    (fact,) = first.evidence
    assert (fact.publisher, fact.basis) == ("Lakeside Press", "bilingual")
    assert fact.note.startswith(f"{CHINESE[2]} ⇒ {ENGLISH[2]}")


def test_a_term_that_no_review_comes_to_is_told(base: Base, tmp_path: Path) -> None:
    terms = unreviewed_terms(base, align_lines(base, tmp_path))
    assert "综治中心" in terms
    assert "绿道" not in terms


def test_evidence_needs_a_publisher(base: Base, tmp_path: Path) -> None:
    found = align_lines(base, tmp_path)
    with pytest.raises(GlossaryError, match="`publisher`"):
        save_alignment(base, found, evidence=Evidence(title="Bulletin"), name="x", who="tester")


def pair(number: int) -> Pair:
    return Pair(number=number, where="", source=f"第{number}句", target=f"sentence {number}")


def test_of_many_pairs_an_even_sample_is_kept() -> None:
    sample = sample_pairs((pair(number) for number in range(1, 101)), most=30)
    numbers = [one.number for one in sample.pairs]
    assert sample.seen == 100
    assert numbers == list(range(4, 101, 4))


def test_chosen_pairs_are_kept_beside_the_sample() -> None:
    sample = sample_pairs(map(pair, range(100)), most=30, always=lambda one: one.number == 51)
    assert 51 in [one.number for one in sample.pairs]


def test_a_pair_that_comes_again_and_one_with_an_empty_side_do_not_count() -> None:
    untranslated = Pair(number=3, where="", source="句", target=" ")
    assert sample_pairs([pair(1), pair(1), untranslated]).pairs == (pair(1),)
