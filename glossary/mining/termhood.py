"""Termhood: how term-like a string is, as a product of named features, so that it can be explained."""

import math
from collections.abc import Sequence

from msgspec import Struct, structs

from glossary.mining.background import PER_MILLION, Background
from glossary.mining.evidence import Measured
from glossary.mining.formulae import is_formula
from glossary.mining.marking import (
    ABBREVIATION_TAG,
    SHORT_CHARS,
    UNFIT_SHAPE,
    is_coined,
    is_surely_marked,
    judge_marking,
)
from glossary.mining.persons import NAMED_TAGS
from glossary.mining.plain import is_general
from glossary.mining.settled import judge_settled, names_body
from glossary.mining.shape import judge_shape, split_compound
from glossary.mining.vocabulary import INSTITUTION_TAILS, LEVELS, OPENING_CHARACTERS, PREFIXES, TERM_HEADS

CLUSTER_BONUS = 0.2
SAID_IN_PASSING = {2: 0.8, 3: 0.9}
PUBLISHER_BONUS = 0.05
FREE_ENTROPY_NATS = 1.2
MARKED_ENTROPY_NATS = 0.9
BODY_CONTRAST = 0.6
NEVER_ALONE, CUT_OPEN = 0.75, 0.3
MODIFYING_CHARACTERS = LEVELS | OPENING_CHARACTERS | PREFIXES
BOUND_INDEPENDENCE = 0.25
COMMON_PER_MILLION = 160.0
RARE_PER_MILLION = 1.0
CONTRAST_FLOOR_LOG10 = 0.5
CONTRAST_RANGE_LOG10 = 2.0
SMOOTHING_PER_MILLION = 0.5
FORMULA_SHAPE = 1.0
KNOWN_COMPOUND_SHAPE = 0.9
MARKED_SHAPE = 0.8
KNOWN_PER_MILLION = 0.02
VERBAL_LOSS = 0.7
LONG_CHARS = 8
SLOGAN_INDEPENDENCE = 0.9
SHORT_WORD_DISCOUNT = 0.55
WORD_DISCOUNT = 0.85
NAME_DISCOUNT = 0.7
INSTITUTION_ENDS = INSTITUTION_TAILS | TERM_HEADS
SETTLED_CHARS = 4
STORY_DISCOUNT, AT_LENGTH_CONTEXTS = 0.7, 12
COMMON_PARTS_CONTRAST = 0.45


class Termhood(Struct, frozen=True, gc=False):
    """The features of one string; ``score`` is their product.

    ``salience``: log2 of 1 + distinct contexts, more for several clusters and publishers (≥ 0). The rest lie
    in 0 to 1, but ``marking`` (quotation marks, declarations, titles and the like) in 0.1 to 1.6.
    ``specificity``: contrast with general Chinese; ``independence``: branching entropy at the more bound of
    its edges, less for what never stands alone; ``shape``: parts of speech; ``length``; ``nesting``: how
    much it stands outside longer candidates.
    """

    salience: float
    specificity: float
    independence: float
    shape: float
    marking: float
    length: float
    nesting: float = 1.0

    @property
    def factors(self) -> dict[str, float]:
        """The features by name."""
        return structs.asdict(self)

    @property
    def score(self) -> float:
        """The product of the features."""
        judged = self.salience * self.specificity * self.independence * self.shape
        return judged * self.marking * self.length * self.nesting


def score_string(
    measured: Measured,
    *,
    corpus_words: int,
    corpus_clusters: int = 1,
    background: Background,
    marks: frozenset[str] = frozenset(),
) -> Termhood:
    """Return the termhood of one string; ``marks`` say how it was marked.

    It is told by a corpus of so many words, in texts of so many clusters. What one of several texts says two
    or three times is more often of its story than of its matter.
    """
    words, tags = measured.words, measured.tags
    if len(words) == 1:
        words, tags = split_compound(words[0], background) or (words, tags)
    is_of_one_text = measured.clusters == 1 < corpus_clusters
    passing = SAID_IN_PASSING.get(measured.contexts, 1.0) if is_of_one_text else 1.0
    if len(words) > 1:
        specificity = _contrast_parts(measured, words, background)
    else:
        contrast = _contrast_word(measured, corpus_words=corpus_words, background=background)
        specificity = contrast * _discount_word(measured, is_of_one_text=is_of_one_text)
    return Termhood(
        salience=_judge_salience(measured.contexts, measured.clusters, measured.publishers) * passing,
        specificity=max(specificity, BODY_CONTRAST) if _is_body(measured) else specificity,
        independence=_judge_independence(measured, marks),
        shape=_judge_shape(measured, words, tags, background, marks),
        marking=judge_marking(measured, marks),
        length=judge_length(len(measured.string)),
    )


def score_slogan(*, contexts: int, clusters: int) -> Termhood:
    """Return the termhood of a pair of parallel clauses: what counts is that it comes back."""
    return Termhood(
        salience=_judge_salience(contexts, clusters, publishers=0),
        specificity=1.0,
        independence=SLOGAN_INDEPENDENCE,
        shape=1.0,
        marking=1.0,
        length=1.0,
    )


def _judge_salience(contexts: int, clusters: int, publishers: int) -> float:
    """Return how much a string is talked about: by several publishers more than by one at length."""
    several = 1 + CLUSTER_BONUS * math.log2(clusters) + PUBLISHER_BONUS * math.log2(max(publishers, 1))
    return math.log2(1 + contexts) * several


