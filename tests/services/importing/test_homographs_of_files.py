"""Two entries of a file without ids of ours that share a Chinese term: one concept, or two?"""

from pathlib import Path

import pytest

from glossary.store.database import Base

from ..spreadsheets import bring, concepts, write_csv

STRIKE = ("law", "to take action against a crime", "crack down on")
DRUM = ("music", "to make a drum sound", "beat a drum")


def entry(number: int, field: str, definition: str, *renderings: str) -> str:
    terms = "".join(f"<tig><term>{text}</term></tig>" for text in renderings)
    said = f"<descrip type='subjectField'>{field}</descrip>" if field else ""
    said += f"<descrip type='definition'>{definition}</descrip>" if definition else ""
    chinese = "<langSet xml:lang='zh'><tig><term>打击</term></tig></langSet>"
    return f"<termEntry id='e{number}'>{said}{chinese}<langSet xml:lang='en'>{terms}</langSet></termEntry>"


def write_tbx(folder: Path, *entries: tuple[str, ...]) -> Path:
    body = "".join(entry(number, *one) for number, one in enumerate(entries))
    path = folder / "theirs.tbx"
    path.write_text(f"<martif type='TBX'><text><body>{body}</body></text></martif>", encoding="utf-8")
    return path


def named(base: Base) -> list[list[str]]:
    """Return the renderings of each concept of the term."""
    found = (one for one in concepts(base) if one.terms[0].text == "打击")
    return sorted([rendering.text for rendering in one.renderings] for one in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (STRIKE, DRUM),
        ((STRIKE[0], "", STRIKE[2]), (DRUM[0], "", DRUM[2])),
        (("", *STRIKE[1:]), ("", *DRUM[1:])),
    ],
    ids=["both", "subject fields", "definitions"],
)
def test_entries_that_say_that_they_differ_become_two_concepts(
    base: Base, tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    report = bring(base, write_tbx(tmp_path, first, second))
    assert (len(report.added), report.conflicts, report.dropped) == (2, (), ())
    assert named(base) == [["beat a drum"], ["crack down on"]]


def test_the_same_file_again_finds_each_of_them(base: Base, tmp_path: Path) -> None:
    path = write_tbx(tmp_path, STRIKE, DRUM)
    bring(base, path)
    before = concepts(base)
    report = bring(base, path)
    assert (report.added, report.changed, report.conflicts, report.dropped) == ((), (), (), ())
    assert concepts(base) == before


def test_a_list_without_meanings_finds_the_one_that_has_its_rendering(base: Base, tmp_path: Path) -> None:
    bring(base, write_tbx(tmp_path, STRIKE, DRUM))
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en\n打击,beat a drum\n"))
    assert (report.added, report.changed, report.dropped) == ((), (), ())


def test_a_new_rendering_for_one_of_several_is_left_to_the_curator(base: Base, tmp_path: Path) -> None:
    bring(base, write_tbx(tmp_path, STRIKE, DRUM))
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en\n打击,hit hard\n"))
    assert "several concepts have this term" in report.dropped[0].why


@pytest.mark.parametrize(
    "second",
    [("", "", "beat a drum"), ("police", "to suppress", "crack down on")],
    ids=["it says nothing of its meaning", "it has the same rendering"],
)
def test_entries_that_may_be_one_become_one(base: Base, tmp_path: Path, second: tuple[str, ...]) -> None:
    assert len(bring(base, write_tbx(tmp_path, STRIKE, second)).added) == 1


def test_an_entry_comes_to_the_concept_of_the_base_in_whatever_field_that_stands(
    base: Base, tmp_path: Path
) -> None:
    bring(base, write_csv(tmp_path / "a.csv", "zh,en,subject_field\n打击,strike at,governance\n"))
    report = bring(base, write_tbx(tmp_path, STRIKE))
    assert (report.added, len(report.changed)) == ((), 1)
    assert named(base) == [["strike at", "crack down on"]]
