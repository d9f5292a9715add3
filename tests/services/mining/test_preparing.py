"""Documents are made ready in batches, here or in several processes, with the same outcome."""

import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import fields, is_dataclass
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import numpy
import pytest

from glossary.documents import clean, read_documents
from glossary.errors import ProcessLost
from glossary.model import Document
from glossary.services.mining import preparing
from glossary.services.mining.preparing import (
    Batch,
    Work,
    batch_files,
    batch_stored,
    prepare_batch,
    prepare_batches,
)
from glossary.text.packing import pack, unpack

SECONDS = 60
NO_WORK = Work(frozenset(), 1)
TEXTS = [
    f"第{number}号海堤的巡海员（又称守港人）每天走两遍。\n“智慧海堤{number}”接入渔港，潮汐预警从这里发出。\n"
    for number in "一二三四五六"
]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def batches(files: list[Path]) -> list[Batch]:
    """One batch a file."""
    return [batch for path in files for batch in batch_files([path])]


def facts(value: Any) -> Any:
    """All that is in a value and what it holds, comparable."""
    if isinstance(value, numpy.ndarray):
        return value.tolist()
    if isinstance(value, Mapping):
        return {key: facts(one) for key, one in value.items()}
    if is_dataclass(value):
        return {field.name: facts(getattr(value, field.name)) for field in fields(value)}
    return [facts(one) for one in value] if isinstance(value, tuple | list) else value


def test_files_are_put_together_up_to_a_batch(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [path.stat().st_size for path in files]
    monkeypatch.setattr(preparing, "BATCH_BYTES", sum(sizes[:2]))
    gathered = list(batch_files(files))
    assert [len(batch.files) for batch in gathered] == [2, 2, 2]
    assert [path for batch in gathered for path in batch.files] == files
    assert sum(batch.size for batch in gathered) == sum(sizes)


def test_stored_documents_are_put_together_up_to_a_batch(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "BATCH_BYTES", len(TEXTS[0]) * 4)
    documents = [pack(one) for one in read_documents(files) if isinstance(one, Document)]
    assert [len(batch.stored) for batch in batch_stored(documents)] == [4, 2]


def test_a_file_that_is_gone_is_batched_without_a_size(tmp_path: Path) -> None:
    (batch,) = batch_files([tmp_path / "absent.txt"])
    assert batch.size == 0


def test_nothing_makes_no_batches() -> None:
    assert list(batch_files([])) == list(batch_stored([])) == []


def test_one_bad_file_in_a_batch_is_named_and_the_others_are_prepared(files: list[Path]) -> None:
    files[1].write_bytes(b"")
    prepared = prepare_batch(Batch(0, files=tuple(files[:3])), NO_WORK)
    assert [Path(one.path).name for one in prepared.unread] == ["1.txt"]
    assert [unpack(one.document).text for one in prepared.documents] == [TEXTS[0], TEXTS[2]]
    assert len(prepared.shard.ends) == 2


def test_a_prepared_document_has_all_that_mining_asks_of_it(files: list[Path]) -> None:
    (batch,) = batches(files[:1])
    (one,) = prepare_batch(batch, Work(frozenset({"巡海员", "绿道"}), 1)).documents
    assert one.kept_characters == clean(unpack(one.document)).kept_characters > 0
    assert [pair.name for pair in one.findings.declarations] == ["守港人"]
    assert {key: len(spans) for key, spans in one.known.items()} == {"巡海员": 1}


def test_grams_are_sampled_as_the_work_says(files: list[Path]) -> None:
    (batch,) = batches(files[:1])
    every, few = (
        next(iter(prepare_batch(batch, Work(frozenset(), sampled)).grams.values())) for sampled in (1, 4)
    )
    assert 0 < len(few) < len(every)


def test_what_the_base_holds_is_prepared_like_what_is_read(files: list[Path]) -> None:
    documents = [pack(one) for one in read_documents(files[:1]) if isinstance(one, Document)]
    read, held = (
        facts(list(prepare_batches([*made], NO_WORK)))
        for made in (batches(files[:1]), batch_stored(documents))
    )
    assert (read[0].pop("was_read"), held[0].pop("was_read")) == (True, False)
    assert read == held


def test_batches_come_in_their_order_and_progress_hears_their_sizes(files: list[Path]) -> None:
    heard: list[int] = []
    prepared = list(prepare_batches(batches(files), NO_WORK, progress=heard.append))
    assert heard == [path.stat().st_size for path in files]
    assert [unpack(batch.documents[0].document).text for batch in prepared] == TEXTS


@pytest.mark.slow
def test_several_processes_give_what_one_gives(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    files[2].write_bytes(b"")
    work = Work(frozenset({"海堤"}), 2)
    alone = facts(list(prepare_batches(batches(files), work)))
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    monkeypatch.setattr(preparing, "_count_processes", lambda: 2)
    assert facts(list(prepare_batches(batches(files), work))) == alone


@pytest.mark.slow
def test_this_process_does_work_of_its_own_while_others_prepare(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    done: list[str] = []
    prepared = prepare_batches(batches(files), NO_WORK, meanwhile=lambda: done.append("once"))
    assert (len(list(prepared)), done) == (len(files), ["once"])


@pytest.mark.slow
def test_a_stop_while_several_processes_work_ends_them(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    monkeypatch.setattr(preparing, "_count_processes", lambda: 2)

    ended: list[str] = []
    monkeypatch.setattr(preparing, "active_children", lambda: ended.append("in the middle of it") or [])

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(prepare_batches(batches(files), NO_WORK, progress=stop))
    assert ended == []  # half a message would leave the pool waiting for ever
    for process in active_children():
        process.join(SECONDS)
    assert active_children() == []


@pytest.mark.slow
def test_who_waits_for_a_large_file_is_told_so_and_can_stop_soon(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    monkeypatch.setattr(preparing, "BEAT_SECONDS", 0.01)
    monkeypatch.setattr(preparing, "GRACE_SECONDS", 0.01)
    monkeypatch.setattr(preparing, "read_file", lambda _: time.sleep(SECONDS))
    heard: list[int] = []

    def stop(size: int) -> None:
        heard.append(size)
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(prepare_batches(batches(files), NO_WORK, progress=stop))
    assert heard == [0]
    assert time.monotonic() - begun < SECONDS / 2


def test_a_process_that_is_ended_by_somebody_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(ThreadPoolExecutor):
        def __init__(self, *_: object, **__: object) -> None:
            super().__init__(1)

        def submit(self, *_: object, **__: object) -> Future[Any]:
            promise: Future[Any] = Future()
            promise.set_exception(BrokenProcessPool())
            return promise

    monkeypatch.setattr(preparing, "ProcessPoolExecutor", Killed)
    monkeypatch.setattr(preparing, "PARALLEL_FROM_BYTES", 0)
    with pytest.raises(ProcessLost, match="fewer files"):
        list(prepare_batches([Batch(1)], NO_WORK))
