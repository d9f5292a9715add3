"""Documents made ready to be mined, in several processes where there is much to do."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from multiprocessing import active_children
from pathlib import Path
from typing import TypeVar

import numpy
from numpy.typing import NDArray

from glossary.documents import clean
from glossary.documents.duplicates import Grams, hash_grams
from glossary.documents.reading import read_file
from glossary.errors import ProcessLost
from glossary.mining.findings import Findings, study
from glossary.mining.search import KeySearch, Span
from glossary.mining.shards import Shard, cut_shard
from glossary.model import CleanText, Document, PackedDocument, Unread
from glossary.text.masking import mask
from glossary.text.packing import pack, unpack

BATCH_BYTES = 500_000
PARALLEL_FROM_BYTES = 3_000_000
BEAT_SECONDS = 0.5
GRACE_SECONDS = 5.0
"""So long the other processes have to finish what they do when all is stopped: batches take tenths of it."""
PLAIN_NAMES = frozenset({".txt", ".md"})
MOST_BYTES_OF_A_CHARACTER = 4

WARMING_UP = pack(Document(id="", paths=(), text="综治中心(以下简称“中心”)，１。", kind="text", encoding=""))

Progress = Callable[[int], None]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Batch:
    """Files still to be read, or documents that the base holds.

    ``size`` is in bytes or characters; ``characters`` are how many it has at least: plain files of one size
    may be copies, and of others the size does not tell.
    """

    size: int
    characters: int = 0
    files: tuple[Path, ...] = ()
    stored: tuple[PackedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What every document is asked for: where ``keys`` stand, one of how many of its 8-grams."""

    keys: frozenset[str]
    sampled: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """One document with all that mining asks of it, but for its words.

    ``kept`` are the starts and ends of what its repaired text keeps, a row a line; ``lost`` says where
    characters were lost, ``known`` where the keys stand that were asked for.
    """

    document: PackedDocument
    kept: NDArray[numpy.int32]
    repairs: Mapping[str, int]
    lost: tuple[int, ...]
    findings: Findings
    known: Mapping[str, Sequence[Span]]

    @property
    def kept_characters(self) -> int:
        """How many characters of the text are mined."""
        return int((self.kept[:, 1] - self.kept[:, 0]).sum())


@dataclass(frozen=True, slots=True)
class PreparedBatch:
    """The documents of a batch, their words in the same order, and what could not be read.

    ``grams`` are the hashed 8-grams of each document, by its id; ``was_read``: they come from files.
    """

    documents: tuple[Prepared, ...]
    grams: Mapping[str, Grams]
    unread: tuple[Unread, ...]
    shard: Shard
    was_read: bool


