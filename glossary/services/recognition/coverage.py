"""How much of the recurring terms of some documents the base covers; nothing is written anywhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from glossary.documents import find_files
from glossary.errors import NothingMined
from glossary.model import NAME_KINDS, Candidate, Document, PackedDocument, Unread
from glossary.recognition.blocks import cut_blocks
from glossary.report.annotation import Mark, MarkedText, Naming
from glossary.report.coverage import Coverage, Readiness, RecurringTerm, judge_readiness
from glossary.services.mining.library import without_copies
from glossary.services.mining.preparing import batch_files
from glossary.services.mining.running import prepare, run
from glossary.services.mining.settings import Settings
from glossary.services.progress import Progress, no_progress
from glossary.services.recognition.annotating import Annotator
from glossary.services.recognition.lexicon import Lexicon
from glossary.services.recognition.texts import named_paths
from glossary.text.folding import folded_key
from glossary.text.packing import unpack

SIDE_CHARS = 24


@dataclass(frozen=True, slots=True)
class Covered:
    """What was found out, of which documents, and what could not be read."""

    coverage: Coverage
    documents: tuple[PackedDocument, ...]
    unread: tuple[Unread, ...]


@dataclass(slots=True)
class _Known:
    """A known term while it is counted: how often, in which documents, and its first place."""

    naming: Naming
    count: int = 0
    documents: set[str] = field(default_factory=set)
    context: tuple[str, str, str] = ("", "", "")


def cover_paths(
    lexicon: Lexicon, paths: Sequence[str], settings: Settings, *, progress: Progress = no_progress
) -> Covered:
    """Return how much of what recurs in the documents at the paths the base covers; ``-`` is stdin.

    What recurs is mined on the spot, and known terms are counted beside it. Both must occur as often as the
    settings say, a mined string outside the known terms that hold it: 三无 in “三无”船舶 does not count.
    Near-copies of a text count once, else all that is in it would recur.
    Raises NothingMined where no document could be read.
    """
    with named_paths(paths) as names:
        walked = list(find_files(names))
        library = prepare(
            [*batch_files(one for one in walked if isinstance(one, Path))], frozenset(), progress=progress
        )
    failed = (*(one for one in walked if isinstance(one, Unread)), *library.unread)
    unread = tuple(replace(one, path=names.get(one.path, one.path)) for one in failed)
    if not library.documents:
        reasons = "; ".join(f"{one.path}: {one.reason}" for one in unread)
        raise NothingMined(f"no document could be read: {reasons or 'nothing to read there'}")
    counted = without_copies(library)
    copies = len(library.counting) - len(counted.documents)
    documents = tuple(_named(counted.documents[id].prepared.document, names) for id in counted.ids)
    known = _count_known(lexicon, documents)
    mined = run(counted, settings, known=frozenset(), progress=progress).mined.candidates[: settings.top]
    missing = _list_missing(lexicon, mined, known, settings.min_count)
    terms = [*_list_known(known, settings.min_count), *missing]
    characters = sum(one.characters for one in documents)
    ranked = sorted(terms, key=lambda one: (-one.count, one.term))
    return Covered(Coverage(ranked, len(documents), characters, copies), documents, unread)


def mark_documents(
    lexicon: Lexicon, documents: Iterable[PackedDocument]
) -> Iterator[tuple[PackedDocument, MarkedText]]:
    """Yield each document's passages with their known terms marked; offsets are those of the document."""
    annotator = Annotator(lexicon)
    for packed in documents:
        document = unpack(packed)
        for passage in annotator.annotate(_cut(document), kind=document.kind):
            yield packed, passage


def _named(document: PackedDocument, names: Mapping[str, str]) -> PackedDocument:
    """Return the document with the names to show as its paths."""
    header = document.header
    return replace(
        document, header=replace(header, paths=tuple(names.get(path, path) for path in header.paths))
    )


def _count_known(lexicon: Lexicon, documents: Iterable[PackedDocument]) -> Collection[_Known]:
    known: dict[tuple[str, ...], _Known] = {}
    for document, passage in mark_documents(lexicon, documents):
        for mark in passage.marks:
            ids_named = tuple(sense.concept.id for sense in mark.naming.senses)
            one = known.setdefault(
                (mark.naming.term, *ids_named), _Known(mark.naming, context=_context(passage, mark))
            )
            one.count += 1
            one.documents.add(document.id)
    return known.values()


def _cut(document: Document) -> Iterator[str]:
    return (document.text[start:end] for start, end in cut_blocks(document.text))


def _context(passage: MarkedText, mark: Mark) -> tuple[str, str, str]:
    start, end = mark.start - passage.start, mark.end - passage.start
    left = passage.text[max(0, start - SIDE_CHARS) : start].rpartition("\n")[2]
    right = passage.text[end : end + SIDE_CHARS].partition("\n")[0]
    return left, mark.text, right


def _list_known(known: Iterable[_Known], min_count: int) -> Iterator[RecurringTerm]:
    for one in known:
        if one.count >= min_count:
            left, keyword, right = one.context
            yield RecurringTerm(
                term=one.naming.term,
                count=one.count,
                documents=len(one.documents),
                readiness=judge_readiness(one.naming),
                left=left,
                keyword=keyword,
                right=right,
                rendering=one.naming.best,
                concepts=tuple(sense.concept.id for sense in one.naming.senses),
            )


def _list_missing(
    lexicon: Lexicon, mined: Sequence[Candidate], counted: Collection[_Known], min_count: int
) -> Iterator[RecurringTerm]:
    within = {folded_key(one.naming.term): one.count for one in counted}
    forms = {one.key: _forms(one) for one in mined if one.kind not in NAME_KINDS}
    known = lexicon.known_keys([form for some in forms.values() for form in some])
    for one in mined:
        apart = one.count - sum(count for key, count in within.items() if one.key in key)
        if apart >= min_count and one.key in forms and known.isdisjoint(forms[one.key]):
            context = one.contexts[0] if one.contexts else None
            yield RecurringTerm(
                term=one.term,
                count=apart,
                documents=one.documents,
                readiness=Readiness.MISSING,
                left=context.left[-SIDE_CHARS:] if context else "",
                keyword=context.keyword if context else one.term,
                right=context.right[:SIDE_CHARS] if context else "",
            )


def _forms(candidate: Candidate) -> list[str]:
    """Return the keys under which the base may know a candidate."""
    texts = (candidate.term, *candidate.variants, *candidate.short_forms)
    return [candidate.key, *map(folded_key, texts)]
