"""What the base holds for a term, as proposals: each sense with its status; what it warns of apart."""

from small_base import CONCEPTS

from glossary.curation.held import is_settled, propose_held
from glossary.curation.proposals import Proposals, Source
from glossary.model import Concept, Rendering, Status, Term, TermType

GREENWAY, CHIEF, RAFT, LAKES, HILLS = CONCEPTS


def concept(letter: str, *renderings: Rendering, scope: str = "", field: str = "") -> Concept:
    terms = (Term(text="水轮岗"), Term(text="水岗", term_type=TermType.SHORT_FORM))
    return Concept(id=f"c{letter * 7}", scope=scope, subject_field=field, terms=terms, renderings=renderings)


def say(text: str, status: Status = Status.PREFERRED, **fields: str) -> Rendering:
    return Rendering(text=text, status=status, **fields)


def texts(found: Proposals) -> list[str]:
    return [one.text for one in found.proposals]


def test_what_is_recommended_is_proposed_with_its_status_its_concept_and_its_evidence() -> None:
    (one,) = propose_held("绿道", [GREENWAY]).proposals
    assert (one.text, one.reason, one.source) == (
        "greenway",
        "preferred in cgreenwa 绿道",
        Source.BASE,
    )
    assert (one.concept, one.evidence) == (GREENWAY.id, GREENWAY.renderings[2].evidence)


def test_a_variant_has_what_its_concept_recommends() -> None:
    assert texts(propose_held("绿色步道", [GREENWAY])) == ["greenway"]


def test_what_is_not_to_be_written_says_what_to_write_instead_and_why() -> None:
    assert [(one.text, one.reason) for one in propose_held("绿道", [GREENWAY]).avoid] == [
        ("green path", "deprecated: write greenway"),
        ("green road", "forbidden: write greenway. Word for word."),
    ]


def test_english_that_serves_another_term_is_left_out() -> None:
    assert texts(propose_held("河湖长制", [CHIEF])) == ["river and lake chief system"]
    assert texts(propose_held("河长制", [CHIEF])) == ["river and lake chief system", "river chief system"]


def test_the_preferred_one_comes_first_then_the_one_of_the_terms_own_kind() -> None:
    admitted = Status.ADMITTED
    both = concept(
        "a",
        say("water wheel post", admitted),
        say("WWP", admitted, term_type=TermType.SHORT_FORM),
        say("post at the wheel"),
    )
    assert texts(propose_held("水岗", [both])) == ["post at the wheel", "WWP", "water wheel post"]


def test_other_languages_are_left_out() -> None:
    assert propose_held("水岗", [concept("a", say("poste", language="fr"))]) == Proposals()


def test_each_sense_of_a_homograph_is_named_by_its_scope_or_its_field() -> None:
    lake = concept("a", say("wheel post"), scope="Lake County")
    senses = [lake, concept("b", say("mill post"), field="water")]
    assert [one.reason for one in propose_held("水轮岗", senses).proposals] == [
        "preferred in caaaaaaa 水轮岗 (Lake County)",
        "preferred in cbbbbbbb 水轮岗 (water)",
    ]


def test_what_one_sense_recommends_is_not_to_be_avoided() -> None:
    senses = [concept("a", say("wheel post")), concept("b", say("wheel post", Status.DEPRECATED))]
    found = propose_held("水轮岗", senses)
    assert (texts(found), found.avoid) == (["wheel post"], ())


def test_a_warning_of_one_sense_says_which() -> None:
    senses = [concept("a", say("wheel post"), say("post", Status.FORBIDDEN)), HILLS]
    (one,) = propose_held("水轮岗", senses).avoid
    assert one.reason == "forbidden in caaaaaaa 水轮岗: write wheel post"


def test_only_what_is_recommended_settles_a_term() -> None:
    assert is_settled(propose_held("四水同治", [LAKES, HILLS]))
    assert not is_settled(propose_held("四水同治", [HILLS]))
    found = propose_held("“两无”竹筏", [RAFT])
    assert not is_settled(found)


def test_what_is_only_proposed_there_says_so() -> None:
    (one,) = propose_held("两无竹筏", [RAFT]).proposals
    assert (one.text, one.reason) == ("unmarked bamboo raft", "proposed in craftboa “两无”竹筏")
    assert 0 < one.score < 1
