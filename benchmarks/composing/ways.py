"""Ways to propose a rendering: ours, ours with less to go by, and the plain gloss that it has to beat."""

from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

from glossary.curation import senses, wording
from glossary.curation.composing import compose_renderings
from glossary.curation.covers import LONGEST_PART_CHARS
from glossary.curation.learning import NO_HEADS, Heads
from glossary.curation.phrases import join_words
from glossary.curation.proposals import GAP_MARK
from glossary.curation.senses import Parts
from glossary.curation.vocabulary import list_actions, list_modifiers, list_nouns
from glossary.text.folding import folded_key


def compose(term: str, parts: Parts, heads: Heads) -> Sequence[str]:
    return [one.text for one in compose_renderings(term, parts, heads=heads)]


def compose_unlearned(term: str, parts: Parts, _heads: Heads) -> Sequence[str]:
    return compose(term, parts, NO_HEADS)


def compose_of_list(term: str, _parts: Parts, _heads: Heads) -> Sequence[str]:
    return compose(term, {}, NO_HEADS)


def compose_of_base(term: str, parts: Parts, heads: Heads) -> Sequence[str]:
    """Without the word list, which was written by somebody who knew the seeds; grammar and places stay."""
    tables = ("nouns", "modifiers", "actions", "gerunds", "choices", "coordinates")
    empty: dict[str, Any] = {f"list_{table}": dict for table in tables}
    with patch.multiple(senses, **empty), patch.multiple(wording, list_coordinates=dict):
        return compose(term, parts, heads)


def gloss_words(term: str, parts: Parts, _heads: Heads) -> Sequence[str]:
    """The longest known word from the left, its first rendering, and so on, in Chinese order.

    It knows what ``compose`` knows of parts: the base first, then the word list.
    """
    key, words, at = folded_key(term), list[str](), 0
    while at < len(key):
        word, size = longest_known(key[at:], parts, whole=key)
        words.append(word)
        at += size
    text = join_words([word for place, word in enumerate(words) if [word] != words[place - 1 : place]])
    return [text] if text.strip(f" {GAP_MARK}") else []


def longest_known(rest: str, parts: Parts, *, whole: str) -> tuple[str, int]:
    for size in range(min(len(rest), LONGEST_PART_CHARS), 0, -1):
        word = rest[:size]
        if word != whole and (english := first_rendering(word, parts)):
            return english, size
    return GAP_MARK, 1


def first_rendering(word: str, parts: Parts) -> str:
    known = parts.get(word)
    if known:
        return known[0].text
    tables = (list_nouns(), list_modifiers(), list_actions())
    return next((table[word][0] for table in tables if word in table), "")
