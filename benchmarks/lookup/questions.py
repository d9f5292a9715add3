"""What to ask: drawn from the terms that are there, the common pairs of characters among them."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.store.generated import make_id
from benchmarks.store.questions import QUERIES, SEED, draw_bigrams
from glossary.text.readings import syllables

ALIKE = {"zh": "z", "ch": "c", "sh": "s", "l": "n", "h": "f", "r": "l", "z": "zh", "c": "ch", "s": "sh"}
WRONG = "的了和是在"
MOST_PREFIX_CHARS = 4
MOST_INFIX_CHARS = 4


def draw_questions(path: Path) -> dict[str, list[str]]:
    """Return a thousand queries of each kind; the same base and the same seed give the same ones."""
    draw = random.Random(SEED)
    terms = _draw(path, draw, "NOT is_rendering ORDER BY position")
    readings = [[one[0] for one in syllables(term) if one] for term in terms]
    return {
        "exact": terms,
        "prefix": [term[: draw.randint(1, MOST_PREFIX_CHARS)] for term in terms],
        "infix": _draw_infixes(path, terms, draw),
        "pinyin": ["".join(one) for one in readings],
        "pinyin, begun": ["".join(one)[: draw.randint(2, 12)] for one in readings],
        "initials": ["".join(syllable[0] for syllable in one) for one in readings],
        "fuzzy pinyin": ["".join(_confuse(one, draw)) for one in readings],
        "one wrong character": [_spoil(term, draw) for term in terms if len(term) > 2],
        "English": [
            " ".join(text.split()[: draw.randint(1, 3)]) for text in _draw(path, draw, "is_rendering")
        ],
    }


def _draw_infixes(path: Path, terms: list[str], draw: random.Random) -> list[str]:
    """Return pairs, the commonest among them, and parts of three and four characters, half and half."""
    pairs = draw_bigrams(path)[: QUERIES // 2]
    longer = [term for term in terms if len(term) > MOST_INFIX_CHARS]
    return [*pairs, *(_cut(term, draw) for term in longer)][:QUERIES]


def _cut(term: str, draw: random.Random) -> str:
    length = draw.randint(3, MOST_INFIX_CHARS)
    at = draw.randrange(len(term) - length + 1)
    return term[at : at + length]


def _confuse(reading: list[str], draw: random.Random) -> Iterator[str]:
    """Yield the syllables, one of them with the beginning that it is often confused with, if any can be."""
    places = [at for at, one in enumerate(reading) if _beginning(one)]
    chosen = draw.choice(places) if places else -1
    for at, one in enumerate(reading):
        beginning = _beginning(one) if at == chosen else ""
        yield ALIKE[beginning] + one[len(beginning) :] if beginning else one


def _beginning(syllable: str) -> str:
    return next((one for one in ALIKE if syllable.startswith(one)), "")


def _spoil(term: str, draw: random.Random) -> str:
    """Return a term with a character wrong, lost, added, or swapped with the next one."""
    at = draw.randrange(len(term) - 1)
    wrong = draw.choice(WRONG)
    ways = (
        term[:at] + wrong + term[at + 1 :],
        term[:at] + term[at + 1 :],
        term[:at] + wrong + term[at:],
        term[:at] + term[at + 1] + term[at] + term[at + 2 :],
    )
    return draw.choice(ways)


def _draw(path: Path, draw: random.Random, which: str) -> list[str]:
    """Return a designation of each of a thousand concepts, which are numbered from 0."""
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM concept").fetchone()
        ask = f"SELECT text FROM term WHERE concept_id = ? AND {which} LIMIT 1"
        ids = [make_id(draw.randrange(number)) for _ in range(QUERIES)]
        return [connection.execute(ask, (id,)).fetchone()[0] for id in ids]
