"""The English phrases that stand for Chinese terms in sentence pairs, best first, with the evidence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.alignment.association import Phrase, count_together, log_likelihood
from glossary.alignment.declared import Declared
from glossary.alignment.linking import Link, Progress, link_all
from glossary.alignment.sentences import Sentence, TermFinder, make_sentence
from glossary.alignment.words import Token, split_tokens
from glossary.model import Pair
from glossary.text.english import word_keys
from glossary.text.folding import fold

EXAMPLES_KEPT = 5
ROUNDS = 3
ROUNDS_TO_CONFIRM = 1
LEAST_AGREEMENT = 0.6
"""A doubtful string is a term where so many of its links are with one phrase."""
DECLARED_BONUS = 1_000.0
"""What somebody declares comes before what only goes together; no association in a usual file is so high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRendering:
    """A phrase that stands for a term: its normal form, and the ``forms`` seen, each with its count.

    ``count`` is in how many sentence pairs it was linked with the term, ``score`` its association (a
    log-likelihood ratio, by the share of links that are this phrase and no longer one), ``declared`` how
    often a text says in so many words that it is the rendering. ``examples`` are some of the pairs.
    """

    text: str
    forms: Mapping[str, int]
    count: int
    score: float
    declared: int = 0
    examples: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedTerm:
    """A Chinese term as it was given, in how many sentence pairs it is, and its renderings, best first."""

    term: str
    count: int
    renderings: tuple[AlignedRendering, ...] = ()


@dataclass(slots=True)
class _Seen:
    """What was seen of one phrase as a rendering of one term."""

    forms: Counter[str] = field(default_factory=Counter)
    examples: list[Pair] = field(default_factory=list)
    linked: int = 0
    declared: int = 0

    def add(self, form: str, pair: Pair) -> None:
        """Take down one more occurrence."""
        self.forms[form] += 1
        if len(self.examples) < EXAMPLES_KEPT and pair not in self.examples:
            self.examples.append(pair)


AllSeen = defaultdict[str, defaultdict[Phrase, _Seen]]
"""What was seen, by folded term and by the keys of a phrase."""


def align_terms(
    pairs: Sequence[Pair],
    terms: Collection[str],
    *,
    doubtful: Collection[str] = (),
    declared: Iterable[Declared] = (),
    progress: Progress = lambda _done, _total: None,
) -> list[AlignedTerm]:
    """Return for each of the terms that occur, or for which a rendering is declared, what stands for it.

    The longest term counts at each place. ``declared`` comes before what is only associated. ``doubtful``
    strings become terms where they stand for one phrase of several words nearly always. Sorted by how often
    the term occurs, then by the term. ``progress`` hears how many links of how many sentences were made.
    """
    words = [split_tokens(pair.target) for pair in pairs]
    confirmed: list[str] = []
    if doubtful:
        tried = _cut({*terms, *doubtful}, pairs, words)
        confirmed = _confirm(_rank_all(tried, _link(tried, rounds=ROUNDS_TO_CONFIRM), doubtful), doubtful)
    sentences = _cut({*terms, *confirmed}, pairs, words)
    seen = _link(sentences, rounds=ROUNDS, progress=progress)
    names = [*terms, *confirmed]
    for one in declared:
        names.append(one.chinese)
        found = seen[fold(one.chinese)][word_keys(one.english)]
        found.declared += 1
        found.add(one.english, one.pair)
    return _rank_all(sentences, seen, names)


def _cut(terms: Collection[str], pairs: Sequence[Pair], words: Sequence[tuple[Token, ...]]) -> list[Sentence]:
    finder = TermFinder(terms)
    return [make_sentence(pair, tokens, finder) for pair, tokens in zip(pairs, words, strict=True)]


def _link(
    sentences: Sequence[Sentence], *, rounds: int, progress: Progress = lambda _done, _total: None
) -> AllSeen:
    """Return what each unit of the sentences was linked with."""
    seen: AllSeen = defaultdict(lambda: defaultdict(_Seen))
    if not sentences:
        return seen
    for link in link_all(sentences, count_together(sentences), rounds=rounds, progress=progress):
        _note_link(seen[link.unit], link, sentences[link.sentence])
    return seen


