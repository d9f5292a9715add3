"""What a document as a whole allows and demands."""

from glossary.model import Rendering, TermType

from .checked import check, concept, told

CENTER = concept(0, "中心", "social governance center")
WORKER = concept(1, "网格员", "grid worker", "grid attendant", "working in a grid")


def test_the_acronym_will_do_after_the_full_name() -> None:
    full, short = ("中心", "a social governance center (SGC)"), ("中心", "The SGC is open.")
    assert check([CENTER], full, short) == []
    assert told(check([CENTER], short, full)) == [(1, "missing", "中心")]


def test_the_last_word_will_do_after_the_full_name() -> None:
    full = ("中心", "a social governance centre")
    assert check([CENTER], full, ("中心", "The Center is open."), ("到中心来", "Come to this centre.")) == []
    assert told(check([CENTER], ("中心", "The Center is open."))) == [(1, "missing", "中心")]


def test_the_last_word_will_not_do_where_it_is_another_one() -> None:
    full = ("中心", "a social governance centre")
    assert told(check([CENTER], full, ("中心", "the center of the town"))) == [(2, "missing", "中心")]


def test_a_pronoun_will_do_right_after() -> None:
    first = ("网格员", "Grid workers make rounds.")
    assert check([WORKER], first, ("网格员还登门", "They also call on people.")) == []
    later = [("无", "Nothing.")] * 3
    assert told(check([WORKER], first, *later, ("网格员还登门", "They also call."))) == [
        (5, "missing", "网格员")
    ]


def test_the_rarer_of_two_renderings_is_inconsistent() -> None:
    usual, other = ("网格员", "the grid workers"), ("网格员", "the grid attendants")
    (finding,) = check([WORKER], other, usual, usual)
    assert (finding.pair.number, finding.kind, finding.found) == (1, "inconsistent", "grid attendants")
    assert finding.expected == ("grid worker",)


def test_of_equally_frequent_ones_the_first_sets_the_rule() -> None:
    findings = check([WORKER], ("网格员", "grid workers"), ("网格员", "grid attendants"))
    assert told(findings) == [(2, "inconsistent", "网格员")]


def test_inflection_spelling_and_derivation_are_consistent() -> None:
    mediate = concept(2, "调解", "mediation", "mediate")
    assert check([mediate], ("调解", "mediation"), ("调解", "he mediated"), ("调解", "mediation")) == []


def test_short_forms_are_consistent() -> None:
    center = concept(
        2, "中心", "governance center", Rendering(text="CGC", term_type=TermType.ACRONYM), "center hall"
    )
    assert check([center], ("中心", "governance center"), ("中心", "the CGC"), ("中心", "the CGC")) == []


def test_two_senses_are_consistent() -> None:
    senses = [concept(0, "街道", "street"), concept(1, "街道", "subdistrict")]
    assert check(senses, ("街道", "a street"), ("街道", "a subdistrict")) == []


def test_another_rendering_beside_the_usual_one_is_that_of_something_else() -> None:
    named = concept(2, "督查", "inspection", "oversight")
    assert check([named], ("督查", "inspections"), ("监督和督查", "oversight and inspection")) == []
