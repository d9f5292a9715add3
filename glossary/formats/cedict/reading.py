"""Dictionaries in the format of CC-CEDICT back as concepts.

A line is ``traditional simplified [pin1 yin1] /sense/sense/`` (https://cc-cedict.org/wiki/format:syntax);
what one sense has between semicolons are renderings, what stands in brackets before them is a note.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.tables import TextTable
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.pairs.equivalents import Equivalent, settle_equivalents
from glossary.model import SOURCE_LANGUAGE, Rendering, Term
from glossary.text.readings import reading_of

ENTRY = re.compile(
    r"(?P<traditional>\S+)\s+(?P<simplified>\S+)\s+\[\[?(?P<reading>[^\]]*)\]\]?\s+/(?P<senses>.*)/\s*"
)
SYLLABLE = re.compile(r"[^\W\d_]+[1-5]?|\d+")
COMMENT_MARK = "#"
NO_DELIMITER = "\0"
TRADITIONAL = "zh-Hant"
REMARK = re.compile(r"^\((?P<remark>[^()]*)\)\s*")
IS_REFERENCE = re.compile(r"^(?:CL:|see(?: also)? |variant of |old variant of |also written )")
REFERENCE = "it speaks of other words and is no rendering"
NO_ENTRY = "it is no entry: traditional simplified [pin1 yin1] /sense/sense/"


def read_cedict(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a dictionary says; a reading is kept where it is not the one that would be worked out."""
    return settle_equivalents(_read_lines(source))


def _read_lines(source: BinaryIO) -> Iterator[Equivalent | Dropped]:
    for row in TextTable(source, delimiter=NO_DELIMITER, quoted=False).rows():
        line, where = row.cells[0], f"line {row.line}"
        found = ENTRY.fullmatch(line)
        if found:
            yield from _read_entry(found, where)
        elif not line.startswith(COMMENT_MARK):
            yield Dropped(where=where, what=line.strip(), why=NO_ENTRY)


def _read_entry(found: re.Match[str], where: str) -> Iterator[Equivalent | Dropped]:
    renderings: dict[str, Rendering] = {}
    for sense in filter(None, map(str.strip, found["senses"].split("/"))):
        if IS_REFERENCE.match(sense):
            yield Dropped(where=where, what=sense, why=REFERENCE)
            continue
        try:
            renderings |= {one.text: one for one in _read_sense(sense) if one.text not in renderings}
        except InvalidInput as error:
            yield Dropped(where=where, what=sense, why=str(error))
    try:
        terms = _read_terms(found["traditional"], found["simplified"], found["reading"])
        yield Equivalent(where=where, terms=terms, renderings=tuple(renderings.values()))
    except InvalidInput as error:
        yield Dropped(where=where, what=found["simplified"], why=str(error))


def _read_sense(sense: str) -> Iterator[Rendering]:
    """Yield the renderings of a sense; the remark before the first one holds for all of them."""
    remark = REMARK.match(sense)
    note = remark["remark"] if remark and remark.end() < len(sense) else ""
    for text in filter(None, map(str.strip, sense[remark.end() if note and remark else 0 :].split(";"))):
        yield Rendering(text=text, note=note)


def _read_terms(traditional: str, simplified: str, numbered: str) -> tuple[Term, ...]:
    reading = toned(numbered)
    kept = "" if plainly(reading) == plainly(reading_of(simplified)) else reading
    terms = [Term(text=simplified, language=SOURCE_LANGUAGE, reading=kept)]
    if traditional != simplified:
        terms.append(Term(text=traditional, language=TRADITIONAL, reading=kept))
    return tuple(terms)


def plainly(reading: str) -> str:
    """Return a reading without what dictionaries write in two ways: capitals, signs, blanks in ``O D R``."""
    return "".join(SYLLABLE.findall(reading.lower()))


def toned(numbered: str) -> str:
    """Return ``wǎng gé yuán`` for ``wang3 ge2 yuan2``; ``u:`` and ``v`` are ü, 5 is the neutral tone."""
    from pypinyin.contrib.tone_convert import tone3_to_tone

    spelled = numbered.lower().replace("u:", "ü").replace("v", "ü")
    return " ".join(
        syllable if syllable.isdecimal() else tone3_to_tone(syllable)  # else the 5 of 12345 is a neutral tone
        for syllable in SYLLABLE.findall(spelled)
    )
