"""From documents to ranked candidates: counts, evidence, termhood, nesting, names, spellings, contexts.

Ranking reads the documents and a contrast corpus only: no concept, no decision, no judged list.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy
from msgspec import structs
from numpy.typing import NDArray

from glossary.mining.background import Background
from glossary.mining.choosing import MOST_JUDGED, choose
from glossary.mining.contexts import choose_places, count_homes, count_spellings, locate_all, make_contexts
from glossary.mining.corpus import Corpus
from glossary.mining.counted import Counted, gather
from glossary.mining.counting import count_levels
from glossary.mining.covers import find_coverage
from glossary.mining.evidence import Measured, measure_strings
from glossary.mining.findings import Findings
from glossary.mining.listing import Listing, collect, collect_slogans, find_other_forms, pin_watched
from glossary.mining.marked import DECLARED
from glossary.mining.members import find_members
from glossary.mining.names import find_places
from glossary.mining.nesting import find_aliases, find_covering, weigh_nesting
from glossary.mining.other_languages import stands_in_passages
from glossary.mining.places import Occurrences
from glossary.mining.ranking import Scored, attach_aliases, join_declared, rank
from glossary.mining.rows import find_rows
from glossary.mining.settled import find_settled
from glossary.mining.shape import parts_terms
from glossary.mining.stream import Stream
from glossary.mining.termhood import Termhood, score_string
from glossary.model import NAME_KINDS, Candidate, CandidateKind
from glossary.text.folding import fold
from glossary.text.segmentation import tag_words

MIN_SCORE = 0.05
ALIASES_SHOWN = 5
MOST_RANKED = 4_000
COUNT_OF_THE_MARKED = 2
DOCUMENTS_OF_A_MARK = 3
DOCUMENTS_OF_A_FORMULA = 40
TOKENS_OF_AN_OCCURRENCE = 2_000_000
"""In a large corpus, what occurs less than once in so many tokens is beyond what would be measured."""

Marks = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Mined:
    """The outcome of a run: candidates, best first, and the names of persons and places."""

    candidates: tuple[Candidate, ...]
    names: tuple[Candidate, ...]


def mine(
    corpus: Corpus,
    *,
    background: Background,
    min_count: int = 2,
    contexts_of_top: int = 200,
    wanted: Callable[[Candidate], bool] = lambda _: True,
    watched: Mapping[str, Occurrences] = MappingProxyType({}),
    stopped: Collection[str] = (),
) -> Mined:
    """Return the candidates of a corpus, ranked by termhood; contexts for the first ones only.

    The first ones are those of the ``wanted`` ones. ``watched`` keys, with where they stand, lead the list
    whatever they score; ``stopped`` ones are left out. What an author marked may occur once, but for a higher
    ``min_count`` than two.
    """
    scored, listed = _list_strings(corpus, background, min_count)
    ranked = [entry for entry in rank(listed.values()) if entry.hood.score >= MIN_SCORE]
    least = min_count if min_count > COUNT_OF_THE_MARKED else 1
    left = [one for one in ranked if one.key not in stopped and len(one.places) >= least][:MOST_RANKED]
    terms = pin_watched([entry for entry in left if entry.kind not in NAME_KINDS], watched, scored)
    names = [entry for entry in left if entry.kind in NAME_KINDS and entry.key not in watched]
    write = _Writer(corpus, scored, contexts_of_top, wanted)
    return Mined(tuple(write.candidates(terms)), tuple(write.candidates(names)))


def _list_strings(
    corpus: Corpus, background: Background, min_count: int
) -> tuple[dict[str, Scored], dict[str, Scored]]:
    """Return an entry for each string that scores, and those that are listed, with other forms under them.

    All that counting and judging hold is given up before candidates are written.
    """
    stream = corpus.stream
    marks = _gather_marks(corpus.findings)
    tags = _tag_words(stream)
    counted = _count(stream, tags, corpus.findings, background, min_count)
    measured = measure_strings(counted, stream, tags, corpus.clusters, corpus.publishers)
    hoods = _score(measured, marks, corpus, background)
    places = find_places(measured)
    aliases = find_aliases(measured, hoods, places)
    coverage = find_coverage(counted, stream, find_covering(hoods), aliases)
    nesting = weigh_nesting(measured, coverage)
    hoods = {string: structs.replace(hood, nesting=nesting[string]) for string, hood in hoods.items()}
    kept = [key for key in hoods if hoods[aliases.get(key, key)].score >= MIN_SCORE]
    listing = Listing(measured, kept, hoods, marks, places, background)
    scored = collect(listing, locate_all(counted, stream), corpus) | collect_slogans(corpus)
    listed = attach_aliases(scored, aliases, limit=ALIASES_SHOWN)
    return scored, join_declared(listed, find_other_forms(listed, measured, corpus))


def _gather_marks(findings: Sequence[Findings]) -> Marks:
    """Return how each string was marked, by its key."""
    marks: defaultdict[str, set[str]] = defaultdict(set)
    for found in findings:
        for mark in found.marks:
            marks[mark.key].add(mark.evidence)
        for pair in found.declarations:
            marks[pair.full].add(DECLARED)
            marks[pair.name].add(DECLARED)
    return {key: frozenset(evidence) for key, evidence in marks.items()}


def _tag_words(stream: Stream) -> list[str]:
    """Return the part of speech of every word that occurs."""
    occurs = (stream.counts > 0) & stream.is_word
    return [
        tag_words(word)[0][1] if is_asked else ""
        for word, is_asked in zip(stream.words, occurs.tolist(), strict=True)
    ]


def _count(
    stream: Stream,
    tags: Sequence[str],
    findings: Sequence[Findings],
    background: Background,
    min_count: int,
) -> Counted:
    """Return what is frequent, and what an author marked, with all places."""
    parted = numpy.array([parts_terms(word, tag) for word, tag in zip(stream.words, tags, strict=True)])
    parted |= stands_in_passages(stream)
    least = max(min_count, len(stream.ids) // TOKENS_OF_AN_OCCURRENCE)
    with ThreadPoolExecutor(1) as beside:  # sorting leaves the interpreter free for the search of rows
        levels = count_levels(stream, stream.is_word & ~parted, min_count=least, most=MOST_JUDGED)
        counting = beside.submit(list, levels)
        rows = [*find_rows(stream, _marked_keys(findings, 1 + least - min_count))]
        rows += find_settled(stream, tags) if min_count <= COUNT_OF_THE_MARKED else ()
        counted = counting.result()
    return gather(choose(counted, stream, tags, background), rows, stream)


def _marked_keys(findings: Sequence[Findings], least: int) -> dict[int, frozenset[str]]:
    """Return for each document the keys that it marks, of those that so many documents do.

    The first three documents of a key show how it is cut into words.
    """
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(findings):
        for key in found.marked_keys:
            homes[key].append(number)
    wanted: defaultdict[int, set[str]] = defaultdict(set)
    for key, numbers in homes.items():
        for number in numbers[:DOCUMENTS_OF_A_MARK] if len(numbers) >= least else ():
            wanted[number].add(key)
    return {number: frozenset(keys) for number, keys in wanted.items()}


def _score(
    measured: Mapping[str, Measured], marks: Marks, corpus: Corpus, background: Background
) -> dict[str, Termhood]:
    words = int(corpus.stream.counts[corpus.stream.is_word].sum())
    clusters = len(set(corpus.clusters))
    return {
        string: score_string(
            entry,
            corpus_words=words,
            corpus_clusters=clusters,
            background=background,
            marks=marks.get(string, frozenset()),
        )
        for string, entry in measured.items()
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes candidates of ranked entries: spelled as the texts do, with contexts for the first ones."""

    corpus: Corpus
    scored: Mapping[str, Scored]
    contexts_of_top: int
    wanted: Callable[[Candidate], bool]

    def candidates(self, ranked: Sequence[Scored]) -> Iterator[Candidate]:
        """Yield the candidates in their order."""
        clusters = numpy.array(self.corpus.clusters, dtype=numpy.int64)
        left = self.contexts_of_top
        for entry in ranked:
            candidate = self._candidate(entry, clusters)
            if left > 0 and self.wanted(candidate):
                left -= 1
                chosen = choose_places(entry.places, clusters, self.corpus.lost)
                contexts = make_contexts(chosen, self.corpus.sources)
                candidate = replace(candidate, contexts=contexts, members=self._find_members(entry))
            yield candidate

    def _candidate(self, entry: Scored, clusters: NDArray[numpy.int64]) -> Candidate:
        term, *others = count_spellings(entry.key, entry.places, self.corpus.text_of)
        documents, homes = count_homes(entry.places, clusters)
        return Candidate(
            key=entry.key,
            term=term,
            kind=entry.kind,
            score=round(entry.hood.score, 4),
            count=len(entry.places),
            documents=documents,
            clusters=homes,
            features={name: round(value, 4) for name, value in entry.features.items()},
            variants=tuple(dict.fromkeys((*others, *map(self._spell, entry.aliases)))),
            short_forms=tuple(map(self._spell, entry.short_forms)),
        )

    def _find_members(self, entry: Scored) -> dict[str, tuple[str, ...]]:
        """Return what the first documents that hold a formula list as its members."""
        if entry.kind is not CandidateKind.FORMULA:
            return {}
        homes = entry.places.homes[:DOCUMENTS_OF_A_FORMULA].tolist()
        sources = [self.corpus.sources[number] for number in homes]
        found = {one.document.id: find_members(entry.key, fold(one.clean.text)) for one in sources}
        return {document: members for document, members in found.items() if members}

    def _spell(self, key: str) -> str:
        if key not in self.scored:
            return key
        return count_spellings(key, self.scored[key].places, self.corpus.text_of)[0]
