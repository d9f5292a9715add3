"""Persons, places and organisations among the counted strings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from glossary.mining.background import Background
from glossary.mining.evidence import Measured
from glossary.mining.plain import EVERYDAY
from glossary.mining.spans import kept_places
from glossary.mining.vocabulary import (
    ABSTRACT_NOUNS,
    COMMON_PLACES,
    FUNCTION_CHARACTERS,
    INSTITUTION_TAILS,
    LEVELS,
    LIGHT_VERBS,
    LOCATION_TAILS,
    NO_ORGANISATIONS,
    NUMERALS,
    ORGANISATION_TAILS,
    PERSON_TITLES,
    PLACE_TAILS,
    PROVINCES,
    SURNAMES,
    VERB_CHARACTERS,
)
from glossary.model import CandidateKind, Span
from glossary.text.segmentation import tag_words

PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})
NAME_TAGS = frozenset({"ns", "nr", "nrt", "nz"})
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
LOCATION_TAG = "s"
NOT_IN_PLACES = (
    NUMERALS | VERB_CHARACTERS | FUNCTION_CHARACTERS | LOCATION_TAILS | frozenset("报经申送本该各全")
)
FORMS_OF_ADDRESS = ("某", "某某", "先生", "女士", "老师", "大爷", "大妈", "阿姨", "师傅")
MAX_PLACE_CHARS = 5
UNKNOWN_PLACE_CHARS = 3
SURE_PLACE_TAILS = ("市", "县", "镇", "乡")
DISTRICT = "区"
NEW_DISTRICT = "新区"
LANDSCAPE = ("江", "河", "湖", "海湾", "群岛", "半岛", "洲")
COUNTY_BODIES = ("人民政府", "人民法院", "人民检察院", "公安局", "教育局", "民政局", "财政局")
"""Bodies that every city, county and district has under its own name."""
SUBDISTRICTS = ("街道", "街道办", "街道办事处")
COMMUNITIES = (*SUBDISTRICTS, "社区")
PLACE_TAG = "ns"
GOVERNMENT = "政府"
GOVERNED = ("人民", "地方", "中央", "上级", "下级", "各级", *LEVELS)


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


def classify_name(
    entry: Measured, persons: frozenset[str], measured: Mapping[str, Measured], background: Background
) -> CandidateKind | None:
    """Return person, place or organisation, or None for what is no name."""
    if _is_person(entry, persons, background):
        return CandidateKind.PERSON
    if _is_place(entry, measured):
        return CandidateKind.PLACE
    if _is_organisation(entry):
        return CandidateKind.ORGANISATION
    return None


def _is_organisation(entry: Measured) -> bool:
    """Whether a string ends as a body's name does; 法治政府 is a programme, “时间银行” a likeness."""
    string = entry.string
    if 2 * entry.quoted >= entry.count or string.endswith(NO_ORGANISATIONS):
        return False
    if string.endswith(GOVERNMENT):
        front = string.removesuffix(GOVERNMENT)
        return not front or entry.tags[0] == PLACE_TAG or front.endswith(GOVERNED)
    return len(string) > 1 and string.endswith(ORGANISATION_TAILS)


def find_places(measured: Mapping[str, Measured]) -> frozenset[str]:
    """Return the strings that name places."""
    return frozenset(string for string, entry in measured.items() if _is_place(entry, measured))


def _is_person(entry: Measured, persons: frozenset[str], background: Background) -> bool:
    """Whether a string is a found name, with a title or without.

    The dictionary cuts a real name into its surname and the rest, or has it whole: 严肃|查处 is none,
    whatever the tagger guessed.
    """
    if entry.string[0] in SURNAMES and entry.string[1:] in FORMS_OF_ADDRESS:
        return True
    if entry.string[-FULL_NAME_CHARS:] in persons and entry.string[:-FULL_NAME_CHARS].endswith(PERSON_TITLES):
        return True
    known = entry.words[0] if entry.tags[0] == KNOWN_PERSON_TAG else ""
    if known and _is_built_like_a_name(known) and entry.string[len(known) :] in ("", *PERSON_TITLES):
        return True
    for name in (entry.string[:length] for length in PERSON_CHARS):
        rest = entry.string[len(name) :]
        if name in persons and (not rest or rest in PERSON_TITLES):
            rare = background.per_million(name) < KNOWN_WORD_PER_MILLION
            return (rare and entry.words[0] == name) or len(entry.words[0]) == 1
    return False


