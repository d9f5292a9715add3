"""Persons among the counted strings: names beside a title or a verb of speech, or built as names are."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from glossary.mining.background import Background
from glossary.mining.evidence import Measured
from glossary.mining.foreign import is_transcribed
from glossary.mining.spans import kept_places
from glossary.mining.vocabulary import (
    FORMS_OF_ADDRESS,
    INSTITUTION_TAILS,
    PERSON_TITLES,
    RARER_SURNAMES,
    ROLES,
    SURNAMES,
    TERM_HEADS,
    TITLES_OF_STATE,
)
from glossary.model import Span
from glossary.text.segmentation import tag_words

PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})
NAMED_TAGS = PERSON_TAGS | {"ns"}
KNOWN_PERSON_TAG = "nrfg"
PERSON_CHARS = range(2, 5)
FULL_NAME_CHARS = 3
WINDOW_CHARS = 12
SPEECH = "说 讲 表示 介绍 指出 告诉 认为 强调 回忆 透露 坦言 感慨".split()
ADDRESS = "同志 先生 女士 队长 站长 所长 处长 科长 庭长 法官".split()
CUES = "|".join(sorted({*PERSON_TITLES, *SPEECH, *ADDRESS}, key=len, reverse=True))
CUE = re.compile(f"(?:{CUES})(?!会)")
"""What stands beside a name; a 委员会 is none."""
AFTER_A_ROLE = re.compile(
    f"[员师生工者警兵民][{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}}(?=[,。;、])"
)
NAMED_SPEAKER = re.compile(
    f"(?:{'|'.join(PERSON_TITLES)})([{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{2}})(?:{'|'.join(SPEECH)})"
)
"""A name between a title and a verb of speech, though a dictionary has the given name as a word: 罗|建平."""
KNOWN_WORD_PER_MILLION = 1.0
COMMON_WORD_PER_MILLION = 3.0
ALL_SURNAMES = SURNAMES | RARER_SURNAMES
TITLES_BEFORE = (*PERSON_TITLES, *TITLES_OF_STATE, *ROLES)
TITLE_END_CHARS = 2
TITLE_ENDS = frozenset(title[-TITLE_END_CHARS:] for title in TITLES_BEFORE)
REPORTS = "报道"
"""What a byline says of its reporter."""
TITLES_BEHIND = frozenset({*PERSON_TITLES, *TITLES_OF_STATE, *FORMS_OF_ADDRESS, *ADDRESS, REPORTS})


def find_persons(folded: str, kept: Sequence[Span]) -> frozenset[str]:
    """Return what the tagger takes for names of persons beside a title or a verb of speech, in kept lines."""
    is_kept = kept_places(kept)
    windows = (
        folded[max(0, match.start() - WINDOW_CHARS) : match.end() + WINDOW_CHARS]
        for match in chain(CUE.finditer(folded), AFTER_A_ROLE.finditer(folded))
        if is_kept(match.start(), match.end())
    )
    speakers = (match[1] for match in NAMED_SPEAKER.finditer(folded) if is_kept(match.start(), match.end()))
    return frozenset(chain((name for window in windows for name in _names_in(window)), speakers))


def _names_in(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for word, tag in () if SURNAMES.isdisjoint(line) else tag_words(line, guess_names=True):
            if tag in PERSON_TAGS and len(word) in PERSON_CHARS and _is_built_like_a_name(word):
                yield word


def _is_built_like_a_name(word: str) -> bool:
    """Whether a word begins with a surname and does not end as an institution does: 林长制 is no person."""
    return word[0] in SURNAMES and word[-1] not in INSTITUTION_TAILS


def is_person(entry: Measured, persons: Collection[str], background: Background) -> bool:
    """Whether a string is a person's name, alone or with a title or a form of address.

    ``persons`` are the names that were found. The dictionary cuts a real name into its surname and the rest,
    or has it whole: 严肃|查处 is none, whatever the tagger guessed.
    """
    return _names_person(entry.words, entry.tags, persons, background)


def _names_person(
    words: Sequence[str], tags: Sequence[str], persons: Collection[str], background: Background
) -> bool:
    string = "".join(words)
    if string[0] in ALL_SURNAMES and string[1:] in TITLES_BEHIND:
        return True
    if _is_name(words, tags, persons, background):
        return True
    is_titled = words[-1] in TITLES_BEHIND and len(words) > 1
    if is_titled and _names_person(words[:-1], tags[:-1], persons, background):
        return True
    behind_titles = (at for at, word in enumerate(words[:-1], start=1) if _ends_in_title(word))
    return any(_is_named_by_title(words[at:], tags[at:], persons, background) for at in behind_titles)


def _ends_in_title(word: str) -> bool:
    return word[-TITLE_END_CHARS:] in TITLE_ENDS and word.endswith(TITLES_BEFORE)


def _is_name(
    words: Sequence[str], tags: Sequence[str], persons: Collection[str], background: Background
) -> bool:
    if is_transcribed(words, tags) or _is_known_name(words, tags, background) or _is_spelled(words, tags):
        return True
    string = "".join(words)
    if string not in persons:
        return False
    is_rare = background.per_million(string) < KNOWN_WORD_PER_MILLION
    return (is_rare and words[0] == string) or len(words[0]) == 1


def _is_spelled(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a surname and a given name are cut into characters that all belong to names: 邬|薛|祥."""
    return (
        len(words) == len("".join(words)) == FULL_NAME_CHARS
        and {*tags} == {"nr"}
        and words[0] in ALL_SURNAMES
    )


def _is_known_name(words: Sequence[str], tags: Sequence[str], background: Background) -> bool:
    """Whether the dictionary has a name; its tags prove nothing: 安全|性, 高|素质 begin with surnames."""
    word, tag = words[0], tags[0]
    if len(words) > 1 or tag not in PERSON_TAGS or word[-1] in INSTITUTION_TAILS or word[-1] in TERM_HEADS:
        return False
    if tag == KNOWN_PERSON_TAG and word[0] in SURNAMES:
        return True
    if len(word) != FULL_NAME_CHARS or word[0] not in ALL_SURNAMES:
        return False
    return max(map(background.per_million, (word[:-1], word[1:]))) < COMMON_WORD_PER_MILLION


def _is_named_by_title(
    words: Sequence[str], tags: Sequence[str], persons: Collection[str], background: Background
) -> bool:
    """Whether a title before some words makes a name of them: 局长|罗|建平, 总统|曼科."""
    name = "".join(words)
    is_chinese = words[0] in ALL_SURNAMES and len(name) in PERSON_CHARS
    if name in persons or is_chinese or is_transcribed(words, tags):
        return True
    is_named = len(words) == 1 and tags[0] in NAMED_TAGS and len(name) > 1
    return is_named and background.per_million(name) < COMMON_WORD_PER_MILLION
