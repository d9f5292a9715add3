"""From sources to ranked candidates: counts, evidence, termhood, nesting, names, spellings, contexts.

Ranking reads the documents and a contrast corpus only: no concept, no decision, no judged list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from glossary.mining.background import Background
from glossary.mining.contexts import Place, choose_contexts, count_spellings, locate, make_context
from glossary.mining.counting import count_strings
from glossary.mining.declared import find_declarations
from glossary.mining.evidence import NEIGHBOUR_CHARS, Measured, measure_strings
from glossary.mining.formulae import Slogan, find_slogans, is_formula
from glossary.mining.marked import find_quoted
from glossary.mining.names import classify_name, find_persons
from glossary.mining.nesting import find_aliases, weigh_nesting
from glossary.mining.ranking import Scored, attach_aliases, join_declared, rank
from glossary.mining.segments import Segment, Source, cut_segments
from glossary.mining.termhood import Termhood, score_slogan, score_string
from glossary.model import NAME_KINDS, Candidate, CandidateKind

MIN_SCORE = 0.05
ALIASES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Mined:
    """The outcome of a run: candidates, best first, and the names of persons and places."""

    candidates: tuple[Candidate, ...]
    names: tuple[Candidate, ...]


def mine(
    sources: Sequence[Source], *, background: Background, min_count: int = 2, contexts_of_top: int = 200
) -> Mined:
    """Return the candidates of all sources, ranked by termhood; contexts for the first ones only."""
    segments = cut_segments(sources)
    declarations = find_declarations(sources)
    marked = find_quoted(segments) | {name for pair in declarations for name in (pair.full, pair.name)}
    counted = count_strings(segments, min_count=min_count, marked=marked)
    measured = measure_strings(counted, segments, sources)
    hoods = _score_strings(measured, segments, background)
    aliases = find_aliases(measured, hoods)
    hoods = _weigh(hoods, weigh_nesting(measured, hoods, aliases))
    scored = _collect(measured, hoods, segments, sources, background) | _collect_slogans(segments, sources)
    listed = join_declared(attach_aliases(scored, aliases, limit=ALIASES_SHOWN), declarations)
    ranked = [entry for entry in rank(listed.values()) if entry.hood.score >= MIN_SCORE]
    terms = [entry for entry in ranked if entry.kind not in NAME_KINDS]
    names = [entry for entry in ranked if entry.kind in NAME_KINDS]
    return Mined(
        candidates=tuple(_make_candidates(terms, scored, sources, contexts_of_top)),
        names=tuple(_make_candidates(names, scored, sources, contexts_of_top)),
    )


def _score_strings(
    measured: Mapping[str, Measured], segments: Sequence[Segment], background: Background
) -> dict[str, Termhood]:
    words = sum(len(segment.words) for segment in segments)
    return {
        string: score_string(entry, corpus_words=words, background=background)
        for string, entry in measured.items()
    }


def _weigh(hoods: Mapping[str, Termhood], nesting: Mapping[str, float]) -> dict[str, Termhood]:
    return {string: replace(hood, nesting=nesting[string]) for string, hood in hoods.items()}


def _collect(
    measured: Mapping[str, Measured],
    hoods: Mapping[str, Termhood],
    segments: Sequence[Segment],
    sources: Sequence[Source],
    background: Background,
) -> dict[str, Scored]:
    persons = find_persons(segments)

    def make(entry: Measured) -> Scored:
        name = classify_name(entry, persons, measured, background)
        kind = name or (CandidateKind.FORMULA if is_formula(entry.string) else CandidateKind.TERM)
        places = tuple(sorted(locate(place, segments, sources) for place in entry.occurrences))
        figures = entry.figures | {"background_per_million": background.per_million(entry.string)}
        return Scored(entry.string, kind, hoods[entry.string], places, figures)

    return {string: make(entry) for string, entry in measured.items() if hoods[string].score >= MIN_SCORE}


def _collect_slogans(segments: Sequence[Segment], sources: Sequence[Source]) -> dict[str, Scored]:
    return {slogan.key: _score_slogan(slogan, sources) for slogan in find_slogans(segments, sources)}


def _score_slogan(slogan: Slogan, sources: Sequence[Source]) -> Scored:
    places = tuple(sorted(Place(*place) for place in slogan.places))
    clusters = {sources[place.source].cluster for place in places}
    hood = score_slogan(contexts=_count_contexts(places, sources), clusters=len(clusters))
    return Scored(slogan.key, CandidateKind.SLOGAN, hood, places)


def _count_contexts(places: Sequence[Place], sources: Sequence[Source]) -> int:
    """Return how many distinct surroundings the places have, so that near-copies count once."""
    contexts = (make_context(place, sources[place.source]) for place in places)
    return len({(one.left[-NEIGHBOUR_CHARS:], one.right[:NEIGHBOUR_CHARS]) for one in contexts})


def _make_candidates(
    ranked: Sequence[Scored], scored: Mapping[str, Scored], sources: Sequence[Source], contexts_of_top: int
) -> Iterator[Candidate]:
    def spell(key: str) -> str:
        return count_spellings(scored[key].places, sources)[0] if key in scored else key

    for number, entry in enumerate(ranked):
        term, *others = count_spellings(entry.places, sources)
        yield Candidate(
            key=entry.key,
            term=term,
            kind=entry.kind,
            score=round(entry.hood.score, 4),
            count=len(entry.places),
            documents=len({place.source for place in entry.places}),
            clusters=len({sources[place.source].cluster for place in entry.places}),
            features={
                name: round(value, 4) for name, value in {**asdict(entry.hood), **entry.evidence}.items()
            },
            variants=tuple(dict.fromkeys((*others, *map(spell, entry.aliases)))),
            short_forms=tuple(map(spell, entry.short_forms)),
            contexts=choose_contexts(entry.places, sources) if number < contexts_of_top else (),
        )