def _is_place(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a string is a province, has a place's tail after a name, or is seen with one as well."""
    string, tail = entry.string, entry.string[-1]
    if string in PROVINCES:
        return True
    if string in COMMON_PLACES or string in LIGHT_VERBS or string in EVERYDAY:
        return False
    if _is_unknown_place(entry, measured) or _has_bodies(entry, measured) or _is_landscape(entry):
        return True
    if entry.tags[0] not in NAME_TAGS or len(string) > MAX_PLACE_CHARS:
        return False
    tails = PLACE_TAILS if entry.tags[0] not in PERSON_TAGS else frozenset(SURE_PLACE_TAILS)
    if any(string + longer in measured for longer in tails):
        return len(entry.words) == 1
    if len(entry.words) == 1:
        return tail in tails and _is_proper(string.removesuffix(NEW_DISTRICT).removesuffix(tail))
    return tail in tails and len(entry.words) == 2 and len(entry.words[-1]) == 1


def _has_bodies(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a common word has a place's tail, and a body that only a place has: 海棠|区 and its 教育局."""
    is_built_so = len(entry.words) == 2 and len(entry.words[0]) > 1 and entry.words[1] in PLACE_TAILS
    return is_built_so and any(entry.string + body in measured for body in COUNTY_BODIES)


def _is_landscape(entry: Measured) -> bool:
    """Whether a string is one word and the name of a water or a land: 北运河, but not 护城河."""
    is_word = len(entry.words) == 1 and entry.tags[0] in NAME_TAGS - {"nz"}
    return is_word and entry.string.endswith(LANDSCAPE)


def _is_unknown_place(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a string that no dictionary holds is seen with a place's tail (江|临|市, and so 江|临)."""
    string, tail = entry.string, entry.string[-1]
    if _is_cut_place(entry):
        return True
    known = any(word in COMMON_PLACES or word in ABSTRACT_NOUNS for word in entry.words)
    if known or len(entry.words[0]) > 1 or len(string) > UNKNOWN_PLACE_CHARS or set(string) & NOT_IN_PLACES:
        return False
    if len(string) == UNKNOWN_PLACE_CHARS:
        is_sure = tail in SURE_PLACE_TAILS or (tail == DISTRICT and {*entry.tags[:-1]} <= NAME_TAGS)
        return is_sure and string[:-1] in measured
    return any(string + longer in measured for longer in SURE_PLACE_TAILS)


def _is_cut_place(entry: Measured) -> bool:
    """Whether a place falls into its name and its tail or into odd pieces: 梅园|社区, 邕|州市, 石|埠|街道."""
    *front, last = entry.words
    if len(front) == 1 and last in COMMUNITIES:
        return entry.tags[0] in NAME_TAGS
    is_short = len(entry.string) <= MAX_PLACE_CHARS and bool(front) and all(len(word) == 1 for word in front)
    if not is_short or {*front} & NOT_IN_PLACES:
        return False
    is_town = (
        (entry.tags[0] == PLACE_TAG or front[0] in LEVELS)
        and len(last) > 1
        and last.endswith(SURE_PLACE_TAILS)
    )
    return is_town or (last in SUBDISTRICTS and len(front) > 1)


def _is_proper(string: str) -> bool:
    """Whether a string is one word and a proper name: 琼海|市, but not 小城|镇 or 深水|区."""
    words = tag_words(string)
    return len(words) == 1 and len(string) > 1 and words[0][1] in NAME_TAGS | {LOCATION_TAG}
