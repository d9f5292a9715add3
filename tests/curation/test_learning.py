"""What terms that are rendered already teach about the words at their ends."""

from glossary.curation.learning import Learned, learn_heads

GUARDS = [("湖堤员", "dyke worker"), ("水渠员", "channel worker"), ("竹筏员", "raft worker")]


def test_an_ending_that_several_terms_share_is_learned_with_its_english() -> None:
    assert learn_heads(GUARDS).finals["员"] == (
        Learned(zh="员", en="worker", count=3, terms=3, example=("水渠员", "channel worker")),
    )


def test_a_beginning_is_learned_too() -> None:
    pairs = [("竹筏登记", "raft registration"), ("竹筏码头", "raft wharf"), ("竹筏检查", "raft inspection")]
    (learned,) = learn_heads(pairs).initials["竹筏"]
    assert (learned.en, learned.count) == ("raft", 3)


def test_the_reason_names_the_terms_and_an_example() -> None:
    (learned,) = learn_heads(GUARDS).finals["员"]
    assert learned.reason == "learned from 3 of 3 terms, such as 水渠员 channel worker"


def test_one_term_teaches_nothing() -> None:
    assert learn_heads(GUARDS[:1]).finals == {}


def test_terms_with_the_same_rendering_count_once() -> None:
    variants = [("湖堤巡护员", "dyke worker"), ("大湖堤护员", "dyke worker")]
    assert "员" not in learn_heads(variants).finals


def test_terms_that_do_not_agree_teach_nothing() -> None:
    pairs = [("湖堤员", "dyke walker"), ("水渠员", "water bailiff"), ("竹筏员", "ferryman")]
    assert "员" not in learn_heads(pairs).finals


def test_a_character_that_always_has_the_same_neighbour_is_no_word() -> None:
    pairs = [
        ("市域社会治理", "city social care"),
        ("市域联动", "city links"),
        ("市域平台", "city platform"),
    ]
    initials = learn_heads(pairs).initials
    assert "市域" in initials
    assert "市" not in initials


def test_the_words_behind_a_preposition_belong_to_the_beginning() -> None:
    pairs = [
        ("竹筏登记", "registration of rafts"),
        ("竹筏码头", "wharf of rafts"),
        ("绿道登记", "registration"),
    ]
    heads = learn_heads(pairs)
    assert [learned.en for learned in heads.initials["竹筏"]] == ["rafts"]
    assert [learned.en for learned in heads.finals["登记"]] == ["registration"]


def test_one_witness_of_several_renderings_counts_once() -> None:
    pairs = [*GUARDS, ("湖堤员", "dyke hand"), ("湖堤员", "dyke help")]
    (learned,) = learn_heads(pairs).finals["员"]
    assert (learned.count, learned.terms) == (3, 3)


def test_what_stands_beside_the_word_is_no_second_rendering_of_it() -> None:
    pairs = [
        ("水渠防护", "channel care"),
        ("湖堤防护", "sturdy care"),
        ("竹筏防护", "sturdy care"),
        ("小桥防护", "bridge care"),
    ]
    assert [
        learned.en for learned in learn_heads([*pairs, ("大坝防护", "a sturdy care")]).finals["防护"]
    ] == ["care"]


def test_the_terms_that_taught_are_told() -> None:
    assert learn_heads([("綠道", "greenway")]).terms == {"绿道"}
