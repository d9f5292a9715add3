"""Number-headed formulae: 四位一体, 一岗双责, 三防四早九严格, and counted ones such as 三道防控圈."""

import re

from glossary.mining.vocabulary import ABSTRACT_NOUNS, GENERAL_HEADS, NUMERALS, TIME_CHARACTERS
from glossary.text.folding import is_han

MIN_PARTS = 2
MAX_FORMULA_CHARS = 10
DIGITS = "一二三四五六七八九十两双"
PART = re.compile(f"[{DIGITS}多零][^{DIGITS}多零百千万亿]{{1,2}}")
CHAIN = re.compile(f"[{DIGITS}][^{DIGITS}百千万亿]{{1,2}}(?:[{DIGITS}多零][^{DIGITS}百千万亿]{{1,2}}){{1,3}}")
COUNTED = re.compile(
    f"[{DIGITS[:-1]}](?:个|大|项|道|条|重|张|本|支|类|种|级|位|线|网)([\u4e00-\u9fff]{{2,6}})"
)
MEASURES = frozenset(
    "个次年月日天元万亿倍米名位条项家户户间层批届期轮遍场起件份部台辆艘套组点时分秒岁周成半些人级"
) - {
    "人",
    "户",
    "家",
    "组",
    "点",
    "位",
    "级",
    "条",
    "网",
}
YEARS_AND_MONTHS = frozenset("年月")
VALUES = dict(zip("一二三四五六七八九十两双", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 2), strict=True))


def is_formula(string: str) -> bool:
    """Whether a string counts two things or more (三位一体, 一总四分); dates and spans of time count none."""
    if len(string) > MAX_FORMULA_CHARS or not CHAIN.fullmatch(string) or not all(map(is_han, string)):
        return False
    counted = [part[1:] for part in PART.findall(string)]
    # Two numbers count alike: 三位一体 is a formula, 三位一体化 a word made of it.
    uneven = len(counted) == MIN_PARTS and len(counted[0]) != len(counted[1])
    if uneven or counted[0][0] in TIME_CHARACTERS or counted[-1] in YEARS_AND_MONTHS:
        return False
    return not all(set(part) <= NUMERALS | TIME_CHARACTERS | MEASURES for part in counted)


def counts_a_thing(string: str) -> bool:
    """Whether a string says how many there are of one thing that is no general word (三道防控圈)."""
    match = COUNTED.fullmatch(string)
    if match is None or string[0] == "一":
        return False
    thing = match[1]
    return thing not in ABSTRACT_NOUNS and thing not in GENERAL_HEADS


def count_members(formula: str) -> tuple[int, ...]:
    """Return how many members a formula may have: the first number, and the sum of all (一总四分: 1 or 5)."""
    numbers = [VALUES[character] for character in formula if character in VALUES]
    if not numbers:
        return ()
    return tuple(dict.fromkeys(number for number in (numbers[0], sum(numbers)) if number >= MIN_PARTS))
