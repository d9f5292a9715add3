"""Persons, places and organisations among the counted strings."""

from collections.abc import Collection, Mapping

from glossary.mining.background import Background
from glossary.mining.evidence import Measured
from glossary.mining.foreign import WORLD_REGIONS, is_transcribed
from glossary.mining.persons import PERSON_TAGS, is_person
from glossary.mining.plain import EVERYDAY
from glossary.mining.vocabulary import (
    ABSTRACT_NOUNS,
    COMMON_PLACES,
    FUNCTION_CHARACTERS,
    LEVELS,
    LIGHT_VERBS,
    LOCATION_TAILS,
    NO_ORGANISATIONS,
    NUMERALS,
    ORGANISATION_TAILS,
    PLACE_TAILS,
    PROVINCES,
    VERB_CHARACTERS,
)
from glossary.model import CandidateKind
from glossary.text.segmentation import tag_words

NAME_TAGS = frozenset({"ns", "nr", "nrt", "nz"})
LOCATION_TAG = "s"
NOT_IN_PLACES = (
    NUMERALS | VERB_CHARACTERS | FUNCTION_CHARACTERS | LOCATION_TAILS | frozenset("报经申送本该各全")
)
LONGEST_PLACE_CHARS = 11
MAX_PLACE_CHARS = 5
UNKNOWN_PLACE_CHARS = 3
SURE_PLACE_TAILS = ("市", "县", "镇", "乡")
AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")
SITES = (
    *SURE_PLACE_TAILS,
    *AUTONOMOUS,
    *("山", "湾", "岛", "江口", "海峡", "峡谷", "盆地", "高原", "沙漠", "走廊"),
)
"""What a place may be called after, where a dictionary has it whole, in three characters or more."""
NO_SITES = (*COMMON_PLACES, *("省市", "超市", "上市", "兴市", "下乡", "江山"))
MIN_SITE_CHARS = 3
VILLAGE_TAILS = frozenset("镇乡村屯")
MIN_VILLAGE_CHARS = 2
NAMED_BEFORE = ("地区", "大桥")
DISTRICT = "区"
NEW_DISTRICT = "新区"
LANDSCAPE = ("江", "河", "湖", "海湾", "群岛", "半岛", "洲")
INHABITANT, EACH = "人", "各"
COUNTY_BODIES = ("人民政府", "人民法院", "人民检察院", "公安局", "教育局", "民政局", "财政局")
"""Bodies that every city, county and district has under its own name."""
SUBDISTRICTS = ("街道", "街道办", "街道办事处")
COMMUNITIES = (*SUBDISTRICTS, "社区")
PLACE_TAG, OTHER_NAME_TAG = "ns", "nz"
FOREIGN_PLACE_TAGS = frozenset({PLACE_TAG, OTHER_NAME_TAG})
GOVERNMENT = "政府"
GOVERNED = ("人民", "地方", "中央", "上级", "下级", "各级", *LEVELS)


def classify_name(
    entry: Measured, persons: Collection[str], places: Collection[str], background: Background
) -> CandidateKind | None:
    """Return person, place or organisation, or None for what is no name.

    ``persons`` and ``places`` are the names that were found.
    """
    if entry.string in places and entry.string not in persons:
        return CandidateKind.PLACE
    if is_person(entry, persons, background):
        return CandidateKind.PERSON
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
    """Return the strings that name places, and those who live there (临港人)."""
    places = {string for string, entry in measured.items() if _is_place(entry, measured)}
    return frozenset(places | {string for string in measured if _names_inhabitants(string, places)})


def _names_inhabitants(string: str, places: Collection[str]) -> bool:
    if not string.endswith(INHABITANT) or string in EVERYDAY:
        return False
    place = string.removesuffix(INHABITANT)
    return place in places or place in WORLD_REGIONS or _is_site(place, *tag_words(place)[0])


def _is_place(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a string is a province, a state, a place of the dictionary's, or built like the name of one."""
    string = entry.string
    if len(string) > LONGEST_PLACE_CHARS:
        return False
    if string in PROVINCES or string in WORLD_REGIONS:
        return True
    if string in COMMON_PLACES or string in LIGHT_VERBS or string in EVERYDAY:
        return False
    is_told = _is_place_word(entry) if len(entry.words) == 1 else _is_place_of_words(entry, measured)
    return is_told or _has_tail(entry, measured)


def _has_tail(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a name has a place's tail (临港|县), or is seen with one as well."""
    string, tail = entry.string, entry.string[-1]
    if entry.tags[0] not in NAME_TAGS or len(string) > MAX_PLACE_CHARS:
        return False
    tails = PLACE_TAILS if entry.tags[0] not in PERSON_TAGS else SURE_PLACE_TAILS
    is_word = len(entry.words) == 1
    if any(string + longer in measured for longer in tails):
        return is_word
    if is_word:
        return tail in tails and _is_proper(string.removesuffix(NEW_DISTRICT).removesuffix(tail))
    return tail in tails and len(entry.words) == 2 and len(entry.words[-1]) == 1


def _is_place_word(entry: Measured) -> bool:
    """Whether a dictionary has a string as a water, a land, a place abroad, a region or a site."""
    string, tag = entry.string, entry.tags[0]
    if tag not in NAME_TAGS:
        return False
    is_landscape = string.endswith(LANDSCAPE) and tag != OTHER_NAME_TAG
    is_abroad = tag in FOREIGN_PLACE_TAGS and is_transcribed(entry.words, entry.tags)
    return is_landscape or is_abroad or _is_site(string, string, tag)


def _is_site(string: str, word: str, tag: str) -> bool:
    """Whether a word is all of a string and a place called after a mountain, a bay or the like."""
    if tag != PLACE_TAG or word != string or len(string) < MIN_SITE_CHARS:
        return False
    return string.endswith(SITES) and not string.endswith(NO_SITES) and string[0] != EACH


def _is_place_of_words(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    return (
        _is_unknown_place(entry, measured)
        or _is_region(entry)
        or _is_village(entry)
        or _has_bodies(entry, measured)
    )


def _is_region(entry: Measured) -> bool:
    """Whether a string is a region or a bridge under its own name: 汀洲|地区, 汀洲|大桥."""
    string = entry.string
    is_named = entry.tags[0] in NAME_TAGS and string.endswith((*AUTONOMOUS, *NAMED_BEFORE))
    return is_named and (len(entry.words) == 2 or string.endswith(AUTONOMOUS))


def _is_village(entry: Measured) -> bool:
    """Whether a string is a village whose name no dictionary holds: 邬|家|村."""
    *front, tail = entry.words
    if tail not in VILLAGE_TAILS or len(front) < MIN_VILLAGE_CHARS or front[0] in LEVELS:
        return False
    return all(len(word) == 1 for word in front) and NOT_IN_PLACES.isdisjoint(front)


def _has_bodies(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a common word has a place's tail, and a body that only a place has: 海棠|区 and its 教育局."""
    is_built_so = len(entry.words) == 2 and len(entry.words[0]) > 1 and entry.words[1] in PLACE_TAILS
    return is_built_so and any(entry.string + body in measured for body in COUNTY_BODIES)


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
