"""What a query may mean is decided by its characters; none of them is syntax."""

import pytest

from glossary.errors import InvalidInput
from glossary.lookup.queries import MAX_QUERY_CHARS, check_query, plan_blurred, plan_probes, plan_slips
from glossary.model import KeyKind, MatchKind, Probe

Question = tuple[MatchKind, KeyKind, tuple[str, ...], bool]


def asked(query: str) -> list[Question]:
    return [(probe.match, probe.kind, probe.keys, probe.prefix) for probe in plan_probes(query)]


def test_a_chinese_query_is_a_term_a_short_form_a_beginning_or_a_part() -> None:
    assert asked("河湖长") == [
        (MatchKind.EXACT, KeyKind.FOLDED, ("河湖长",), False),
        (MatchKind.ABBREVIATION, KeyKind.ABBREVIATION, ("河湖长",), False),
        (MatchKind.PREFIX, KeyKind.START, ("河湖长",), False),
        (MatchKind.SUBSTRING, KeyKind.PART, ("河湖长",), False),
    ]


def test_a_long_beginning_is_looked_for_among_the_spellings_themselves() -> None:
    assert (MatchKind.PREFIX, KeyKind.FOLDED, ("河湖长制度",), True) in asked("河湖长制度")


def test_a_part_of_more_than_four_characters_must_be_held_as_it_stands() -> None:
    (part,) = (probe for probe in plan_probes("河湖长制度") if probe.match is MatchKind.SUBSTRING)
    assert (part.keys, part.within) == (("河湖长制", "湖长制度"), "河湖长制度")


def test_one_chinese_character_is_no_part_to_look_for() -> None:
    assert MatchKind.SUBSTRING not in [probe.match for probe in plan_probes("河")]


@pytest.mark.parametrize("query", ["河長制", "“河长制”", "河 长 制", "《河长制》"])
def test_script_and_punctuation_do_not_change_the_question(query: str) -> None:
    assert asked(query) == asked("河长制")


def test_letters_are_a_term_or_a_part_of_it_pinyin_initials_or_english() -> None:
    assert asked("app") == [
        (MatchKind.EXACT, KeyKind.FOLDED, ("app",), False),
        (MatchKind.ABBREVIATION, KeyKind.ABBREVIATION, ("app",), False),
        (MatchKind.PREFIX, KeyKind.START, ("app",), False),
        (MatchKind.SUBSTRING, KeyKind.PART, ("app",), False),
        (MatchKind.PINYIN, KeyKind.PINYIN, ("app",), False),
        (MatchKind.INITIALS, KeyKind.INITIALS, ("app",), False),
        (MatchKind.PINYIN, KeyKind.PINYIN_START, ("app",), False),
        (MatchKind.RENDERING, KeyKind.WORD, ("app",), False),
    ]


def test_only_a_spelling_or_a_reading_typed_whole_names_a_term_whole() -> None:
    whole = [probe.kind for probe in plan_probes("hezhangzhi") if probe.whole]
    assert whole == [KeyKind.FOLDED, KeyKind.PINYIN]


@pytest.mark.parametrize("query", ["shanghai", "sanghai", "shan ghai", "Shang'hai"])
def test_sounds_that_are_confused_ask_the_same(query: str) -> None:
    assert "sanhai" in [key for probe in plan_blurred(query) for key in probe.keys]


@pytest.mark.parametrize("query", ["grid", "wgy", "wang3ge2", "上海", "x" * 200])
def test_what_is_no_pinyin_without_tones_is_not_confused(query: str) -> None:
    assert plan_blurred(query) == ()


def test_every_way_to_cut_pinyin_is_tried() -> None:
    assert {key for probe in plan_blurred("fangan") for key in probe.keys} == {"hanan", "hangan"}


def test_a_slip_is_looked_for_among_what_either_spelling_has_lost() -> None:
    kinds = {(probe.kind, probe.keys[0]) for probe in plan_slips("网格园丁")}
    assert (KeyKind.DELETION, "网格园丁") in kinds
    assert (KeyKind.DELETION, "网格丁") in kinds
    assert (KeyKind.FOLDED, "网格丁") in kinds


@pytest.mark.parametrize("query", ["网", "grid", "网" * 40])
def test_too_short_or_too_long_or_no_chinese_has_no_slips(query: str) -> None:
    assert plan_slips(query) == ()


@pytest.mark.parametrize("query", ["hé zhǎng", "he2zhang3", "HE2 ZHANG3"])
def test_with_tones_only_toned_pinyin_is_asked(query: str) -> None:
    pinyin = [probe for probe in plan_probes(query) if probe.match in (MatchKind.PINYIN, MatchKind.INITIALS)]
    assert {(probe.kind, probe.keys) for probe in pinyin} == {(KeyKind.TONED, ("he2zha3ng",))}


def test_english_is_asked_by_its_words_without_endings() -> None:
    assert (MatchKind.RENDERING, KeyKind.WORD, ("river", "chief"), False) in asked("River Chiefs")


def test_english_in_full_width_is_english() -> None:
    assert asked("ｒｉｖｅｒ") == asked("river")


def test_one_letter_is_no_beginning_of_pinyin() -> None:
    assert not any(probe.prefix for probe in plan_probes("h") if probe.match is MatchKind.PINYIN)


@pytest.mark.parametrize("query", ["%", "_", "*", '"', "'", "[]", "()", "…", "——", "?", "\\"])
def test_punctuation_alone_asks_nothing(query: str) -> None:
    assert plan_probes(query) == ()


@pytest.mark.parametrize(
    "query", ["河长 OR 制", "河长 NEAR/3 制", "河长*", "河长%", '"河长"', "河.长", "[河]长"]
)
def test_search_syntax_is_characters_like_others(query: str) -> None:
    for probe in plan_probes(query):
        assert all(all(character.isalnum() for character in key) for key in probe.keys)


def test_blanks_around_a_query_go() -> None:
    assert check_query("\t 河长制\n") == "河长制"


@pytest.mark.parametrize("query", ["", " ", "\n\t", "\u3000"])
def test_an_empty_query_is_refused_with_what_to_write(query: str) -> None:
    with pytest.raises(InvalidInput, match="the query is empty; give a Chinese term"):
        check_query(query)


def test_the_longest_query_is_taken_and_a_longer_one_is_refused() -> None:
    assert check_query("河" * MAX_QUERY_CHARS)
    with pytest.raises(InvalidInput, match="the query has 201 characters, a lookup takes 200"):
        check_query("河" * (MAX_QUERY_CHARS + 1))


@pytest.mark.parametrize("query", ["\0", "河\udc80", "\x1b[31m"])
def test_what_no_term_can_hold_is_refused(query: str) -> None:
    with pytest.raises(InvalidInput, match="control character or half a surrogate"):
        check_query(query)


def test_a_probe_never_has_an_empty_key() -> None:
    for query in ("a", "1", "河", "wang3", "é", "Å", "x'", "网-a"):
        assert all(isinstance(probe, Probe) and all(probe.keys) for probe in plan_probes(query)), query
