"""StarDict 3: .ifo says what is there, .idx and .syn are found by bisection, .dict holds the texts."""

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from glossary.formats.declaration import DEFAULT_STEM, ExportOptions, ExportReport, Tally
from glossary.formats.entries.words import entry_lines, known_renderings, read_aloud, spellings
from glossary.formats.folder import replace_all
from glossary.formats.pairs.offering import flatten
from glossary.model import Concept

LONGEST_WORD_BYTES = 255
TITLE = "Chinese-English glossary"
TEXT_TYPE = "m"
INDEX_ENTRY = struct.Struct(">II")
SYNONYM_ENTRY = struct.Struct(">I")


class Texts(NamedTuple):
    """What is said under each word, and the words that lead to it."""

    said: dict[str, list[str]]
    synonyms: dict[str, dict[str, None]]


def write_stardict(concepts: Iterable[Concept], out: Path, *, options: ExportOptions) -> ExportReport:
    """Write the four files into the folder ``out``, all or none; all texts are kept in memory."""
    tally = Tally()
    texts = gather_texts(concepts, tally)
    words = sorted(texts.said, key=stardict_order)
    index, data = make_index(words, texts.said)
    synonyms, count = make_synonyms(words, texts.synonyms)
    facts = {
        "version": "3.0.0",
        "bookname": TITLE,
        "wordcount": len(words),
        "synwordcount": count,
        "idxfilesize": len(index),
        "sametypesequence": TEXT_TYPE,
        **({"date": options.date.replace("-", ".")} if options.date else {}),
    }
    files = {".ifo": show_facts(facts), ".idx": index, ".dict": data, ".syn": synonyms}
    replace_all(out, {DEFAULT_STEM + suffix: content for suffix, content in files.items()})
    return tally.report()


def gather_texts(concepts: Iterable[Concept], tally: Tally) -> Texts:
    """Return the texts by head; homographs share one, and each other word leads to its head."""
    texts = Texts({}, {})
    for concept in concepts:
        head = flatten(concept.head.text)
        if not fits(head):
            tally.leave_out(concept, f"concept {head[:20]!r}", "StarDict takes words of 255 bytes at most")
            tell_renderings(concept, tally)
            continue
        lines = [f"{head}  {read_aloud(concept.head)}", *entry_lines(concept, concept.head)]
        texts.said.setdefault(head, []).append("\n".join(lines))
        words = [flatten(spelling) for term in concept.terms for spelling in spellings(term)]
        for word in (*words, *map(flatten, known_renderings(concept))):
            if word != head and fits(word):
                texts.synonyms.setdefault(word, {})[head] = None
        tally.count(len(concept.renderings))
    return texts


def tell_renderings(concept: Concept, tally: Tally) -> None:
    """Tell that the renderings of a concept without a place are not there either."""
    for rendering in concept.renderings:
        tally.leave_out(concept, f"rendering {rendering.text!r}", "its Chinese term has no place")


def fits(word: str) -> bool:
    """Return whether StarDict takes a word."""
    return len(word.encode()) <= LONGEST_WORD_BYTES


def stardict_order(word: str) -> tuple[bytes, bytes]:
    """Return by what words stand in order: bytes without the case of ASCII letters, then bytes."""
    raw = word.encode()
    return raw.lower(), raw


def make_index(words: Iterable[str], said: Mapping[str, list[str]]) -> tuple[bytes, bytes]:
    """Return the index and the texts that it points into."""
    index, data = bytearray(), bytearray()
    for word in words:
        text = "\n\n".join(said[word]).encode()
        index += word.encode() + b"\0" + INDEX_ENTRY.pack(len(data), len(text))
        data += text
    return bytes(index), bytes(data)


def make_synonyms(words: list[str], synonyms: Mapping[str, Mapping[str, None]]) -> tuple[bytes, int]:
    """Return the file of synonyms, and how many it holds."""
    places = {word: place for place, word in enumerate(words)}
    entries = [
        synonym.encode() + b"\0" + SYNONYM_ENTRY.pack(places[head])
        for synonym in sorted(synonyms, key=stardict_order)
        for head in synonyms[synonym]
    ]
    return b"".join(entries), len(entries)


def show_facts(facts: Mapping[str, object]) -> bytes:
    """Return the .ifo file."""
    lines = ["StarDict's dict ifo file", *(f"{name}={value}" for name, value in facts.items())]
    return ("\n".join(lines) + "\n").encode()
