"""Strips, bars and graphs as SVG."""

import re
from itertools import pairwise

import pytest
from lxml import etree

from glossary.report.dispersion import (
    BODY_HEIGHT,
    MOST_COLUMNS,
    STRIP_WIDTH,
    Columns,
    describe_marks,
    draw_columns,
    draw_strip,
    label_columns,
)
from glossary.report.families import find_families
from glossary.report.family_graph import ROW_HEIGHT, describe_family, draw_family
from glossary.report.mining_values import Mark
from glossary.report.svg import draw_bar, element, number

from .mining_runs import run, term


def parse(picture: str) -> etree._Element:
    return etree.fromstring(picture)


def paths(picture: str) -> dict[str, str]:
    return {path.get("class"): path.get("d") for path in parse(picture).iter("path")}


@pytest.mark.parametrize(
    ("share", "width"), [(0.0, "0"), (0.625, "62.5"), (1.0, "100"), (7.0, "100"), (-1.0, "0")]
)
def test_a_bar_is_as_full_as_its_share(share, width):
    assert paths(draw_bar(share))["fill"] == f"M0 0h{width}v6H0z"


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (2.25, "2.2"), (-0.01, "0"), (1234.56, "1234.6")])
def test_a_coordinate_has_one_decimal_at_most(value, text):
    assert number(value) == text


def test_what_is_written_into_a_picture_is_escaped():
    assert element("text", {"a": '"<'}, "<b>&\x00") == '<text a="&#34;&lt;">&lt;b&gt;&amp; </text>'


def test_every_place_is_a_stroke_in_the_column_of_its_document():
    strip = draw_strip("巡护员", [Mark(1, 0.0), Mark(2, 0.5)], Columns(2))
    assert paths(strip)["place"] == f"M2 0V{BODY_HEIGHT}M451 0V{BODY_HEIGHT}"


def test_a_form_is_a_stroke_of_half_the_height():
    strip = draw_strip("巡护员", [Mark(1, 0.0, of_form=True)], Columns(1))
    assert paths(strip) == {"form": f"M2 {BODY_HEIGHT // 2}V{BODY_HEIGHT}"}


def test_with_many_documents_a_bar_says_how_often():
    strip = draw_strip("巡护员", [Mark(1, 0.0), Mark(1, 0.5), Mark(1, 0.7), Mark(40, 0.0)], Columns(40))
    heights = re.findall(r"v-([\d.]+)", paths(strip)["amount"])
    assert heights == [str(BODY_HEIGHT), str(BODY_HEIGHT // 2)]


@pytest.mark.parametrize("documents", [1, 24, 25, 60, 61, 3_500])
def test_columns_stay_within_the_strip_whatever_the_number_of_documents(documents):
    columns = Columns(documents)
    held = [number for column in range(columns.count) for number in columns.documents_in(column)]
    assert held == list(range(1, documents + 1))
    assert all(
        columns.column_of(one) == at for at in range(columns.count) for one in columns.documents_in(at)
    )
    assert columns.count <= MOST_COLUMNS
    assert columns.left_of(columns.count - 1) + columns.width == pytest.approx(STRIP_WIDTH)


def test_a_line_joins_the_columns_of_near_copies():
    assert paths(draw_columns(Columns(3, ((2, 3),))))["copies"] == "M201.3 22.5H600"


def test_without_documents_there_is_nothing_behind_the_strips():
    assert draw_columns(Columns(0)) == ""


def test_a_strip_says_in_words_what_it_shows():
    marks = [Mark(1, 0.1), Mark(1, 0.2), Mark(3, 0.4)]
    assert (
        describe_marks("巡护员", marks, Columns(3))
        == "巡护员: in 2 of 3 documents – document 1: 2×, document 3: 1×"
    )


def test_a_term_that_stands_nowhere_says_so():
    assert describe_marks("巡护员", [], Columns(1)) == "巡护员: in 0 of 1 document"


def test_few_columns_have_numbers_and_many_the_first_and_the_last():
    assert label_columns(Columns(3)) == ["1", "2", "3"]
    assert [label for label in label_columns(Columns(3_500)) if label] == ["1", "3,500"]


def family_picture(*terms) -> etree._Element:
    return parse(draw_family(find_families(terms or run().terms)[0]))


def test_every_member_of_a_family_has_a_row_of_its_own():
    labels = family_picture().findall("text")
    heights = [float(label.get("y")) for label in labels]
    assert [after - before for before, after in pairwise(heights)] == [ROW_HEIGHT] * 4


def test_labels_are_text_with_a_language():
    labels = ["".join(label.itertext()) for label in family_picture().findall("text")]
    assert labels == ["巡护员4×", "巡员short form", "巡護員variant", "湖堤巡护员4×", "湖堤巡护员之家4×"]
    assert {part.get("lang") for part in family_picture().iter("tspan") if not part.get("class")} == {
        "zh-Hans"
    }


def test_a_short_form_is_a_square_and_a_variant_a_ring():
    picture = family_picture()
    assert [one.get("class") for one in picture.findall("rect")] == ["short"]
    assert [one.get("class") for one in picture.findall("circle")].count("variant") == 1


def test_the_more_often_a_term_stands_the_larger_its_dot():
    picture = family_picture(term("堤", 1, count=50), term("堤坝", 2, count=2))
    base, longer = (float(one.get("r")) for one in picture.findall("circle"))
    assert base > longer


def test_a_long_label_is_cut_so_that_the_picture_fits_a_phone():
    picture = family_picture(term("堤", 1), term("堤" * 60, 2))
    assert float(picture.get("width")) < 320


def test_a_family_is_described_in_words():
    (family,) = find_families(run().terms)
    assert describe_family(family) == (
        "巡护员 has the short form 巡员. 巡护员 has the variant 巡護員. "
        "巡护员 has the longer term 湖堤巡护员. 湖堤巡护员 has the longer term 湖堤巡护员之家."
    )
    assert family_picture().findtext("title") == "The family of 巡护员"
