"""The syllables of Hanyu Pinyin, and how they run together where nobody wrote a gap.

ü is written v, or u as many type it in lüe and nüe; tones are not written. A word such as ``xian`` is one
syllable or two (xi'an).
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

MOST_SPLITS = 32
"""Of a long text that can be cut in many ways so many are tried; longer syllables come first."""
FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
LONGEST_SYLLABLE_CHARS = 6
ALIKE_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"), ("f", "h"))
ALIKE_FINALS = ("ang", "eng", "ing")


@cache
def all_syllables() -> frozenset[str]:
    """Return every syllable that there is."""
    return frozenset(initial + final for initial, finals in FINALS.items() for final in finals.split())


@cache
def begins_syllable(letters: str) -> bool:
    """Whether a syllable begins with these letters."""
    return any(syllable.startswith(letters) for syllable in all_syllables())


def split_syllables(letters: str) -> list[tuple[str, ...]]:
    """Return the ways to cut letters into syllables; none where they are no pinyin, or end inside one."""
    return list(islice(_splits(letters, set()), MOST_SPLITS))


def _splits(letters: str, hopeless: set[int], start: int = 0) -> Iterator[tuple[str, ...]]:
    """Yield the ways from ``start`` on; what cannot be cut to the end is not tried twice."""
    if start == len(letters):
        yield ()
        return
    found = False
    for end in range(min(start + LONGEST_SYLLABLE_CHARS, len(letters)), start, -1):
        if end not in hopeless and letters[start:end] in all_syllables():
            for rest in _splits(letters, hopeless, end):
                found = True
                yield (letters[start:end], *rest)
    if not found:
        hopeless.add(start)


@cache
def blur_syllable(syllable: str) -> str:
    """Return what a syllable and those that are often confused with it have in common.

    zh and z, ch and c, sh and s, n and l, r and l, f and h begin alike; ang and an, eng and en, ing and in
    end alike; ü is taken for u. So ``shang`` becomes ``san``, and so does ``san``.
    """
    if syllable not in all_syllables():
        return syllable
    blurred = next(
        (same + syllable[len(one) :] for one, same in ALIKE_INITIALS if syllable.startswith(one)), syllable
    )
    return (blurred[:-1] if blurred.endswith(ALIKE_FINALS) else blurred).replace("v", "u")
