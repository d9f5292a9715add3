"""Aligning: from bilingual files to Chinese terms with the English phrases that stand for them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.alignment.declared import Declared, find_declared
from glossary.alignment.renderings import AlignedRendering, AlignedTerm, align_terms
from glossary.alignment.sampling import MOST_PAIRS
from glossary.alignment.sequences import find_sequences
from glossary.errors import InvalidInput, NotFound
from glossary.files.sides import Note
from glossary.mining.background import load_general_background
from glossary.mining.corpus import make_corpus
from glossary.mining.miner import mine
from glossary.mining.sources import Source
from glossary.model import NAME_KINDS, CandidateKind, CleanText, Concept, Document, Span, Status
from glossary.services.alignment.gathering import Gathered, gather_pairs
from glossary.services.bilingual.pairs import say_nothing
from glossary.services.progress import Progress, no_progress
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.store.pairs import list_pairs
from glossary.store.recognition import stream_terms
from glossary.text.english import word_keys
from glossary.text.folding import folded_key

LINES_OF_A_PART = 40
"""So many sentences are mined as one document; a term of several is better than one of a single passage."""
LEAST_LINKS = 2
RARE_TERM_PAIRS = 5
KINDS_ALIGNED = frozenset(CandidateKind) - NAME_KINDS - {CandidateKind.SLOGAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A rendering that was found for a term; ``status`` is the one that it has in the base, if it has any."""

    rendering: AlignedRendering
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTerm:
    """A Chinese term, in how many sentence pairs it is, the concepts that have it, and what was found."""

    term: str
    count: int
    concepts: tuple[str, ...] = ()
    renderings: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What aligning found. ``pairs`` were compared, of the ``read`` ones that have both sides."""

    pairs: int
    read: int
    terms: tuple[FoundTerm, ...]


def align_files(
    base: Base,
    paths: Sequence[Path],
    *,
    asked: Collection[str] = (),
    min_count: int = 2,
    note: Note = say_nothing,
    progress: Progress = no_progress,
) -> Alignment:
    """Return the terms of bilingual files with what stands for each in English, best first.

    The terms are those of the base and those that are mined on the spot, or only the ``asked`` ones.
    A term is left out that is in less than ``min_count`` pairs, unless a text declares its rendering. Raises
    NotFound where nothing is left, and what reading the files raises.
    """
    if not all(term.strip() for term in asked):
        raise InvalidInput("a term that is asked for is empty; give each `term` some text")
    with base.reading() as connection:
        lexicon = _read_lexicon(connection)
        gathered = gather_pairs(paths, lexicon=lexicon, asked=asked, note=note, progress=progress)
        progress("looking for terms", 0, 0)
        terms = asked or _find_terms(connection, gathered)
        progress("aligning", 0, 0)
        declared = find_declared((*gathered.pairs, *gathered.lines), terms=terms)
        doubtful = () if asked else find_sequences([pair.source for pair in gathered.pairs], terms)
        aligned = align_terms(
            gathered.pairs,
            terms,
            doubtful=doubtful,
            declared=_only(declared, asked),
            progress=lambda done, total: progress("aligning", done, total),
        )
        found = _join_base(connection, [_drop_chance(one) for one in aligned if _is_frequent(one, min_count)])
    if not any(one.renderings for one in found):
        raise NotFound(_explain_nothing(gathered, asked, min_count))
    if gathered.read > len(gathered.pairs):
        note(f"of {gathered.read:,} pairs {len(gathered.pairs):,} were compared; {MOST_PAIRS:,} at most are")
    kept = tuple(one for one in found if one.renderings)
    return Alignment(pairs=len(gathered.pairs), read=gathered.read, terms=kept)


def _read_lexicon(connection: Connection) -> Mapping[str, Sequence[str]]:
    """The terms of the base with the renderings recommended for them: anchors of whole documents."""
    lexicon: dict[str, list[str]] = {}
    for chinese, english, _ in list_pairs(connection):
        lexicon.setdefault(chinese, []).append(english)
    return lexicon


def _find_terms(connection: Connection, gathered: Gathered) -> list[str]:
    known = [text for _, text, _ in stream_terms(connection)]
    return [*known, *mine_lines([pair.source for pair in (*gathered.pairs, *gathered.lines)])]


def mine_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the candidates that are mined from some lines of Chinese, as if they were documents."""
    parts = [lines[at : at + LINES_OF_A_PART] for at in range(0, len(lines), LINES_OF_A_PART)]
    sources = [_make_source(number, part) for number, part in enumerate(parts)]
    mined = mine(make_corpus(sources), background=load_general_background(), contexts_of_top=0)
    return (one.term for one in mined.candidates if one.kind in KINDS_ALIGNED)


def _make_source(number: int, lines: Sequence[str]) -> Source:
    flat = [line.replace("\n", " ") for line in lines]
    text = "\n".join(flat)
    spans, start = [], 0
    for line in flat:
        if line.strip():
            spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    name = f"part {number}"
    document = Document(id=name, paths=(name,), text=text, kind="text", encoding="utf-8")
    return Source(document, CleanText(document=name, text=text, kept=tuple(spans)), number)


def _only(declared: Sequence[Declared], asked: Collection[str]) -> list[Declared]:
    keys = set(map(folded_key, asked))
    return [one for one in declared if not keys or folded_key(one.chinese) in keys]


def _is_frequent(aligned: AlignedTerm, min_count: int) -> bool:
    return aligned.count >= min_count or any(one.declared for one in aligned.renderings)


def _drop_chance(aligned: AlignedTerm) -> AlignedTerm:
    """Leave out what was linked once, where the term is so frequent that it may be chance."""
    least = LEAST_LINKS if aligned.count > RARE_TERM_PAIRS else 1
    kept = (one for one in aligned.renderings if one.declared or one.count >= least)
    return replace(aligned, renderings=tuple(kept))


def _join_base(connection: Connection, aligned: Sequence[AlignedTerm]) -> list[FoundTerm]:
    """Add what the base has for each term, and mark the renderings that it knows."""
    keys = {one.term: folded_key(one.term) for one in aligned}
    holders = concept_rows.holders_of_folded(connection, [*dict.fromkeys(keys.values())])
    ids = [*dict.fromkeys(id for held in holders.values() for id in held)]
    concepts = {one.id: one for one in concept_rows.find_concepts(connection, ids)}
    return [
        _join_term(one, [concepts[id] for id in holders.get(keys[one.term], ()) if id in concepts])
        for one in aligned
    ]


def _join_term(aligned: AlignedTerm, concepts: Sequence[Concept]) -> FoundTerm:
    known = {word_keys(one.text): one.status for concept in concepts for one in concept.renderings}
    return FoundTerm(
        term=aligned.term,
        count=aligned.count,
        concepts=tuple(one.id for one in concepts),
        renderings=tuple(
            Found(rendering=one, status=known.get(word_keys(one.text))) for one in aligned.renderings
        ),
    )


def _explain_nothing(gathered: Gathered, asked: Collection[str], min_count: int) -> str:
    if not gathered.pairs:
        return (
            "no rendering is declared in the text, as in 网格员 (grid worker), and it has no translation "
            "beside it; name both files"
        )
    if asked:
        return f"none of the terms asked for has a rendering in {len(gathered.pairs)} sentence pairs"
    return (
        f"no term is in {min_count} of {len(gathered.pairs)} sentence pairs and has a rendering; "
        "give more text, or a lower `min_count`"
    )
