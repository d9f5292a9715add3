"""How far a string of tagged words is built like a term: 0 (never one) to 1."""

import re
from collections.abc import Sequence

from glossary.mining.background import Background
from glossary.mining.edges import NOMINAL_TAGS, VERB_TAGS, is_negated, judge_first, judge_inner, judge_last
from glossary.mining.foreign import names_side
from glossary.mining.plain import EVERYDAY, is_general
from glossary.mining.set_forms import is_set_form, may_stand_in_set_form
from glossary.mining.vocabulary import (
    ACTIONS,
    BYLINE_WORDS,
    FUNCTION_CHARACTERS,
    FUNCTION_WORDS,
    GENERAL_PHRASES,
    LIGHT_VERBS,
    LOCATION_TAILS,
    MANNER,
    MATTERS,
    MEDIA,
    NUMERALS,
    OBJECT_VERBS,
    SOFT_TAILS,
    TERM_HEADS,
    TIME_CHARACTERS,
    WEAK_TAILS,
)
from glossary.text.folding import is_han
from glossary.text.segmentation import tag_words

EXTENT = re.compile("全[\u4e00-\u9fff]{1,2}")
"""How far something reaches (全省, 全时空), which is no matter of its own."""
BECOMING = re.compile("[\u4e00-\u9fff]{2}[化性型式]")
"""What something becomes or is like, by itself more often a quality (立体化) than a term (信息化)."""
FUNCTION_TAGS = frozenset("u uj ul uz ug ud uv p c r rr rz rg y e o".split())
NOMINAL_REFERENCE = frozenset("特别 主要 重要 不同 期间".split())
ORDINAL_SIGN, YEAR = "第", "年"
ORDINAL = re.compile("第[一二三四五六七八九十百千零〇两]+[条款项章节编届次期批页卷]?")
ARTICLE_OR_SESSION = re.compile("第[一二三四五六七八九十百千零〇两]+[条款项章节编届]")
DETERMINERS = frozenset("各每该")
OPENING_REFERENCE = DETERMINERS | frozenset("原除相") | {"广大"}
AT, PLURAL = "在", "们"
PHRASE_TAGS = frozenset({"i", "l"})
MASKED = re.compile(r"\d*x{2,}")
"""A figure that is left open: 20xx, xxx."""
CENTURY = re.compile("[一二三四五六七八九十]+世纪")
DATE = re.compile("[一二三四五六七八九〇零○]{2,4}年")
SIZES = frozenset("大小老新")
DEGREES = frozenset("过较最更很")
COMPONENT_MIN_PER_MILLION = 5.0
COINED_CHARS = 4
PHRASE_CHARS = 4
CLAUSE_CHARS = 3

GENERAL_SHAPE = 0.08
EVERYDAY_SHAPE = 0.12
BECOMING_SHAPE = 0.18
COINED_SHAPE = 0.85
WEAK_WORD = 0.05
VERB_WORD = 0.3
SIZED_WORD = 0.2
LETTERS = 0.5
BECOMING_WORD = 0.5
QUALITY_WORD = 0.2
CLAUSE_WORD = 0.2
IDIOM = 0.35
MATTER_WORD = 0.6
OTHER_WORD = 0.15


def split_compound(word: str, background: Background) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the two common words that a long dictionary entry is made of, with tags (值班|人员), or None."""
    cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    strength = {cut: min(map(background.per_million, cut)) for cut in cuts}
    best = max(strength, key=lambda cut: (strength[cut], cut), default=None)
    if best is None or strength[best] < COMPONENT_MIN_PER_MILLION:
        return None
    return best, tuple(tag_words(part)[0][1] for part in best)


def judge_shape(words: Sequence[str], tags: Sequence[str]) -> float:
    """Return how term-like the words and their parts of speech are."""
    if len(words) > 1 or words[0][:2] in MANNER:
        words, tags = _open_phrases(words, tags)
    string = "".join(words)
    if is_set_form(words):
        return COINED_SHAPE
    if _has_grammar(words, tags):
        return 0.0
    if is_general(string) or names_side(string) or string.endswith(MEDIA):
        return GENERAL_SHAPE
    if EXTENT.fullmatch(string) or CENTURY.fullmatch(string):
        return GENERAL_SHAPE
    if names_quality(string):
        return BECOMING_SHAPE
    if string in MATTERS:
        return MATTER_WORD
    if string in EVERYDAY:
        return EVERYDAY_SHAPE
    if len(words) == 1:
        return _judge_single(words[0], tags[0])
    if len(words) == len(string) == COINED_CHARS:
        return COINED_SHAPE
    return judge_first(words, tags) * judge_inner(words, tags) * judge_last(words, tags)


def names_quality(string: str) -> bool:
    """Whether a string says what something becomes or is like: 立体化, 一站式."""
    return BECOMING.fullmatch(string) is not None


def parts_terms(word: str, tag: str) -> bool:
    """Whether no term holds this word: a figure, or one of grammar that opens no set form."""
    if may_stand_in_set_form(word):
        return False
    if (
        word.isdigit()
        or MASKED.fullmatch(word)
        or word in BYLINE_WORDS
        or (word in FUNCTION_WORDS and word not in NOMINAL_REFERENCE)
    ):
        return True
    return word in FUNCTION_CHARACTERS if len(word) == 1 else tag in FUNCTION_TAGS


def _open_phrases(words: Sequence[str], tags: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words; what a dictionary holds though it is a clause comes apart (妥善|安置)."""
    if not any(map(_is_phrase, words)):
        return words, tags
    opened: list[tuple[str, str]] = []
    for word, tag in zip(words, tags, strict=True):
        front, back = word[:2], word[2:]
        if _is_phrase(word):
            opened += [(front, "ad" if front in MANNER else tag), (back, _tag_back(back, tag))]
        else:
            opened.append((word, tag))
    return [word for word, _ in opened], [tag for _, tag in opened]


