"""Parts of a term that need no dictionary of words: places, numbers, and what stands in Latin letters."""

import re
from collections.abc import Iterator

from glossary.curation.senses import Origin, Parts, Role, Sense, is_known
from glossary.curation.vocabulary import list_places
from glossary.curation.vocabulary.grammar import CARDINALS, MEASURES, NUMERALS, ORDINALS, PLACE_LEVELS
from glossary.text.folding import is_only_han
from glossary.text.readings import syllables
from glossary.text.segmentation import tag_words

PLACE_TAG = "ns"
CITY = "市"
LONGEST_PLACE_CHARS = 5
PLACE_WEIGHT = 0.9
NUMBER_WEIGHT = 0.75
SHORT_ACRONYM_CHARS = 4
AS_WRITTEN = re.compile(r"[0-9a-z]+")
NUMBER = re.compile(
    rf"(?P<ordinal>第)?(?P<value>[{''.join(NUMERALS)}]|\d+(?=号))(?P<kind>级|位一体|号|[{MEASURES}])?"
)

Placed = tuple[int, int, Sense]


def find_names(term: str, parts: Parts) -> Iterator[Placed]:
    """Yield the places, numbers and Latin runs of a folded term, each with where it starts and ends."""
    yield from _find_places(term, parts)
    for found in AS_WRITTEN.finditer(term):
        if not is_known(found.group(), parts):
            yield *found.span(), _as_written(found.group())
    for found in NUMBER.finditer(term):
        yield *found.span(), _read_number(found)


def _find_places(term: str, parts: Parts) -> Iterator[Placed]:
    for start, end in {*_tagged_places(term), *_leading_places(term)}:
        if is_known(term[start:end], parts):
            continue
        yield start, end, _place(term[start:end])
        if term[end : end + 1] in PLACE_LEVELS and end + 1 < len(term):
            yield start, end + 1, _place(term[start : end + 1])


def _tagged_places(term: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word, tag in tag_words(term):
        if word in list_places() or (tag == PLACE_TAG and len(word) > 1 and is_only_han(word)):
            yield at, at + len(word)
        at += len(word)


def _leading_places(term: str) -> Iterator[tuple[int, int]]:
    """Places before a word that the dictionary takes with them, or knows as cities: 海口 of 海口海关."""
    for end in range(2, min(LONGEST_PLACE_CHARS, len(term) - 1) + 1):
        if _is_place(term[:end]) or _is_place(term[:end] + CITY):
            yield 0, end


def _is_place(zh: str) -> bool:
    return tag_words(zh) == [(zh, PLACE_TAG)]


def _place(zh: str) -> Sense:
    return Sense(
        zh=zh,
        text=name_place(zh),
        role=Role.PLACE,
        origin=Origin.PLACE,
        weight=PLACE_WEIGHT,
        why="a place name",
    )


def name_place(zh: str) -> str:
    """Return the name of a place in pinyin as maps write it, without its level: Hainan, Jing'an, Qionghai."""
    bare = zh[:-1] if level_of(zh) else zh
    if bare in list_places():
        return list_places()[bare]
    spelled = ""
    for readings in syllables(bare):
        syllable = readings[0] if readings else ""
        spelled += "'" + syllable if spelled and syllable[:1] in "aeo" else syllable
    return spelled.replace("v", "ü").capitalize()


def level_of(zh: str) -> str:
    """Return the level at the end of a place name, 省 of 海南省; a name of two characters has none (沙市)."""
    return zh[-1] if len(zh) > 2 and zh[-1] in PLACE_LEVELS and zh not in list_places() else ""


def _as_written(text: str) -> Sense:
    shown = text.upper() if len(text) < SHORT_ACRONYM_CHARS else text
    return Sense(
        zh=text,
        text=shown,
        role=Role.NOUN,
        origin=Origin.AS_WRITTEN,
        weight=PLACE_WEIGHT,
        why="as it is written",
    )


def _read_number(found: re.Match[str]) -> Sense:
    text, role = _word_number(found)
    return Sense(
        zh=found.group(), text=text, role=role, origin=Origin.NUMBER, weight=NUMBER_WEIGHT, why="a number"
    )


def _word_number(found: re.Match[str]) -> tuple[str, Role]:
    if found["value"].isascii():
        return f"No. {found['value']}", Role.MODIFIER
    value = NUMERALS[found["value"]]
    word = CARDINALS[value - 1]
    if found["ordinal"]:
        return ORDINALS[value - 1], Role.MODIFIER
    kinds = {"级": f"{word}-level", "位一体": f"{word}-in-one", "号": f"No. {value}"}
    if found["kind"] in kinds:
        return kinds[found["kind"]], Role.MODIFIER
    return word, Role.NUMBER
