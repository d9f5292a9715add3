"""A text becomes a row of words, with one token for what parts them and the marks beside the words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.mining.shards import CLOSED, OPENED, cut_shard
from glossary.mining.stream import Stream, join_shards
from glossary.text.folding import fold


def read(*texts: str) -> Stream:
    """The stream of texts that are kept whole."""
    shard = cut_shard([fold(text) + "\n" for text in texts])
    return join_shards([shard], [(0, number) for number in range(len(texts))])


def tokens(text: str) -> list[str]:
    """The tokens of a text, without the line ends around it."""
    stream = read(text)
    return [stream.words[number] for number in stream.ids.tolist()][1:-1]


def marked(text: str, mark: int) -> list[str]:
    stream = read(text)
    return [stream.words[stream.ids[at]] for at in range(len(stream.ids)) if stream.marks[at] & mark]


def test_words_follow_one_another_in_their_order() -> None:
    assert tokens("沿海渔港潮位") == ["沿海", "渔港", "潮位"]


@pytest.mark.parametrize("mark", "。，、；：！？《》\n")
def test_punctuation_parts_words(mark: str) -> None:
    assert tokens(f"渔港{mark}潮位") == ["渔港", fold(mark), "潮位"]


def test_of_a_stretch_of_punctuation_the_first_stays() -> None:
    assert tokens("渔港。》（潮位") == ["渔港", "。", "潮位"]


def test_a_bracket_before_harder_punctuation_parts_as_that_does() -> None:
    assert tokens("渔港)。潮位") == ["渔港", "\n", "潮位"]


def test_of_a_stretch_of_brackets_and_dashes_the_first_stays() -> None:
    assert tokens("渔港——(潮位") == ["渔港", "—", "潮位"]


@pytest.mark.parametrize("quoted", ["“渔港”", "‘渔港’", "「渔港」", "『渔港』", '"渔港"'])
def test_quotation_marks_are_no_tokens_but_stand_beside_words(quoted: str) -> None:
    text = f"推进{quoted}建设"
    assert tokens(text) == ["推进", "渔港", "建设"]
    assert (marked(text, OPENED), marked(text, CLOSED)) == (["渔港"], ["渔港"])


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    text = '推进"渔港"和"海堤"'
    assert (marked(text, OPENED), marked(text, CLOSED)) == (["渔港", "海堤"], ["渔港", "海堤"])


def test_a_straight_mark_that_is_left_open_says_nothing_of_the_next_line() -> None:
    text = '推进"渔港\n"海堤"'
    assert (marked(text, OPENED), marked(text, CLOSED)) == (["渔港", "海堤"], ["海堤"])


def test_quotations_beside_each_other_keep_a_place_each() -> None:
    text = "“海堤”“渔港”"
    assert (marked(text, OPENED), marked(text, CLOSED)) == (["海堤", "渔港"], ["海堤", "渔港"])


@pytest.mark.parametrize("text", ["“海堤”“渔港”", '"海堤""渔港"', "“海堤”‘渔港’"])
def test_a_quotation_is_parted_from_the_one_before_it(text: str) -> None:
    assert tokens(text) == ["海堤", *set(tokens(text)) - {"海堤", "渔港"}, "渔港"]
    assert len(tokens(text)) == 3


@pytest.mark.parametrize("quoted", ["“海堤，渔港”", '"海堤，渔港"'])
def test_a_mark_closes_what_was_opened_before_a_comma(quoted: str) -> None:
    assert (marked(quoted, OPENED), marked(quoted, CLOSED)) == (["海堤"], ["渔港"])


def test_a_bracket_around_one_character_inside_a_term_is_left_out() -> None:
    assert "".join(tokens("专(兼)职网格员")) == "专兼职网格员"


@pytest.mark.parametrize("text", ["市(县)", "渔港(海堤)潮位", "(渔)港"])
def test_any_other_bracket_parts(text: str) -> None:
    assert "(" in tokens(text) or ")" in tokens(text)


def test_starts_lead_back_into_each_text() -> None:
    texts = ("推进“雪亮工程”建设", "海堤、渔港")
    stream = read(*texts)
    bounds = [1, *stream.ends.tolist()]
    for number, text in enumerate(texts):
        for at in range(bounds[number], bounds[number + 1]):
            word, start = stream.words[stream.ids[at]], stream.starts[at]
            assert (text + "\n")[start : start + len(word)] in (word, "\n") or not word.isalnum()


def test_documents_are_joined_in_the_order_asked_for_and_others_left_out() -> None:
    shards = [cut_shard(["海堤\n", "渔港\n"]), cut_shard(["潮位\n"])]
    stream = join_shards(shards, [(1, 0), (0, 1)])
    words = [stream.words[number] for number in stream.ids.tolist() if stream.is_word[number]]
    assert words == ["潮位", "渔港"]
    assert stream.documents_of(stream.ends - 1).tolist() == [0, 1]


def test_no_texts_make_a_shard_without_words() -> None:
    assert cut_shard([]).words == ()


@given(st.lists(st.text(alphabet="海堤渔港。“”（）a1 \n", max_size=20), min_size=1, max_size=4))
def test_every_letter_and_figure_stands_in_one_token_at_its_place(texts: list[str]) -> None:
    stream = read(*texts)
    letters = [character for text in texts for character in fold(text) if character.isalnum()]
    words = [stream.words[number] for number in stream.ids.tolist() if stream.is_word[number]]
    assert list("".join(words)) == letters


def words_of(stream: Stream) -> list[list[tuple[str, int, int]]]:
    """The words of each document with where they stand and how they are marked."""
    bounds = [1, *stream.ends.tolist()]
    return [
        [
            (stream.words[stream.ids[at]], int(stream.starts[at]), int(stream.marks[at]))
            for at in range(first, last)
            if stream.is_word[stream.ids[at]]
        ]
        for first, last in pairwise(bounds)
    ]


@pytest.mark.slow
@given(st.lists(st.text(alphabet='海堤渔港。“”"（）a1 \n', max_size=20), min_size=1, max_size=4))
def test_texts_give_the_same_words_whether_they_are_cut_together_or_apart(texts: list[str]) -> None:
    apart = [cut_shard([fold(text) + "\n"]) for text in texts]
    joined = join_shards(apart, [(number, 0) for number in range(len(texts))])
    assert words_of(joined) == words_of(read(*texts))


def test_a_text_without_words_between_others_shifts_nothing() -> None:
    assert words_of(read("海堤", "。\n", "渔港")) == [[("海堤", 0, 0)], [], [("渔港", 0, 0)]]


def test_the_shards_are_given_up_when_they_are_joined() -> None:
    shards = [cut_shard(["海堤\n"]), cut_shard(["渔港\n"])]
    join_shards(shards, [(0, 0), (1, 0)])
    assert [shard.words for shard in shards] == [(), ()]


@pytest.mark.parametrize("edge", ["(", "·", "【", "- "])
def test_what_a_text_begins_with_is_the_same_wherever_it_stands_in_a_batch(edge: str) -> None:
    text = f"{edge}渔港\n"
    alone = join_shards([cut_shard([text])], [(0, 0)])
    behind = join_shards([cut_shard(["海堤\n", text])], [(0, 1)])
    assert [alone.words[at] for at in alone.ids] == [behind.words[at] for at in behind.ids]
