from glossary.model import Span
from glossary.report.marking import KeptOffsets, mark_places
from glossary.report.mining_values import Mark

KEPT = [KeptOffsets([Span(start=10, end=20), Span(start=30, end=60)])]


def test_a_mark_says_which_share_of_the_kept_text_stands_before_it():
    marks = mark_places([(0, 10, 12), (0, 30, 32), (0, 58, 60)], [], KEPT)
    assert marks == (Mark(1, 0.0), Mark(1, 0.25), Mark(1, 0.95))


def test_a_form_that_holds_the_term_or_is_held_by_it_adds_no_mark():
    assert mark_places([(0, 14, 18)], [(0, 12, 18), (0, 15, 17)], KEPT) == (Mark(1, 0.1),)


def test_a_form_apart_from_the_term_is_marked_as_a_form():
    assert mark_places([(0, 10, 12)], [(0, 12, 14)], KEPT) == (Mark(1, 0.0), Mark(1, 0.05, of_form=True))


def test_the_same_place_of_two_forms_is_one_mark():
    assert len(mark_places([], [(0, 12, 14), (0, 12, 14)], KEPT)) == 1


def test_places_of_another_document_do_not_hide_a_form():
    two = [*KEPT, KeptOffsets([Span(start=0, end=20)])]
    assert mark_places([(0, 10, 14)], [(1, 10, 14)], two) == (Mark(1, 0.0), Mark(2, 0.5, of_form=True))


def test_a_document_without_kept_text_breaks_nothing():
    assert KeptOffsets([]).share(5) == 0.0
