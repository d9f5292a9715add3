"""Strings within strings: which are fragments, which are chains, and which are aliases of a base."""

from collections.abc import Collection, Mapping

from glossary.mining.covers import Coverage
from glossary.mining.evidence import Measured
from glossary.mining.foreign import WORLD_REGIONS
from glossary.mining.formulae import is_formula
from glossary.mining.neighbours import names_level
from glossary.mining.phrases import names_instrument
from glossary.mining.plain import is_general
from glossary.mining.set_forms import is_set_form
from glossary.mining.termhood import Termhood
from glossary.mining.vocabulary import (
    ABSTRACT_NOUNS,
    ACTIONS,
    EXTENTS,
    GENERAL_HEADS,
    LEVELS,
    LIGHT_VERBS,
    LOCAL_BODIES,
    NOMINAL_TAILS,
    OFFICES,
    ORGANISATION_TAILS,
    QUALITIES,
    SOFT_TAILS,
    TERM_HEADS,
    WEAK_TAILS,
)
from glossary.text.segmentation import tag_words

GOOD_SHAPE = 0.5
BASE_SHAPE = 0.4
MIN_BASE_CHARS = 2
CHAIN_PART_CHARS = 3
CHAIN_FACTOR = 0.4
CHAIN_RARER_PART = 1.5
CHAIN_COMMONER_PART = 2.0
FREE_SHARE_ENOUGH = 0.4
PRODUCTIVE_COVERS = 4
PRODUCTIVE_FACTOR = 0.75
WORD_CHARS = 3
WORD_FACTOR = 0.6
PRODUCTIVE_FREE_SHARE = 0.1
PLACE_TAG = "ns"
VERB_TAG = "v"
OBJECT_CHARS = 4
COUNTRY = "中国"
GOVERNMENT = "人民政府"
SIZES = frozenset("小老新")
BECOMING = "化性型"
SIZED_WORD_CHARS = 3
NAME_TAGS = frozenset({"ns", "nr", "nz", "nrt", "nrfg"})
QUOTED_BASE_CHARS = 4
FORMULA_CHARS = 4
SOFT_BASE_CHARS = 3
TAILED_FACTOR = 0.5
TAILED_RARER = 8.0
TAILED_CONTEXTS = 3


def find_aliases(
    measured: Mapping[str, Measured], hoods: Mapping[str, Termhood], places: Collection[str] = ()
) -> dict[str, str]:
    """Return alias → base: a place or a verb before it, a weak tail after it.

    ``places`` are the names of places among the strings, for those that no dictionary knows.
    """
    bases = {
        string: _find_base(entry, measured, hoods) or _without_place(entry, measured, hoods, places)
        for string, entry in measured.items()
    }
    direct = {string: base for string, base in bases.items() if base}
    return {string: _follow(string, direct) for string in direct}


def _find_base(entry: Measured, measured: Mapping[str, Measured], hoods: Mapping[str, Termhood]) -> str:
    if len(entry.words) < 2 or is_set_form(entry.words) or names_instrument(entry.words):
        return ""
    thing = _without_degree(entry)
    if thing and _is_good(thing, hoods) and measured[thing].count > entry.count:
        return thing
    if 2 * entry.quoted >= entry.count:
        return ""
    front, back = entry.words[0], entry.words[-1]
    without_front, without_back = entry.string[len(front) :], entry.string[: -len(back)]
    if _is_place(entry) and is_general(without_front) and without_front in measured:
        return without_front
    quoted = _find_quoted_base(entry, measured, hoods[entry.string].shape)
    if quoted:
        return quoted
    is_clause = _opens_clause(entry) or _is_object(without_front, entry, measured)
    opens = _is_place(entry) or is_clause or _is_office_of_a_level(entry) or _is_local_body(entry)
    if opens and _is_good(without_front, hoods):
        return without_front if _stands_alone(without_front, entry, measured) else ""
    if _is_weak_behind(back, without_back) and _is_good(without_back, hoods):
        return without_back
    return ""


def _without_place(
    entry: Measured, measured: Mapping[str, Measured], hoods: Mapping[str, Termhood], places: Collection[str]
) -> str:
    """Return what follows the name of a place that a string begins with (椰|塘|镇|综治|中心)."""
    for end in range(len(entry.words) - 1, 0, -1):
        front = "".join(entry.words[:end])
        base = entry.string[len(front) :]
        if front in places and _is_good(base, hoods) and measured[base].count > entry.count:
            return base
    return ""


def _without_degree(entry: Measured) -> str:
    """Return what stands behind words that say only how a thing is: 常态|化|联动机制, 小|网格."""
    if entry.words[0] in SIZES:
        begins_word = len(tag_words(entry.string[:SIZED_WORD_CHARS])) == 1  # 新能源|汽车
        return "" if begins_word else entry.string[len(entry.words[0]) :]
    front = next((one for one in (entry.words[0], "".join(entry.words[:2])) if one[-1] in BECOMING), "")
    return entry.string[len(front) :] if front in QUALITIES and len(front) < len(entry.string) else ""


def _opens_clause(entry: Measured) -> bool:
    """Whether a verb takes what follows as its object; before one head it may be a noun: 共享|法庭."""
    front, back = entry.words[0], entry.words[-1]
    is_name = len(entry.words) == 2 and front in NOMINAL_TAILS and back in TERM_HEADS
    return front in LIGHT_VERBS and not is_name


def _is_office_of_a_level(entry: Measured) -> bool:
    """Whether a level of government, or the word for it, stands before an office: 市|…局, 人民政府|…部门."""
    front = entry.words[0]
    return (front == GOVERNMENT or names_level(front)) and entry.string.endswith(OFFICES)


