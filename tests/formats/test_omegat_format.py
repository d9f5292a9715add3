"""The OmegaT glossary: one row a term and rendering that may be offered."""

from io import BytesIO

import pytest
from format_samples import CASES, GRID_WORKER, PLATFORM, exported_bytes, one
from msgspec.structs import replace

from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.omegat import FORMAT
from glossary.model import Concept, Rendering, Status


def rows(*concepts: Concept) -> list[list[str]]:
    text = exported_bytes(FORMAT, concepts).decode()
    return [line.split("\t") for line in text.split("\n")[:-1]]


def report(*concepts: Concept) -> ExportReport:
    return FORMAT.write(concepts, BytesIO(), options=ExportOptions())


def test_each_row_is_source_target_and_comment() -> None:
    assert rows(one("网格员", "grid worker")) == [["网格员", "grid worker", "admitted"]]


def test_preferred_renderings_come_before_admitted_ones() -> None:
    concept = replace(
        GRID_WORKER,
        renderings=(Rendering(text="grid man"), Rendering(text="grid worker", status=Status.PREFERRED)),
    )

    assert [row[1] for row in rows(concept)] == ["grid worker", "grid man"]


@pytest.mark.parametrize("status", [Status.DEPRECATED, Status.FORBIDDEN, Status.PROPOSED])
def test_what_must_not_be_offered_is_left_out_and_said(status: Status) -> None:
    concept = replace(GRID_WORKER, renderings=(Rendering(text="grid man", status=status),))

    assert rows(concept) == []
    assert report(concept).left_out[0].what == "rendering 'grid man'"
    assert str(status) in report(concept).left_out[0].why


def test_every_chinese_term_has_rows_and_a_served_one_its_own_rendering() -> None:
    assert [row[:2] for row in rows(PLATFORM)] == [
        ["社会管理信息化平台", "social management information platform"],
        ["社管平台", "social management information platform"],
        ["社管平台", "SMI platform"],
        ["社會管理信息化平台", "social management information platform"],
    ]


def test_the_comment_says_status_subject_meaning_and_who_used_it() -> None:
    assert rows(PLATFORM)[0][2] == (
        "preferred | field: grid-based management | scope: Hainan | meaning: 收集社会管理信息的平台。 | "
        "note: Not the app. | used by: Xinhua 2020-11-02; State Council 2019; composed"
    )


def test_tabs_and_line_breaks_become_blanks() -> None:
    concept = one("网\t格", "grid\nworker", note="one\n\ntwo")

    assert rows(concept) == [["网 格", "grid worker", "admitted | note: one two"]]


def test_a_term_that_omegat_would_take_for_a_remark_is_left_out_and_said() -> None:
    (concept,) = CASES["a Chinese comment mark"]

    assert rows(concept) == []
    assert [(line.what, line.why) for line in report(concept).left_out] == [
        ("term '#网格'", "OmegaT skips a line that starts with #")
    ]


def test_a_concept_without_a_rendering_to_offer_is_said() -> None:
    assert report(one("综治中心")).left_out[0].why == "it has no rendering to offer"


def test_one_term_of_two_concepts_has_a_row_from_each() -> None:
    assert [row[:2] for row in rows(*CASES["one term in two concepts"])] == [["打", "hit"], ["打", "dozen"]]
