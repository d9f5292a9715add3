"""Homographs beside a text: the sense that fits it comes first.

四位一体 is one thing in Hainan and two others in Nanning. A sense fits a text that names its members and the
concepts that it is related to, and that shares with its Chinese definition what the other senses' definitions
do not have (海南 or 南宁, 平台 or 勤务).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from glossary.model import Found, MatchKind
from glossary.text.folding import folded_key, is_only_han

SHARE_OF_MEMBERS, SHARE_OF_RELATED, SHARE_OF_DEFINITION = 2.0, 1.0, 1.0
BIGRAM = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What tells a concept from its homographs: spellings of each member and each related one, folded.

    ``about`` is its Chinese definition and its scope.
    """

    members: tuple[tuple[str, ...], ...] = ()
    related: tuple[tuple[str, ...], ...] = ()
    about: str = ""


def find_homographs(found: Sequence[Found]) -> list[str]:
    """Return the concepts that share match and spelling with the one before or after them."""
    groups = [[one.concept for one in group] for _, group in groupby(found, key=_spelling)]
    return [concept for group in groups if len(group) > 1 for concept in group]


def order_senses(found: Sequence[Found], senses: Mapping[str, Sense], text: str) -> list[Found]:
    """Return the findings with homographs in the order of how well they fit the text; the rest stays put."""
    key = folded_key(text)
    ordered: list[Found] = []
    for _, group in groupby(found, key=_spelling):
        alike = list(group)
        about = [senses[one.concept].about if one.concept in senses else "" for one in alike]
        own = _own_bigrams(about)
        fits = [_fit(senses.get(one.concept, Sense()), own[n], key) for n, one in enumerate(alike)]
        ordered += [alike[n] for n in sorted(range(len(alike)), key=lambda n: -fits[n])]
    return ordered


def _spelling(finding: Found) -> tuple[MatchKind, str]:
    return finding.match, finding.folded


def _own_bigrams(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return the pairs of characters that each text has and no other one has."""
    pairs = [_bigrams(text) for text in texts]
    return [
        mine.difference(*(theirs for n, theirs in enumerate(pairs) if n != number))
        for number, mine in enumerate(pairs)
    ]


def _bigrams(text: str) -> frozenset[str]:
    key = folded_key(text)
    pairs = (key[n : n + BIGRAM] for n in range(len(key) - 1))
    return frozenset(pair for pair in pairs if is_only_han(pair))


def _fit(sense: Sense, own: frozenset[str], key: str) -> float:
    return (
        SHARE_OF_MEMBERS * _share([any(one in key for one in spellings) for spellings in sense.members])
        + SHARE_OF_RELATED * _share([any(one in key for one in spellings) for spellings in sense.related])
        + SHARE_OF_DEFINITION * _share([pair in key for pair in own])
    )


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0
