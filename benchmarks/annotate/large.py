"""What a large base costs before a text is read, and a text that was made to cost much.

Seconds are those of the processor, each of one run.
"""

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from benchmarks.store.generated import generate_concepts
from glossary.recognition.automaton import Automaton, Layer, build_automaton, build_layer
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_terms
from glossary.recognition.keeping import pack_layer, unpack_layer
from glossary.text.folding import folded_key

SIZES = (240_000, 960_000)
CHANGED = 2_000
SEED = 20_261_122
LONGEST_CHARS = 1_000
HOSTILE_TEXT_CHARS = 300_000
Made = TypeVar("Made")


def generated_terms(number: int) -> list[str]:
    """Return so many Chinese terms of generated concepts."""
    concepts = generate_concepts(number)
    return [*islice((term.text for concept in concepts for term in concept.terms), number)]


def print_large_bases() -> None:
    """Print what making, keeping and changing an automaton takes."""
    print(f"\n{'terms of a base':>15}{'made':>8}{'read':>8}{'MB':>8}{'changed':>9}   seconds")
    terms = generated_terms(SIZES[-1])
    keys = [*map(folded_key, terms)]
    for size in SIZES:
        making, layer = _time(partial(_make, keys[:size], terms[:size]))
        kept = pack_layer(layer, {})
        reading, _ = _time(partial(unpack_layer, kept))
        changing, _ = _time(partial(_find_after_changes, layer, keys[:size]))
        print(f"{size:15,}{making:8.2f}{reading:8.2f}{len(kept) / 1e6:8.1f}{changing:9.3f}")


def _make(keys: Sequence[str], terms: Sequence[str]) -> Layer:
    return build_layer(map(Entry, keys, terms))


def _find_after_changes(layer: Layer, keys: Sequence[str]) -> None:
    old = random.Random(SEED).sample(keys, CHANGED)
    new = [Entry(f"{key}新", f"{key}新") for key in old]
    find_terms(old[0], Automaton(layer).overlaid(new, {*old}))


def print_hostile_texts() -> None:
    """Print what a text of one character takes where the terms are made of that one too."""
    text = "啊" * HOSTILE_TEXT_CHARS
    hostile = {
        "a term of 2 characters": [2],
        f"a term of {LONGEST_CHARS:,}, the most allowed": [LONGEST_CHARS],
        f"terms of 2 to {LONGEST_CHARS:,}": [*range(2, LONGEST_CHARS + 1)],
    }
    print(f"\n{'in a text of nothing but 啊':32}{'µs a character':>16}")
    for name, lengths in hostile.items():
        automaton = build_automaton(Entry("啊" * length, "啊" * length) for length in lengths)
        seconds, _ = _time(partial(find_terms, text, automaton))
        print(f"{name:32}{seconds / len(text) * 1e6:16.2f}")


def _time(way: Callable[[], Made]) -> tuple[float, Made]:
    begun = time.process_time()
    made = way()
    return time.process_time() - begun, made
