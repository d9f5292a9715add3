"""What is read and what the base holds becomes one library: each document once, samples apart."""

from pathlib import Path

import pytest
from articles import CHANNEL, DYKE, DYKE_COPY, SAMPLE

from glossary.documents import clean, duplicates, read_documents
from glossary.mining.corpus import Corpus
from glossary.mining.places import Place
from glossary.model import Document, PackedDocument
from glossary.services.mining.library import (
    Library,
    UnpackedSources,
    find_clusters,
    find_known,
    join_words,
    make_corpus,
)
from glossary.services.mining.preparing import Batch, batch_files, batch_stored
from glossary.services.mining.running import prepare
from glossary.text.packing import pack

NO_KEYS: frozenset[str] = frozenset()


def write(folder: Path, **texts: str) -> list[Path]:
    """Write a file for each text and return the paths in their order."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def stored(*paths: Path) -> list[PackedDocument]:
    """What the base would hold of some files."""
    return [pack(one) for one in read_documents(paths) if isinstance(one, Document)]


def read(*paths: Path) -> list[Batch]:
    return [*batch_files(paths)]


def library(*batches: Batch, keys: frozenset[str] = NO_KEYS) -> Library:
    return prepare(batches, keys)


def corpus_of(found: Library, ids: list[str]) -> Corpus:
    """The corpus of the documents of these ids, each of its own cluster."""
    return make_corpus(found, ids, join_words(found, ids), range(len(ids)))


def test_one_document_under_two_paths_is_held_once_with_both(tmp_path: Path) -> None:
    paths = write(tmp_path, b=DYKE, a=DYKE)
    (held,) = library(*read(*paths)).documents.values()
    assert held.prepared.document.header.paths == tuple(map(str, paths))


def test_one_document_in_two_batches_is_held_once_at_its_first_place(tmp_path: Path) -> None:
    paths = write(tmp_path, a=CHANNEL, b=DYKE, c=CHANNEL)
    found = library(*read(*paths[:2]), *read(paths[2]))
    assert len(found.documents) == 2
    assert {held.place for held in found.documents.values()} == {(0, 0), (0, 1)}


def test_a_file_that_the_base_holds_too_is_named_by_the_paths_of_this_call(tmp_path: Path) -> None:
    old, new = write(tmp_path, old=DYKE, new=DYKE)
    (held,) = library(*read(new), *batch_stored(stored(old))).documents.values()
    assert held.prepared.document.header.paths == (str(new),)
    assert held.was_read


def test_what_comes_from_the_base_alone_was_not_read(tmp_path: Path) -> None:
    dyke, channel = write(tmp_path, dyke=DYKE, channel=CHANNEL)
    found = library(*read(dyke), *batch_stored(stored(channel)))
    (first,), (second,) = stored(dyke), stored(channel)
    assert found.documents[first.id].was_read
    assert not found.documents[second.id].was_read


def test_samples_do_not_count_beside_other_documents(tmp_path: Path) -> None:
    sample, dyke = write(tmp_path, sample=SAMPLE, dyke=DYKE)
    found = library(*read(sample, dyke))
    (only,) = stored(dyke)
    assert found.counting == [only.id]
    assert len(found.ids) == 2


def test_samples_count_where_there_is_nothing_else(tmp_path: Path) -> None:
    found = library(*read(*write(tmp_path, sample=SAMPLE)))
    assert found.counting == found.ids


def test_ids_ascend_whatever_the_order_of_reading(tmp_path: Path) -> None:
    paths = write(tmp_path, a=DYKE, b=CHANNEL, c=SAMPLE)
    forward, backward = library(*read(*paths)), library(*read(*reversed(paths)))
    assert forward.ids == backward.ids == sorted(forward.ids)


def test_what_could_not_be_read_is_kept_with_its_reason(tmp_path: Path) -> None:
    paths = write(tmp_path, a=DYKE, empty="")
    found = library(*read(*paths))
    assert [(one.path, len(found.documents)) for one in found.unread] == [(str(paths[1]), 1)]


def test_near_copies_share_a_cluster(tmp_path: Path) -> None:
    paths = write(tmp_path, a=DYKE, b=CHANNEL, c=DYKE_COPY)
    found = library(*read(*paths))
    ids = [one.id for path in paths for one in stored(path)]
    first, other, copy = find_clusters(found, ids)
    assert first == copy != other


def compared(found: Library) -> list[int]:
    """The sampled 8-grams of the only document, as they are compared."""
    (held,) = found.documents.values()
    rate = duplicates.sampling_rate(held.prepared.document.characters)
    (grams,) = duplicates.sample_grams([*found.grams.values()], rate=rate)
    return grams.tolist()


def test_what_is_compared_of_a_document_does_not_depend_on_how_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates, "MOST_COMPARED_GRAMS", 50)
    page = tmp_path / "page.html"
    lines = "".join(f"<p class='{'x' * 200}'>{line}</p>" for line in DYKE.split("\n"))
    page.write_text(f"<!doctype html><html><body>{lines}</body></html>", encoding="utf-8")
    from_base = compared(library(*batch_stored(stored(page))))
    assert compared(library(*read(page))) == from_base
    assert from_base


def test_what_is_compared_of_a_document_is_the_same_when_it_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write(tmp_path, a=DYKE)
    (once,) = library(*read(path)).documents.values()
    monkeypatch.setattr(duplicates, "MOST_COMPARED_GRAMS", once.prepared.document.characters)
    again = library(*read(path), *batch_stored(stored(path)))
    assert compared(again) == compared(library(*batch_stored(stored(path))))


def test_a_corpus_has_the_words_of_the_chosen_documents_in_their_order(tmp_path: Path) -> None:
    paths = write(tmp_path, a="海堤。", b="渔港。", c="潮位。")
    ids = [one.id for path in paths for one in stored(path)]
    corpus = corpus_of(library(*read(*paths)), [ids[2], ids[0]])
    stream = corpus.stream
    assert [stream.words[word] for word in stream.ids.tolist() if stream.is_word[word]] == ["潮位", "海堤"]
    assert [corpus.sources[number].document.id for number in range(2)] == [ids[2], ids[0]]
    assert corpus.text_of(1) == "海堤。"


def test_a_corpus_knows_where_characters_were_lost(tmp_path: Path) -> None:
    paths = write(tmp_path, a="海堤。", b="渔\ufffd港。")
    ids = [one.id for path in paths for one in stored(path)]
    assert corpus_of(library(*read(*paths)), ids).lost == {1: (1,)}


def test_keys_are_found_in_the_documents_asked_for(tmp_path: Path) -> None:
    paths = write(tmp_path, a="海堤。", b="“海堤”渔港。")
    found = library(*read(*paths), keys=frozenset({"海堤", "渔港"}))
    ids = [one.id for path in paths for one in stored(path)]
    assert {key: list(places) for key, places in find_known(found, ids, {"海堤"}).items()} == {
        "海堤": [Place(0, 0, 2), Place(1, 1, 3)]
    }
    assert list(find_known(found, ids[1:], {"渔港"})["渔港"]) == [Place(0, 4, 6)]


def test_a_source_is_unpacked_and_repaired_when_it_is_asked_for(tmp_path: Path) -> None:
    held = library(*read(*write(tmp_path, a="渗(shèn)水点。\n\n责编:某某", b="海堤。"))).documents.values()
    sources = UnpackedSources([one.prepared for one in held], [7, 8])
    assert (sources[0].clean, sources[0].cluster) == (clean(sources[0].document), 7)
    assert sources.text_of(0) == "渗水点。\n\n责编:某某"
    assert sources[0].document.text == "渗(shèn)水点。\n\n责编:某某"
    assert [one.cluster for one in sources[:]] == [7, 8]
    assert len(sources) == 2
