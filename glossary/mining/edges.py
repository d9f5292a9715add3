"""How far the first, the inner and the last word of a string of several let it be a term: factors, 0 to 1."""

from collections.abc import Sequence

from glossary.mining.foreign import NAME_TAGS, WORLD_REGIONS, is_transcribed, names_side
from glossary.mining.phrases import names_instrument
from glossary.mining.plain import EVERYDAY, is_general, is_plain
from glossary.mining.vocabulary import (
    ACTIONS,
    COUNTING_CHARACTERS,
    FRAME_HEADS,
    FRAME_MODIFIERS,
    GENERAL_HEADS,
    GENERAL_MODIFIERS,
    GENERAL_PHRASES,
    LEVELS,
    LIGHT_VERBS,
    LOCATION_TAILS,
    NOMINAL_QUALITIES,
    NOMINAL_TAILS,
    NUMERALS,
    OFFICES,
    OPENING_CHARACTERS,
    PERSON_TITLES,
    PREFIXES,
    QUALITIES,
    SOFT_TAILS,
    TERM_HEADS,
    TRANSITIVE_VERBS,
    WEAK_TAILS,
)
from glossary.text.segmentation import tag_words

WEAK_FIRST_TAGS = frozenset("d ad zg f t q m mq z s".split())
WEAK_LAST_TAGS = frozenset("d ad f t m mq s z a q k".split())
NOMINAL_TAGS = frozenset("n vn an j l i nz nt nr ns b eng ng nrt nrfg x".split())
CUT_OFF_TAGS = frozenset("v vg g d b a ag p zg".split())
IDIOM_TAGS = frozenset({"i", "l"})
PLACE_TAG, LOCATION_TAGS = "ns", frozenset({"f", "s"})
VERB_TAG, KNOWN_PERSON_TAG = "v", "nrfg"
VERB_TAGS = frozenset("v vg vd vi vq".split())
MANNER_TAGS = frozenset("a ad d z".split())
ADVERB_TAGS = frozenset({"d", "ad"})
ACTION_TAGS = frozenset("v vn vd".split())
SUFFIXES = frozenset("员者率性们家报经送级年组")
CLOSING_WORDS = SUFFIXES | LOCATION_TAILS | frozenset("方式 方面 过程 程度 情形 期间 力度".split())
"""What stands behind what it is of: a string that begins with one is cut (依法|方式|安置)."""
ONLY_MODIFIERS = frozenset({"应急"})
"""What stands before what it is for: a string that ends with one is cut (海上|突发事件|应急)."""
PERSONS = ("人", "者")
RULES = ("国务院", "条例", "章程", "规章", "法规", "法律")
RULINGS = frozenset("规定 决定".split())
NOT, NEGATION_CHARS, NEGATED_NOUNS = "不", 3, frozenset("不动产 不锈钢".split())
COUNTRY = "中国"
NEW = "新"
PIECE = "个"
BEFORE_NAMES = frozenset("同好")
"""What before the name of a place or a person is left of its clause: 同中国, (讲)好海南."""

CLAUSE_FIRST = 0.15
LIGHT_VERB_BEFORE_HEAD = 0.5
NUMBER_FIRST = 0.6
SUFFIX_FIRST = 0.2
NEW_PAIR = 0.4
PARTS = frozenset("分子总副主次")
PART_FIRST = 0.3
PREFIXED = 0.9
IDIOM_FIRST = 0.3
PLACE_FIRST, COUNTRY_FIRST = 0.3, 0.6
CHARACTER_FIRST, VERB_CHARACTER_FIRST = 0.85, 0.5
TRANSITIVE_FIRST = 0.6
VERB_WITH_ACTION, VERB_WITH_OBJECT = 0.7, 0.4
QUALIFIED_ACTION = 0.35
LOCATION_BEFORE_HEAD = 0.6
GENERAL_COMPOUND, FRAME_COMPOUND, TWO_ACTIONS, QUALIFIED_NOUN = 0.25, 0.6, 0.5, 0.3
CLAUSE_INSIDE, MODIFYING_VERB_INSIDE, LOCATION_INSIDE = 0.2, 0.6, 0.3
GENERAL_WITH_TAIL, WEAK_TAIL, SOFT_TAIL = 0.05, 0.4, 0.75
OFFICE_DOES, VERB_TAIL, NOMINAL_TAIL, PLAIN_VERB_TAIL = 0.1, 0.2, 0.8, 0.8
LOCATION_TAIL = QUALITY_TAIL = 0.1
BECOMING_TAIL = 0.5
LONG_TITLE, LONG_TITLE_WORDS = 0.5, 3
CUT_OFF, OTHER_CHARACTER_LAST = 0.2, 0.85
TAGGED_WEAK_LAST = 0.2


