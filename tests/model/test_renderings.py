"""Which rendering of several is the one to write."""

from glossary.model import Concept, Rendering, Status, Term, first_usable

WRONG = Rendering(text="green path", status=Status.FORBIDDEN)
NEW = Rendering(text="green lane", status=Status.PROPOSED)
USUAL = Rendering(text="green way", status=Status.ADMITTED)
BEST = Rendering(text="greenway", status=Status.PREFERRED)


def concept(*renderings: Rendering) -> Concept:
    return Concept(id="caaaaaaa", terms=(Term(text="绿道"),), renderings=renderings)


def test_the_first_that_nobody_advises_against_may_be_written() -> None:
    assert first_usable([WRONG, NEW, BEST]) == NEW
    assert first_usable([WRONG]) is None


def test_the_preferred_one_is_recommended_else_an_admitted_one() -> None:
    assert concept(WRONG, USUAL, BEST).recommended == BEST
    assert concept(WRONG, NEW, USUAL).recommended == USUAL
    assert concept(WRONG, NEW).recommended is None
