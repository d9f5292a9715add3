"""Places of one string come in order, each once."""

from glossary.mining.places import Occurrences, Place

SECOND, FIRST, LATER = Place(1, 0, 2), Place(0, 3, 5), Place(1, 7, 9)


def test_places_come_in_the_order_of_sources_and_texts() -> None:
    assert list(Occurrences.of([LATER, SECOND, FIRST])) == [FIRST, SECOND, LATER]


def test_the_same_place_is_held_once() -> None:
    assert len(Occurrences.of([FIRST, FIRST])) == 1


def test_some_of_the_places_can_be_taken() -> None:
    assert list(Occurrences.of([FIRST, SECOND, LATER]).take(slice(1, 3))) == [SECOND, LATER]


def test_there_may_be_no_places() -> None:
    nowhere = Occurrences.of([])
    assert (len(nowhere), list(nowhere)) == (0, [])