def judge_first(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return 1 for a first word that modifies what follows, less for one that makes a clause of it."""
    word, tag, head = words[0], tags[0], words[-1]
    if names_instrument(words):
        return 1.0
    if word in LIGHT_VERBS:
        return LIGHT_VERB_BEFORE_HEAD if head in TERM_HEADS and len(words) == 2 else CLAUSE_FIRST
    if word in GENERAL_PHRASES:
        return IDIOM_FIRST
    if word[0] in NUMERALS:
        return NUMBER_FIRST
    if word in CLOSING_WORDS:
        return SUFFIX_FIRST
    if word in PREFIXES and len(head) > 1:
        return PREFIXED
    if word in LEVELS and len(words) == 2 and len(head) > 1 and not _is_of_a_level(head):
        return PLACE_FIRST
    if len(word) == 1:
        return _judge_first_character(words, tags)
    if _opens_with_country(words):
        return COUNTRY_FIRST
    if _is_proper_name(word, tag) and not names_a_thing(head):
        return PLACE_FIRST
    return min(_judge_verb_first(words, tags), _judge_modifier(words, tags))


def _is_proper_name(word: str, tag: str) -> bool:
    """Whether a word names a place or a person abroad; 中国 belongs to what it stands before (中国|特色)."""
    if tag == PLACE_TAG or word in WORLD_REGIONS:
        return word != COUNTRY
    return names_side(word) or (tag in NAME_TAGS and is_transcribed([word], [tag]))


def _opens_with_country(words: Sequence[str]) -> bool:
    """Whether words say only whose a thing is: 中国|歌手, but not 中国|特色, a phrase of its own."""
    if len(words) != 2 or words[0] != COUNTRY or len(words[1]) == 1:
        return False
    return words[1] in TERM_HEADS or not is_general(words[1])


def _is_of_a_level(word: str) -> bool:
    """Whether a level of government has what the word names: 市|公安局, but not 市|督察."""
    return names_a_thing(word) or word.endswith(OFFICES)


def _judge_first_character(words: Sequence[str], tags: Sequence[str]) -> float:
    tag = tags[0]
    if words[0] in BEFORE_NAMES and (tags[1] in NAME_TAGS or _is_proper_name(words[1], tags[1])):
        return CLAUSE_FIRST
    if words[0] in PARTS and len(words) == 2 and words[1] in FRAME_HEADS:
        return PART_FIRST
    if words[0] in COUNTING_CHARACTERS:
        return CLAUSE_FIRST
    if len(words) == 2 and len(words[1]) == 1:
        return NEW_PAIR
    return VERB_CHARACTER_FIRST if tag == "v" and words[-1] not in TERM_HEADS else CHARACTER_FIRST


def names_a_thing(word: str) -> bool:
    """Whether a word is or ends in the head of a term: 平台, 网格|员."""
    return word in TERM_HEADS or word[-1] in TERM_HEADS


def _judge_verb_first(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return less where a verb stands before what may be its object: 调整|产业结构, but 指挥|中心."""
    if words[-1] in TERM_HEADS:
        return 1.0
    if words[0] in TRANSITIVE_VERBS and tags[-1].startswith("n"):
        return TRANSITIVE_FIRST
    if tags[0] == KNOWN_PERSON_TAG and tags[1] in VERB_TAGS:
        return CLAUSE_FIRST
    if tags[0] in VERB_TAGS:
        return VERB_WITH_ACTION if tags[-1] in ACTION_TAGS else VERB_WITH_OBJECT
    return 1.0


def _judge_modifier(words: Sequence[str], tags: Sequence[str]) -> float:
    word, tag, head = words[0], tags[0], words[-1]
    common = _judge_common_pair(word, head) if len(words) == 2 else 1.0
    if common < 1.0 or tag in VERB_TAGS:
        return common
    if tag in IDIOM_TAGS and head in ACTIONS:
        return IDIOM_FIRST
    if tag in MANNER_TAGS and tags[-1] in ACTION_TAGS and head not in TERM_HEADS:
        return QUALIFIED_ACTION
    if tag in ADVERB_TAGS and _is_suffix(head):
        return 1.0
    if tag in WEAK_FIRST_TAGS:
        return LOCATION_BEFORE_HEAD if tag in LOCATION_TAGS and head in TERM_HEADS else CLAUSE_FIRST
    return 1.0


def _is_suffix(word: str) -> bool:
    """Whether a character makes a name of whatever stands before it: 积分|制, 首问|制."""
    return len(word) == 1 and word in TERM_HEADS


def _judge_common_pair(word: str, head: str) -> float:
    """Return little for two words that anybody puts together: 核心|要素, 基础性|工程, 深度|融合."""
    if word in GENERAL_MODIFIERS and (head in GENERAL_HEADS or head in ACTIONS):
        return GENERAL_COMPOUND
    if word in FRAME_MODIFIERS and head in FRAME_HEADS:
        return FRAME_COMPOUND
    if word in EVERYDAY and head in SOFT_TAILS:
        return GENERAL_COMPOUND
    if word in ACTIONS and head in ACTIONS and word not in TERM_HEADS:
        return TWO_ACTIONS
    if word not in QUALITIES or word in NOMINAL_QUALITIES:
        return 1.0
    if head in GENERAL_HEADS or head in FRAME_HEADS:
        return GENERAL_COMPOUND
    return QUALIFIED_NOUN if head in ACTIONS else 1.0


def judge_inner(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return little for a clause: a verb that takes an object stands between other words (干部|采集|信息)."""
    inner = list(zip(words[1:-1], tags[1:-1], strict=True))
    if any(word in LOCATION_TAILS and tag == "f" for word, tag in inner):
        return LOCATION_INSIDE
    if any(word[0] in NUMERALS and word[1:] == PIECE for word, _ in inner):
        return CLAUSE_INSIDE
    if any(word in LIGHT_VERBS or (tag in ADVERB_TAGS and len(word) > 1) for word, tag in inner):
        return MODIFYING_VERB_INSIDE if words[-1] in TERM_HEADS else CLAUSE_INSIDE
    return 1.0


def judge_last(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return 1 for a last word that is the head of a name, less for a tail, a verb, a quality or a cut."""
    word, tag = words[-1], tags[-1]
    if _tells_who_does(words[-2], word, tag):
        return OFFICE_DOES
    tail = _judge_tail(words)
    if tail < 1.0:
        return tail
    if word in LOCATION_TAILS or word in OPENING_CHARACTERS:
        return LOCATION_TAIL
    if is_negated(word):
        return QUALITY_TAIL
    if word in ONLY_MODIFIERS:
        return BECOMING_TAIL
    if word in QUALITIES and word not in NOMINAL_QUALITIES:
        return BECOMING_TAIL if word[-1] == "化" else QUALITY_TAIL
    if len(word) == 1:
        return _judge_last_character(words[-2], word, tag)
    if tag in WEAK_LAST_TAGS and word not in TERM_HEADS:
        return TAGGED_WEAK_LAST
    return PLAIN_VERB_TAIL if tag == "v" else 1.0


def _tells_who_does(before: str, word: str, tag: str) -> bool:
    """Whether a body or a person does what the last word says: 人民法院|裁定, 当事人|履行, but 部门|预算."""
    is_doer = len(before) > len("部门") and before.endswith((*OFFICES, *PERSONS))
    return is_doer and tag == VERB_TAG and word not in TERM_HEADS


def is_negated(word: str) -> bool:
    """Whether a word says what is not so: 不力, 不合理, but not 不动产."""
    return word[0] == NOT and len(word) <= NEGATION_CHARS and word not in NEGATED_NOUNS


def _judge_tail(words: Sequence[str]) -> float:
    """Return less for general words behind a term, and little where no term is left before them."""
    word = words[-1]
    if words[-2] == NEW and is_general(NEW + word):
        before = "".join(words[:-2])
        return GENERAL_WITH_TAIL if len(before) < 2 or is_plain(before) else WEAK_TAIL
    if word in RULINGS and words[-2].endswith(RULES):
        return OFFICE_DOES
    if word in WEAK_TAILS:
        return GENERAL_WITH_TAIL if is_plain("".join(words[:-1])) else WEAK_TAIL
    if word in GENERAL_PHRASES:
        return QUALITY_TAIL
    if word in PERSON_TITLES and len(words) >= LONG_TITLE_WORDS:
        return LONG_TITLE
    if word in LIGHT_VERBS:
        if words[-2].endswith(OFFICES):
            return OFFICE_DOES
        return NOMINAL_TAIL if word in NOMINAL_TAILS else VERB_TAIL
    if words[-2].endswith(OFFICES) and word in ACTIONS and word not in TERM_HEADS:
        return OFFICE_DOES
    return SOFT_TAIL if word in SOFT_TAILS else 1.0


def _judge_last_character(before: str, last: str, tag: str) -> float:
    if last in TERM_HEADS:
        return 1.0
    if _is_cut_off(before, last, tag):
        return CUT_OFF
    return 1.0 if tag in NOMINAL_TAGS else OTHER_CHARACTER_LAST


def _is_cut_off(before: str, last: str, tag: str) -> bool:
    """Whether a string ends within a word: 综治|视 of 综治|视|联网, but not 多元化|解, which holds 化解."""
    if len(before) == 1 or tag not in CUT_OFF_TAGS:
        return False
    return len(tag_words(before[-1] + last)) > 1
