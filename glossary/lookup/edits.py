"""One slip of the finger: a wrong, missing, surplus or swapped character."""

from collections.abc import Iterator
from string import ascii_lowercase


def deletions(text: str) -> list[str]:
    """Return the texts that lack one character of ``text``, each once."""
    return list(dict.fromkeys(text[:at] + text[at + 1 :] for at in range(len(text))))


def slips(word: str, letters: str = ascii_lowercase) -> list[str]:
    """Return every text of ``letters`` from which one slip leads to ``word``, swapped ones first."""
    return list(dict.fromkeys(slip for slip in _each_slip(word, letters) if slip != word))


def _each_slip(word: str, letters: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + letter + right[1:] for left, right in cuts if right for letter in letters)
    yield from (left + letter + right for left, right in cuts for letter in letters)


def is_one_slip(one: str, other: str) -> bool:
    """Whether two different texts are one slip apart: Damerau's distance, of neighbours swapped, is 1."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    at = common_start(one, other)
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    is_swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return is_swapped or one[at + 1 :] == other[at + 1 :]


def common_start(one: str, other: str) -> int:
    """Return how many first characters two texts share."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def difference(one: str, other: str) -> int:
    """Return how many characters stand between what is alike at both ends: 1 for shizang and shizhang."""
    start = common_start(one, other)
    end = common_start(one[start:][::-1], other[start:][::-1])
    return max(len(one), len(other)) - start - end
