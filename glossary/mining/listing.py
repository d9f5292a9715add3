"""From measured strings to the entries of the list, each with its kind, its places and its other forms."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from msgspec.structs import replace

from glossary.mining.background import Background
from glossary.mining.corpus import Corpus
from glossary.mining.declared import Declaration
from glossary.mining.evidence import Measured
from glossary.mining.formulae import counts_a_thing, is_formula
from glossary.mining.names import classify_name
from glossary.mining.places import Occurrences
from glossary.mining.ranking import Scored
from glossary.mining.renamed import Renaming, find_renamings
from glossary.mining.short_forms import Form, infer_short_forms
from glossary.mining.slogans import gather_slogans
from glossary.mining.sources import Source
from glossary.mining.termhood import Termhood, score_slogan
from glossary.model import NAME_KINDS, CandidateKind
from glossary.text.folding import fold

MOST_COMPARED_COPIES = 40
MOST_COMPARED_CHARS = 30_000
WATCHED = "watched"
PINNED = Termhood(salience=1.0, specificity=1.0, independence=1.0, shape=1.0, marking=1.0, length=1.0)


@dataclass(frozen=True, slots=True)
class Listing:
    """All measured strings, the keys of those to be listed, what was judged of each and how it was marked."""

    measured: Mapping[str, Measured]
    keys: Collection[str]
    hoods: Mapping[str, Termhood]
    marks: Mapping[str, frozenset[str]]
    background: Background


def collect(listing: Listing, located: Mapping[str, Occurrences], corpus: Corpus) -> dict[str, Scored]:
    """Return an entry for each string to be listed, by its key; ``located`` says where each stands."""
    persons = frozenset(name for found in corpus.findings for name in found.persons)
    return {key: _make_entry(listing.measured[key], listing, persons, located[key]) for key in listing.keys}


def _make_entry(entry: Measured, listing: Listing, persons: frozenset[str], places: Occurrences) -> Scored:
    name = classify_name(entry, persons, listing.measured, listing.background)
    is_counted = is_formula(entry.string) or counts_a_thing(entry.string)
    kind = name or (CandidateKind.FORMULA if is_counted else CandidateKind.TERM)
    figures = entry.figures | {"background_per_million": listing.background.per_million(entry.string)}
    figures |= dict.fromkeys(sorted(listing.marks.get(entry.string, ())), 1.0)
    return Scored(entry.string, kind, listing.hoods[entry.string], places, figures)


def collect_slogans(corpus: Corpus) -> dict[str, Scored]:
    """Return an entry for each parallel slogan, by its key."""
    slogans = gather_slogans([found.parallels for found in corpus.findings], corpus.clusters)
    return {
        slogan.key: Scored(
            slogan.key,
            CandidateKind.SLOGAN,
            score_slogan(contexts=slogan.contexts, clusters=slogan.clusters),
            Occurrences.of(slogan.places),
        )
        for slogan in slogans
    }


def find_other_forms(
    listed: Mapping[str, Scored], measured: Mapping[str, Measured], corpus: Corpus
) -> list[Declaration]:
    """Return which strings stand for the same: declared, inferred, or called otherwise by a copy."""
    declared = (pair for found in corpus.findings for pair in found.declarations)
    return [*dict.fromkeys(declared), *_infer(listed, measured), *_find_renamed(corpus, measured)]


def _infer(listed: Mapping[str, Scored], measured: Mapping[str, Measured]) -> Iterator[Declaration]:
    forms = (
        Form(measured[key].words, frozenset(entry.places.homes.tolist()))
        for key, entry in listed.items()
        if key in measured and measured[key].contexts > 1 and entry.kind not in NAME_KINDS
    )
    for short, full in infer_short_forms(forms).items():
        yield Declaration(full, short, is_short=True, is_inferred=True)


def _find_renamed(corpus: Corpus, measured: Mapping[str, Measured]) -> Iterator[Declaration]:
    for one, other in islice(_pairs_of_copies(corpus.clusters), MOST_COMPARED_COPIES):
        sources = corpus.sources[one], corpus.sources[other]
        if max(len(source.clean.text) for source in sources) <= MOST_COMPARED_CHARS:
            for pair in find_renamings(*map(_folded_lines, sources)):
                if pair.first in measured and pair.second in measured:
                    yield _declare_renamed(pair, measured)


def _pairs_of_copies(clusters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each document with the next one of its cluster."""
    ordered = sorted(range(len(clusters)), key=lambda number: (clusters[number], number))
    return ((one, other) for one, other in pairwise(ordered) if clusters[one] == clusters[other])


def _declare_renamed(pair: Renaming, measured: Mapping[str, Measured]) -> Declaration:
    """Return the rarer name of a renaming as a variant of the more frequent one."""
    rarer, other = sorted((pair.first, pair.second), key=lambda name: (measured[name].count, name))
    return Declaration(other, rarer, is_short=False)


def _folded_lines(source: Source) -> list[str]:
    text = fold(source.clean.text)
    return [text[span.start : span.end] for span in source.clean.kept]


def pin_watched(
    ranked: Sequence[Scored], watched: Mapping[str, Occurrences], scored: Mapping[str, Scored]
) -> list[Scored]:
    """Return the entries with the watched ones before all others, those that are in no list among them."""
    by_key = {entry.key: entry for entry in ranked}
    pinned = [_pin(by_key.get(key) or scored.get(key), key, places) for key, places in watched.items()]
    pinned.sort(key=lambda entry: (-entry.hood.score, entry.key))
    return [*pinned, *(entry for entry in ranked if entry.key not in watched)]


def _pin(entry: Scored | None, key: str, places: Occurrences) -> Scored:
    """Return the entry of a watched key with all its places, whatever words they are cut into."""
    known = entry or Scored(key, CandidateKind.TERM, PINNED, places)
    kind = CandidateKind.TERM if known.kind in NAME_KINDS else known.kind
    return replace(known, kind=kind, places=places, evidence={**known.evidence, WATCHED: 1.0})