def _judge_shape(
    measured: Measured,
    words: Sequence[str],
    tags: Sequence[str],
    background: Background,
    marks: frozenset[str],
) -> float:
    shape = judge_shape(words, tags)
    if is_formula(measured.string):
        shape = FORMULA_SHAPE
    elif not shape and is_coined(measured, marks):
        shape = MARKED_SHAPE
    elif shape and not is_general(measured.string) and is_surely_marked(measured, marks, shape):
        shape = max(shape, MARKED_SHAPE)
    elif shape > UNFIT_SHAPE and _is_known_compound(measured, background):
        shape = max(shape, KNOWN_COMPOUND_SHAPE)
    return shape * (1 - VERBAL_LOSS * measured.verbal / measured.count)


def _is_known_compound(measured: Measured, background: Background) -> bool:
    """Whether general Chinese has a compound as a word of its own; of two characters that proves nothing."""
    if len(measured.words) == 1 or len(measured.string) == SHORT_CHARS or is_general(measured.string):
        return False
    return background.per_million(measured.string) > KNOWN_PER_MILLION


def _contrast_word(measured: Measured, *, corpus_words: int, background: Background) -> float:
    """Return the contrast of a single word: rare in general and much more frequent here."""
    general = background.per_million(measured.string)
    here = measured.count / max(corpus_words, 1) * PER_MILLION
    return judge_contrast(here, general)


def judge_contrast(here: float, general: float) -> float:
    """Return from 0 to 1 how much more frequent a word is here than in general, and how rare; per million."""
    ratio = math.log10(here / (general + SMOOTHING_PER_MILLION))
    contrast = min(1.0, max(0.0, (ratio - CONTRAST_FLOOR_LOG10) / CONTRAST_RANGE_LOG10))
    return min(contrast, judge_rarity(general))


def _discount_word(measured: Measured, *, is_of_one_text: bool) -> float:
    """Return how much a dictionary's own word counts beside a compound: an abbreviation (三无) fully.

    One that a single text of several uses in passing is of its story (灯笼, 风筝), and a name is mostly that
    of a person or a place; neither is what ends as things of administration do.
    """
    if measured.tags[0] == ABBREVIATION_TAG:
        return 1.0
    discount = SHORT_WORD_DISCOUNT if len(measured.string) == SHORT_CHARS else WORD_DISCOUNT
    if measured.string[-1] in INSTITUTION_ENDS:
        return discount
    if measured.tags[0] in NAMED_TAGS:
        discount *= NAME_DISCOUNT
    is_of_a_story = is_of_one_text and measured.contexts < AT_LENGTH_CONTEXTS
    return discount * STORY_DISCOUNT if is_of_a_story else discount


def _contrast_parts(measured: Measured, words: Sequence[str], background: Background) -> float:
    """Return the contrast of a compound: how rare its parts are, a little less where it is known.

    In four characters or more what is known is a settled name: that says nothing against it.
    """
    rarities = [judge_rarity(background.per_million(word)) for word in words]
    rarity = (sum(rarities) / len(rarities) + max(rarities)) / 2
    is_short = len(measured.string) < SETTLED_CHARS
    is_known = is_short and background.per_million(measured.string) > KNOWN_PER_MILLION
    contrast = COMMON_PARTS_CONTRAST + (1 - COMMON_PARTS_CONTRAST) * rarity
    return contrast * WORD_DISCOUNT if is_known else contrast


def judge_rarity(per_million: float) -> float:
    """Return 1 for words rarer than one in a million, 0 for those of 160 and more, logarithmic between."""
    if per_million <= RARE_PER_MILLION:
        return 1.0
    span = math.log10(COMMON_PER_MILLION / RARE_PER_MILLION)
    return max(0.0, 1 - math.log10(per_million / RARE_PER_MILLION) / span)


def _is_body(measured: Measured) -> bool:
    """Whether the dictionary has a string as the name of a body: news name it often, but nothing else so."""
    return len(measured.words) == 1 and names_body(measured.words[0], measured.tags[0])


def _judge_independence(measured: Measured, marks: frozenset[str]) -> float:
    if (measured.quoted and measured.count == measured.quoted) or (marks and measured.contexts == 1):
        return 1.0
    if _is_body(measured) or (measured.count == 1 and judge_settled(measured.words, measured.tags)):
        return 1.0
    entropy = min(measured.left_entropy, measured.right_entropy)
    entropy = max(entropy, MARKED_ENTROPY_NATS) if marks else entropy
    never_alone = _judge_alone(measured)
    return never_alone * (
        BOUND_INDEPENDENCE + (1 - BOUND_INDEPENDENCE) * min(1.0, entropy / FREE_ENTROPY_NATS)
    )


def _judge_alone(measured: Measured) -> float:
    """Return less for what is never bounded on both sides, least where it begins within a word: 付|标准."""
    if measured.alone or measured.count == 1:
        return 1.0
    first, *rest = measured.words
    return CUT_OPEN if rest and len(first) == 1 and first not in MODIFYING_CHARACTERS else NEVER_ALONE


def judge_length(characters: int) -> float:
    """Return the factor for so many characters: two say less, very many are hardly one term."""
    if characters == SHORT_CHARS:
        return 0.7
    if characters == SHORT_CHARS + 1:
        return 0.9
    return 1.0 if characters <= LONG_CHARS else 0.85
