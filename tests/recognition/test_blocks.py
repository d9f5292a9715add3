"""A long text is cut where no term is."""

import pytest

from glossary.recognition.automaton import Automaton, build_automaton
from glossary.recognition.blocks import BLOCK_CHARS, MOST_BLOCK_CHARS, choose_stops, cut_blocks
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_terms
from glossary.recognition.keeping import pack_layer, unpack_layer


def pieces(text: str, size: int) -> list[str]:
    return [text[start:end] for start, end in cut_blocks(text, size=size)]


@pytest.mark.parametrize("text", ["", "a", "一。二。三", "一\n二\n三", "没有标点的很长一句话" * 9, "\n\n\n"])
def test_the_blocks_are_the_whole_text(text: str) -> None:
    assert "".join(pieces(text, 4)) == text


def test_a_block_ends_behind_a_line_else_behind_a_sentence() -> None:
    assert pieces("一二\n三四五", 4) == ["一二\n", "三四五"]
    assert pieces("一二。三四五", 4) == ["一二。", "三四五"]


def test_a_sentence_that_never_ends_is_cut_somewhere() -> None:
    lengths = [end - start for start, end in cut_blocks("一" * (MOST_BLOCK_CHARS + 5), size=4)]
    assert lengths[0] == MOST_BLOCK_CHARS


def test_a_text_is_not_cut_inside_a_term_that_holds_a_full_stop() -> None:
    assert choose_stops(["一。二"]) == "\n"
    term = "好。再见"
    text = "空" * (BLOCK_CHARS - 2) + term
    (found,) = find_terms(text, build_automaton([Entry("好再见", term)]))
    assert (found.start, found.end) == (BLOCK_CHARS - 2, BLOCK_CHARS + 2)


def test_offsets_count_from_the_start_of_the_text_in_every_block() -> None:
    text = ("甲" * 99 + "网格员\n") * 1_000
    found = find_terms(text, build_automaton([Entry("网格员", "网格员")]))
    assert [text[one.start : one.end] for one in found] == ["网格员"] * 1_000
    assert [one.start for one in found] == [99 + 103 * line for line in range(1_000)]


def test_a_kept_layer_finds_what_the_layer_found() -> None:
    automaton = build_automaton([Entry("网格员", "网格员"), Entry("skynet", "SkyNet", exact=True)])
    unpacked = unpack_layer(pack_layer(automaton.main, {"said": 1}))
    assert unpacked is not None
    layer, about = unpacked
    assert about == {"said": 1}
    assert (layer.keys, layer.forms, layer.stops) == (
        automaton.main.keys,
        automaton.main.forms,
        automaton.main.stops,
    )
    text = "网格员skynet和SkyNet"
    assert find_terms(text, Automaton(layer)) == find_terms(text, automaton)