def _is_object(base: str, entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a verb or a level stands before a term seen twice as often by itself: 缴存|住房公积金, 县|…."""
    front = entry.words[0]
    is_verb = entry.tags[0] == VERB_TAG and len(front) > 1
    is_level = (front in LEVELS or front in EXTENTS) and not base.endswith(ORGANISATION_TAILS)
    is_known = len(base) >= OBJECT_CHARS and base in measured
    return (is_verb or is_level) and is_known and measured[base].count >= 2 * entry.count


def _is_local_body(entry: Measured) -> bool:
    """Whether a string is a body of the lowest level with its own name: 大林|村委会."""
    return len(entry.words) == 2 and entry.words[1] in LOCAL_BODIES and entry.tags[0] in NAME_TAGS


def _is_weak_behind(word: str, base: str) -> bool:
    """Whether a word behind a base adds nothing; 信息 makes a term of a short one (个人|信息)."""
    if word in SOFT_TAILS:
        return len(base) > SOFT_BASE_CHARS
    return word in WEAK_TAILS or (word in LIGHT_VERBS and word not in NOMINAL_TAILS)


def _is_place(entry: Measured) -> bool:
    """Whether a string begins with a place; 中国 belongs to what it stands before (中国|特色)."""
    front = entry.words[0]
    return (entry.tags[0] == PLACE_TAG or front in WORLD_REGIONS) and len(front) > 1 and front != COUNTRY


def _find_quoted_base(entry: Measured, measured: Mapping[str, Measured], shape: float) -> str:
    """Return the quoted name that a string has one more word before or behind (公安“天网工程”)."""
    if entry.string[-FORMULA_CHARS:] in measured and is_formula(entry.string[-FORMULA_CHARS:]):
        return entry.string[-FORMULA_CHARS:] if len(entry.string) > FORMULA_CHARS else ""
    if not shape:
        return ""
    parts = entry.string[len(entry.words[0]) :], entry.string[: -len(entry.words[-1])]
    for part in parts:
        inner = measured.get(part)
        if inner and len(part) >= QUOTED_BASE_CHARS and 2 * inner.quoted >= inner.count:
            return part
    return ""


def _stands_alone(base: str, longer: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a base is a word, or occurs without what stands before it: 长|制 is not, of 河湖|长|制.

    A place belongs to the name of an organisation that is never seen without it.
    """
    if _is_place(longer) and longer.string.endswith(ORGANISATION_TAILS):
        return measured[base].count > longer.count
    has_word = any(len(word) > 1 for word in longer.words[1:])
    return has_word or measured[base].count > longer.count


def _is_good(string: str, hoods: Mapping[str, Termhood]) -> bool:
    return len(string) >= MIN_BASE_CHARS and string in hoods and hoods[string].shape >= BASE_SHAPE


def _follow(string: str, direct: Mapping[str, str]) -> str:
    while string in direct:
        string = direct[string]
    return string


def weigh_nesting(measured: Mapping[str, Measured], coverage: Mapping[str, Coverage]) -> dict[str, float]:
    """Return a factor from 0 to 1 a string: low for fragments of longer terms and for chains of terms.

    A fragment stands (nearly) always within longer candidates that are no aliases of it; a base that several
    different terms are built from is productive and keeps most of its score. A chain joins two candidates
    that are much more frequent on their own.
    """
    return {
        string: _judge_freedom(entry, coverage[string]) * _judge_chain(entry, measured)
        for string, entry in measured.items()
    }


def find_covering(hoods: Mapping[str, Termhood]) -> set[str]:
    """Return the strings that are built well enough to make fragments of what stands within them."""
    return {string for string, hood in hoods.items() if hood.shape >= GOOD_SHAPE}


def _judge_freedom(entry: Measured, coverage: Coverage) -> float:
    if coverage.free_share >= FREE_SHARE_ENOUGH:
        return 1.0
    factor = coverage.free_share / FREE_SHARE_ENOUGH
    if coverage.covers >= PRODUCTIVE_COVERS and coverage.free_share >= PRODUCTIVE_FREE_SHARE:
        factor = max(factor, PRODUCTIVE_FACTOR)
    if len(entry.words) == 1 and len(entry.string) >= WORD_CHARS and coverage.free_share > 0:
        factor = max(factor, WORD_FACTOR)
    return factor


def _judge_chain(entry: Measured, measured: Mapping[str, Measured]) -> float:
    for cut in range(CHAIN_PART_CHARS, len(entry.string) - CHAIN_PART_CHARS + 1):
        front, back = measured.get(entry.string[:cut]), measured.get(entry.string[cut:])
        is_head = entry.string[cut:] in TERM_HEADS
        if front and back and not is_head and _is_composed(entry, front, back):
            return CHAIN_FACTOR
    return TAILED_FACTOR if _is_tailed(entry, measured) else 1.0


def _is_tailed(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a much more frequent term is followed by a general word, a few times (指挥中心|实战)."""
    back = entry.words[-1]
    front = measured.get(entry.string[: -len(back)])
    if front is None or len(front.string) < CHAIN_PART_CHARS or entry.contexts > TAILED_CONTEXTS:
        return False
    is_word = back in ABSTRACT_NOUNS or back in ACTIONS or back in GENERAL_HEADS
    return is_word and front.contexts >= TAILED_RARER * entry.contexts


def _is_composed(entry: Measured, front: Measured, back: Measured) -> bool:
    counts = sorted((front.count, back.count))
    return counts[0] >= CHAIN_RARER_PART * entry.count and counts[1] >= CHAIN_COMMONER_PART * entry.count
