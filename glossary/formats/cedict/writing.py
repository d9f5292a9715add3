"""Concepts as lines of a dictionary in the format of CC-CEDICT, which readers of Chinese load."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.pairs.offering import flatten, offer_renderings, serving
from glossary.model import Concept, Term
from glossary.text.readings import syllables

PROGRAM = "a dictionary"
TRADITIONAL = "zh-Hant"
SLASH, INSTEAD_OF_SLASH = "/", "∕"
SEPARATOR, INSTEAD_OF_SEPARATOR = ";", ","


def write_cedict(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one line a Chinese term with all the renderings that may be offered for it."""
    tally = Tally()
    for concept in concepts:
        offered = offer_renderings(concept, tally, program=PROGRAM)
        simplified = [term for term in concept.terms if term.language != TRADITIONAL]
        for term in simplified or concept.terms:
            texts = [spell(one.text) for one in serving(term, offered)]
            if texts and is_one_word(concept, term, tally):
                out.write(f"{show_entry(concept, term)} /{SLASH.join(texts)}/\n".encode())
        if offered:
            tally.count(len(offered))
    return tally.report()


def is_one_word(concept: Concept, term: Term, tally: Tally) -> bool:
    """Return whether a term can stand in such a line, where blanks end it."""
    fits = len(term.text.split()) == 1 and not term.text.startswith("#")
    if not fits:
        tally.leave_out(concept, f"term {term.text!r}", "a blank would end it, and # makes a remark of it")
    return fits


def show_entry(concept: Concept, term: Term) -> str:
    """Return the term in both scripts with its reading."""
    alike = (one.text for one in concept.terms if one.language == TRADITIONAL)
    traditional = next((text for text in alike if len(text) == len(term.text) and " " not in text), term.text)
    return f"{traditional} {term.text} [{show_reading(term)}]"


def show_reading(term: Term) -> str:
    """Return the reading with the tones as numbers, ü as u: and a blank between syllables."""
    if term.reading:
        return " ".join(numbered(syllable) for syllable in term.reading.split())
    likeliest = (readings[0] for readings in syllables(term.text, numbered=True) if readings)
    return " ".join(reading.replace("v", "u:") for reading in likeliest)


def numbered(syllable: str) -> str:
    """Return ``wang3`` for ``wǎng``."""
    from pypinyin.contrib.tone_convert import tone_to_tone3

    return str(tone_to_tone3(syllable, neutral_tone_with_five=True)).replace("ü", "u:").replace("]", "")


def spell(text: str) -> str:
    """Return a rendering without the marks that stand between senses and between words of one sense."""
    return flatten(text).replace(SLASH, INSTEAD_OF_SLASH).replace(SEPARATOR, INSTEAD_OF_SEPARATOR)
