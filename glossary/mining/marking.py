"""What the marks that an author set say of a string: a name, an image, or the title of a book."""

from glossary.mining.edges import names_a_thing
from glossary.mining.evidence import Measured
from glossary.mining.marked import DECLARED, GLOSSED, NAMED, QUOTED, TITLED
from glossary.mining.phrases import may_be_coined
from glossary.mining.settled import judge_settled
from glossary.mining.shape import names_quality
from glossary.mining.vocabulary import LIGHT_VERBS, NORM_HEADS, NUMERALS, QUALITIES

SHORT_CHARS = 2
ABBREVIATION_TAG = "j"
QUOTE_BONUS = 0.6
MARKED_CONTEXTS = 2
UNFIT_SHAPE = 0.1
MARKED_ONCE = {
    "declared": 0.9,
    "glossed": 0.8,
    "quoted": 0.7,
    "listed": 0.65,
    "titled": 0.65,
    "enumerated": 0.65,
    "named": 0.65,
}
QUOTED_WORD = 0.3
WORK_TITLE = 0.1
SAYING_CHARS = 4
NOUN_TAG = "n"
QUOTED_ENOUGH = 0.5
MARKABLE = frozenset({ABBREVIATION_TAG, "nz"})


def judge_marking(measured: Measured, marks: frozenset[str]) -> float:
    """Return up to 1.6 for what comes back in quotation marks, and less than 1 for what is marked once only.

    Once may be irony, a title or a heading: it earns a place in the list and none before what comes back.
    """
    if TITLED in marks and _is_work(measured):
        return WORK_TITLE
    if measured.contexts < MARKED_CONTEXTS:
        if measured.count > 1:
            return 1.0
        if marks == {QUOTED} and len(measured.words) == 1:
            return QUOTED_WORD  # 独角戏, 千里眼: a word that everybody knows is quoted as a metaphor
        settled = judge_settled(measured.words, measured.tags) or 1.0
        return max((MARKED_ONCE[mark] for mark in marks), default=settled)
    if _is_short_word(measured):
        return 1.0
    return 1 + QUOTE_BONUS * min(1.0, 2 * measured.quoted / measured.count)


def _is_work(measured: Measured) -> bool:
    """Whether a title stands by itself only and is none of a norm: a book or a film, but not 港口条例."""
    head = measured.words[-1]
    return measured.alone == measured.count and head not in NORM_HEADS and not names_a_thing(head)


def is_coined(measured: Measured, marks: frozenset[str]) -> bool:
    """Whether a string with a word of grammar in it is a name all the same, since it is quoted as one."""
    is_quoted = QUOTED in marks and measured.quoted >= QUOTED_ENOUGH * measured.count
    return is_quoted and may_be_coined(measured.string)


def is_surely_marked(measured: Measured, marks: frozenset[str], shape: float) -> bool:
    """Whether its author says that a string is a name: declared, explained, or quoted again and again.

    What ends in a quality (情节特别严重) is quoted as a wording, not as a name.
    """
    if marks & {DECLARED, GLOSSED} or (QUOTED in marks and measured.string[0] in NUMERALS):
        return True
    if marks >= {QUOTED, NAMED} and len(measured.words) > 1:
        return True
    if measured.count == 1 or measured.words[-1] in QUALITIES or _is_short_word(measured):
        return False
    if measured.words[0] in LIGHT_VERBS or names_quality(measured.string) or _is_saying(measured):
        return False  # “打击传销” is quoted as a task, “标签化” as a way of working
    return measured.quoted == measured.count or (
        shape > UNFIT_SHAPE and measured.quoted >= QUOTED_ENOUGH * measured.count
    )


def _is_short_word(measured: Measured) -> bool:
    """Whether a string is a dictionary's word of two characters, which marks make a metaphor, not a term."""
    is_word = len(measured.words) == 1 and len(measured.string) == SHORT_CHARS
    return is_word and measured.tags[0] not in MARKABLE


def _is_saying(measured: Measured) -> bool:
    """Whether a string is a word of four characters and no noun: “顺手牵羊” is quoted as an image."""
    is_word = len(measured.words) == 1 and len(measured.string) == SAYING_CHARS
    return is_word and not measured.tags[0].startswith(NOUN_TAG)