def prepare_batches(
    batches: Sequence[Batch],
    work: Work,
    *,
    progress: Progress = lambda _: None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[PreparedBatch]:
    """Yield what was made of each batch, in order; ``progress`` hears how many bytes each had.

    ``meanwhile`` is done by this process where others work; while these take long over a batch, ``progress``
    hears of no bytes every half second, so that whoever waits sees that work goes on.

    An interrupt ends the other processes too, in seconds; they themselves do not hear it.
    """
    prepare = partial(prepare_batch, work=work)
    if sum(batch.size for batch in batches) < PARALLEL_FROM_BYTES:
        yield from _tell(map(prepare, batches), batches, progress)
        return
    prepare(Batch(0, stored=(WARMING_UP,)))  # loads dictionaries and tables once, for forked processes too
    gc.freeze()  # what is here now stays shared with forked processes
    promised: deque[Future[PreparedBatch]] = deque()
    with ProcessPoolExecutor(_count_processes(), initializer=_leave_interrupts_to_parent) as pool:
        try:
            promised.extend(pool.submit(prepare, batch) for batch in batches)
            meanwhile()
            yield from _tell(_collect(promised, progress), batches, progress)
        except BrokenProcessPool:
            raise ProcessLost from None
        except BaseException:
            _end_others(promised)
            pool.shutdown(wait=True, cancel_futures=True)
            raise
        finally:
            gc.unfreeze()


def _collect(promised: deque[Future[PreparedBatch]], progress: Progress) -> Iterator[PreparedBatch]:
    while promised:
        while not wait([promised[0]], timeout=BEAT_SECONDS).done:
            progress(0)
        yield promised.popleft().result()


def _end_others(promised: Iterable[Future[PreparedBatch]]) -> None:
    """Let the other processes finish what they have begun; end them only where that takes long.

    A file of 60 MB takes half a minute. Who is ended while it hands over what it made, as one that works on
    small batches often is, leaves half a message, for whose other half the pool would wait for ever.
    """
    begun = [one for one in promised if not one.cancel()]
    if wait(begun, timeout=GRACE_SECONDS).not_done:
        for process in active_children():
            process.terminate()


def _tell(
    prepared: Iterable[PreparedBatch], batches: Sequence[Batch], progress: Progress
) -> Iterator[PreparedBatch]:
    for one, batch in zip(prepared, batches, strict=True):
        progress(batch.size)
        yield one


def _count_processes() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not say
        return os.cpu_count() or 1


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def batch_files(files: Iterable[Path]) -> Iterator[Batch]:
    """Yield batches of about a megabyte of files, in their order."""
    counted: set[int] = set()
    for gathered, size in _gather((path, _size_of(path)) for path in files):
        plain = {_size_of(path) for path in gathered if path.suffix.lower() in PLAIN_NAMES} - counted
        counted |= plain
        yield Batch(size, sum(plain) // MOST_BYTES_OF_A_CHARACTER, files=gathered)


def batch_stored(documents: Iterable[PackedDocument]) -> Iterator[Batch]:
    """Yield batches of about a million characters of documents that the base holds, in their order."""
    for stored, size in _gather((document, document.characters) for document in documents):
        yield Batch(size, size, stored=stored)


def _gather(sized: Iterable[tuple[Thing, int]]) -> Iterator[tuple[tuple[Thing, ...], int]]:
    gathered: list[Thing] = []
    size = 0
    for thing, own_size in sized:
        gathered.append(thing)
        size += own_size
        if size >= BATCH_BYTES:
            yield tuple(gathered), size
            gathered, size = [], 0
    if gathered:
        yield tuple(gathered), size


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def prepare_batch(batch: Batch, work: Work) -> PreparedBatch:
    """Return what a batch holds, ready to be mined; what cannot be read is said and passed over."""
    read = [one for path in batch.files for one in read_file([path])]
    documents = [one for one in read if isinstance(one, Document)]
    packed = [*map(pack, documents), *batch.stored]
    documents.extend(map(unpack, batch.stored))
    cleaned = [clean(document) for document in documents]
    masked = [mask(text) for text in cleaned]
    search = _search_for(work.keys)
    parts = [*zip(packed, cleaned, masked, strict=True)]
    return PreparedBatch(
        documents=tuple(_prepare(*part, search) for part in zip(parts, study(masked), strict=True)),
        grams={one.id: hash_grams(text, sampled=work.sampled) for one, _, text in parts},
        unread=tuple(one for one in read if isinstance(one, Unread)),
        shard=cut_shard(masked),
        was_read=bool(batch.files),
    )


@lru_cache(maxsize=1)
def _search_for(keys: frozenset[str]) -> KeySearch:
    """Return the search for some keys, which a process makes once for all its batches."""
    return KeySearch(keys)


def _prepare(parts: tuple[PackedDocument, CleanText, str], findings: Findings, search: KeySearch) -> Prepared:
    packed, text, masked = parts
    return Prepared(
        document=packed,
        kept=numpy.fromiter(chain.from_iterable(text.kept), dtype=numpy.int32).reshape(-1, 2),
        repairs=text.repairs,
        lost=text.lost,
        findings=findings,
        known=search.find(masked),
    )
