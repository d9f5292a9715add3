"""The members of a number-headed formula, where the text lists them: 甲、乙、丙“三位一体”; 一总四分,分别为…

They differ from document to document, so they are read from one text at a time.
"""

import re
from collections.abc import Iterator, Sequence

from glossary.mining.formulae import count_members
from glossary.mining.vocabulary import FUNCTION_CHARACTERS, LIGHT_VERBS
from glossary.text.segmentation import tag_words

REACH_CHARS = 120
ORDINALS_REACH_CHARS = 400
MAX_MEMBER_CHARS = 20
QUOTES = "“”‘’「」『』\"'"
ITEM_BREAKS = re.compile("[、,;+]|以及|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff])")
STRONG_BREAKS = re.compile("[。;:!?\n()]")
CUE = re.compile(
    "[^。;!?\n]{0,16}?(?:即|分别(?:为|是|指)|包括|指的是|是指|就是|[(:]|——)[:“‘]*(?P<list>[^。;!?\n)]{4,160})"
)
ORDINAL = re.compile("(?:第?([一二三四五六七八九十]))(?:是|要|,|、)([^。;,!?\n]{2,20})")
ORDINAL_NAMES = "一二三四五六七八九十"


def find_members(formula: str, text: str) -> tuple[str, ...]:
    """Return the members of ``formula`` that a folded text lists, in its order; none where it lists none.

    The list stands right before the formula, or after it behind a cue (即, 分别为, a colon), or as
    一是…二是…; it must have as many parts as the formula counts.
    """
    numbers = count_members(formula)
    for match in re.finditer(_loosely(formula), text):
        before, after = (
            text[max(0, match.start() - REACH_CHARS) : match.start()],
            text[match.end() : match.end() + ORDINALS_REACH_CHARS],
        )
        for found in _lists_around(before, after, numbers):
            if found:
                return found
    return ()


def _loosely(formula: str) -> str:
    """Return a pattern for a formula that may have quotation marks inside (三道“防控圈”)."""
    return f"[{QUOTES}]?".join(map(re.escape, formula))


def _lists_around(before: str, after: str, numbers: Sequence[int]) -> Iterator[tuple[str, ...]]:
    for number in numbers:
        yield _list_before(before, number)
    cue = CUE.match(after.lstrip(QUOTES)[:REACH_CHARS])
    for number in numbers:
        yield _list_after(cue["list"], number) if cue else ()
        yield _ordinals(after[:ORDINALS_REACH_CHARS], number)


def _list_before(before: str, number: int) -> tuple[str, ...]:
    """Return the last parts of what stands before the formula, without a verb in front of the first."""
    stretch = STRONG_BREAKS.split(before)[-1]
    quoted = re.search(f"[“‘「『]([^“”‘’「」『』]+)[”’」』]\\w{{0,3}}[{QUOTES}]*$", stretch)
    if quoted and len(_items(quoted[1])) == number:
        return _checked(_items(quoted[1]), number)
    items = _items(stretch.rstrip(QUOTES))
    if len(items) < number:
        return ()
    first, *rest = items[-number:]
    return _checked([_without_clause(first), *rest], number)


def _list_after(listed: str, number: int) -> tuple[str, ...]:
    """Return the parts of a list up to a full stop, or up to a comma behind which the sentence goes on."""
    sentence = re.split("[。;!?\n]", listed)[0]
    for stretch in (sentence, sentence.split(",")[0]):
        items = _items(stretch)
        if len(items) == number:
            return _checked(items, number)
    return ()


def _ordinals(after: str, number: int) -> tuple[str, ...]:
    """Return what follows 一是, 二是 … up to as many as the formula counts, if all are there in order."""
    found = dict(reversed([(match[1], match[2]) for match in ORDINAL.finditer(after)]))
    names = ORDINAL_NAMES[:number]
    return _checked([found[name] for name in names], number) if all(n in found for n in names) else ()


def _items(text: str) -> list[str]:
    parts = ITEM_BREAKS.split(text)
    return [stripped for part in parts if (stripped := part.strip(QUOTES + " "))]


def _checked(items: Sequence[str], number: int) -> tuple[str, ...]:
    """Return the items if they are as many as the formula counts, each another and each a name."""
    good = len(items) == number == len(set(items)) and all(map(_may_be_member, items))
    return tuple(items) if good else ()


def _may_be_member(item: str) -> bool:
    """Whether an item is short enough for a name and no verb or word of grammar: 把, 推进."""
    return 1 <= len(item) <= MAX_MEMBER_CHARS and item not in LIGHT_VERBS and item not in FUNCTION_CHARACTERS


def _without_clause(item: str) -> str:
    """Return what follows the last verb or word of grammar in front of a name: 将|加快|推进|综治中心."""
    words = [word for word, _ in tag_words(item)]
    barred = [at for at, word in enumerate(words) if word in LIGHT_VERBS or word in FUNCTION_CHARACTERS]
    return "".join(words[barred[-1] + 1 :]) if barred else item