def _confirm(aligned: Iterable[AlignedTerm], doubtful: Collection[str]) -> list[str]:
    return [
        one.term
        for one in aligned
        if one.term in doubtful
        and one.renderings
        and one.renderings[0].count >= LEAST_AGREEMENT * one.count
        and len(word_keys(one.renderings[0].text)) > 1
    ]


def _rank_all(sentences: Sequence[Sentence], seen: AllSeen, terms: Iterable[str]) -> list[AlignedTerm]:
    """Return what was seen of some terms, the most frequent terms first."""
    named = {fold(term): term for term in terms}
    wanted = {unit: found for unit, found in seen.items() if unit in named}
    uses = Counter(unit for sentence in sentences for unit in set(sentence.units) if unit in wanted)
    phrases = _count_phrases(sentences, {phrase for found in wanted.values() for phrase in found})
    aligned = [
        AlignedTerm(
            term=named[unit],
            count=uses[unit],
            renderings=_rank(found, uses[unit], phrases, len(sentences)),
        )
        for unit, found in wanted.items()
    ]
    return sorted(aligned, key=lambda one: (-one.count, one.term))


def _note_link(seen: Mapping[Phrase, _Seen], link: Link, sentence: Sentence) -> None:
    tokens = sentence.tokens[link.start : link.end]
    found = seen[tuple(token.key for token in tokens)]
    found.linked += 1
    found.add(sentence.pair.target[tokens[0].start : tokens[-1].end], sentence.pair)


def _count_phrases(sentences: Iterable[Sentence], wanted: set[Phrase]) -> Counter[Phrase]:
    """Return in how many sentences each of some phrases is."""
    sizes = sorted({len(phrase) for phrase in wanted})
    counts: Counter[Phrase] = Counter()
    for sentence in sentences:
        keys = tuple(token.key for token in sentence.tokens)
        present = {keys[at : at + size] for size in sizes for at in range(len(keys) - size + 1)}
        counts.update(present & wanted)
    return counts


def _rank(
    seen: Mapping[Phrase, _Seen], uses: int, phrases: Mapping[Phrase, int], total: int
) -> tuple[AlignedRendering, ...]:
    ranked = [
        AlignedRendering(
            text=choose_normal(found.forms),
            forms=merge_capitals(found.forms),
            count=found.linked,
            score=_score(phrase, seen, uses, phrases, total),
            declared=found.declared,
            examples=tuple(found.examples),
        )
        for phrase, found in seen.items()
    ]
    return tuple(sorted(ranked, key=_order))


def _order(one: AlignedRendering) -> tuple[float, int, str]:
    """Best first; of equal ones the longer: Integrated Governance Center before IGC."""
    return -one.score - DECLARED_BONUS * bool(one.declared), -len(one.text), one.text


def _score(
    phrase: Phrase, seen: Mapping[Phrase, _Seen], uses: int, phrases: Mapping[Phrase, int], total: int
) -> float:
    """Association with all links that hold the phrase, by the share of those that are the phrase itself.

    Where a term is linked once with "grid chiefs" and once with "police officers and grid chiefs", the
    shorter is what both have.
    """
    linked = seen[phrase].linked
    if not linked:
        return 0.0
    held = sum(one.linked for other, one in seen.items() if _is_inside(phrase, other))
    together = min(held, uses, phrases[phrase])
    ratio = float(log_likelihood(together, uses, max(phrases[phrase], together), total))
    return round(ratio * linked / held, 2)


def _is_inside(short: Phrase, long: Phrase) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def merge_capitals(forms: Mapping[str, int]) -> dict[str, int]:
    """Return the forms, most frequent first; one with a capital first letter counts with one without."""
    merged: Counter[str] = Counter()
    for form, count in forms.items():
        small = form[:1].lower() + form[1:]
        merged[small if small in forms else form] += count
    return dict(merged.most_common())


def choose_normal(forms: Mapping[str, int]) -> str:
    """Return the form to show: the shortest (a singular, a bare verb) of those seen, small at its beginning.

    A first letter is small unless the word was never seen small inside a sentence: Party, SkyNet.
    """
    small = [form for form in forms if not form[:1].isupper()]
    chosen = small or list(forms)
    return min(chosen, key=lambda form: (len(form), -forms[form], form))