def _is_phrase(word: str) -> bool:
    """Whether a word of four characters is a clause of two words."""
    if len(word) != PHRASE_CHARS:
        return False
    front, back = word[:2], word[2:]
    if back in FUNCTION_WORDS or front in FUNCTION_WORDS or back[0] in DEGREES:
        return True
    return front in LIGHT_VERBS or (front in MANNER and (back in LIGHT_VERBS or back in ACTIONS))


def _tag_back(word: str, tag: str) -> str:
    if word[0] in DEGREES:
        return "a"
    return "v" if word in LIGHT_VERBS else tag


def _has_grammar(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether words of grammar or reference stand in it, or figures (平均5天一层楼); 5g is one word."""
    string = "".join(words)
    if _is_numbered(string):
        return True
    if words[0] in OPENING_REFERENCE:
        return True
    if words[0] in FUNCTION_WORDS or words[-1] in FUNCTION_WORDS or not BYLINE_WORDS.isdisjoint(words):
        return True
    return any(map(_is_grammar, words, tags)) or any(map(_is_grammar_inside, words[1:-1]))


def _is_numbered(string: str) -> bool:
    """Whether a string is an ordinal, names an article or a session by one, or begins with a date."""
    if ORDINAL_SIGN in string and (ORDINAL.fullmatch(string) or ARTICLE_OR_SESSION.search(string)):
        return True
    return YEAR in string and DATE.match(string) is not None


def _is_grammar(word: str, tag: str) -> bool:
    return word.isdigit() or (word in FUNCTION_CHARACTERS if len(word) == 1 else tag in FUNCTION_TAGS)


def _is_grammar_inside(word: str) -> bool:
    """Whether a word amid others is one of grammar, or a letter: that is left of lost characters."""
    if len(word) == 1 and not is_han(word):
        return True
    return word in FUNCTION_WORDS and word not in NOMINAL_REFERENCE


def _judge_single(word: str, tag: str) -> float:
    if word in LIGHT_VERBS or word in WEAK_TAILS or word in SOFT_TAILS:
        return WEAK_WORD
    if word[0] in DETERMINERS or word[-1] == PLURAL or _counts_time(word) or _says_where(word, tag):
        return WEAK_WORD
    if is_negated(word):
        return QUALITY_WORD
    if len(word) == PHRASE_CHARS and word[:2] in GENERAL_PHRASES:
        return IDIOM
    if _has_object(word):
        return CLAUSE_WORD
    if len(word) == len("小巷") and word[0] in SIZES and word not in TERM_HEADS:
        return SIZED_WORD
    if tag in VERB_TAGS:
        return VERB_WORD
    if not is_han(word[0]):
        return LETTERS if len(word) > 1 else 0.0
    if word[-1] in "化性型式级" and len(word) > 2:
        return BECOMING_WORD if word[-1] == "化" else QUALITY_WORD
    if tag == "i" and len(word) >= COINED_CHARS:
        return IDIOM
    return 1.0 if tag in NOMINAL_TAGS else OTHER_WORD


def _has_object(word: str) -> bool:
    """Whether a dictionary has a verb with its object as one word: 讲|信用, but not 开发|区 or 守门|人."""
    if len(word) != CLAUSE_CHARS or word[0] not in OBJECT_VERBS or word[-1] in TERM_HEADS:
        return False
    return len(tag_words(word[1:])) == 1


def _says_where(word: str, tag: str) -> bool:
    """Whether a dictionary has an adverbial as one word: 在会谈中, 新条件下, but not 在押犯."""
    opens = word[0] == AT and len(word) > 2
    closes = word[-1] in LOCATION_TAILS and (opens or tag in PHRASE_TAGS)
    return closes or (opens and word[-2:] in LIGHT_VERBS)


def _counts_time(word: str) -> bool:
    return word[0] in NUMERALS and any(character in TIME_CHARACTERS for character in word)
