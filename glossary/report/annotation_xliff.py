"""A text with its known terms as XLIFF 2 with the glossary module (OASIS XLIFF 2.0, section 5.2).

Each line of the text is a unit. A term is marked where it stands, and its entry in the unit's glossary leads
there; renderings that somebody advises against are left out, since a tool would offer them. An entry has to
hold a translation or a definition: a term that has neither is marked, but has none.

The version is 2.0, which most programs read. 2.1 has the same namespaces, so the file is one of 2.1 as soon
as its ``version`` says so; 2.2 has another namespace for the core, and the module's own still.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from glossary.model import DISCOURAGED
from glossary.report.annotation import Mark, MarkedText, Naming, Sense
from glossary.report.payloads import pick_definition

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
 version="2.0" srcLang="zh" trgLang="en">
 <file id="f1" original={original}>
"""
FOOT = " </file>\n</xliff>\n"
EMPTY_UNIT = '  <unit id="u1"><segment id="s1"><source></source></segment></unit>\n'
LINE_END = "\n"
NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
NO_XML_AT_ALL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Piece = tuple[str, Mark | None]


def write_xliff(passages: Iterable[MarkedText], *, original: str) -> Iterator[str]:
    """Yield the file piece by piece, in UTF-8; ``original`` is the name of the text."""
    yield HEAD.format(original=quoteattr(NO_XML_AT_ALL.sub("\ufffd", original)))
    number = 0
    for line in _lines(passages):
        if any(mark or piece.strip() for piece, mark in line):
            number += 1
            yield _write_unit(number, line)
    yield (EMPTY_UNIT if not number else "") + FOOT


def _lines(passages: Iterable[MarkedText]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line; no term reaches over one."""
    line: list[Piece] = []
    for passage in passages:
        for piece, mark in passage.runs():
            first, *others = [piece] if mark else piece.split(LINE_END)
            line.append((first.rstrip("\r") if others else first, mark))
            for other in others:
                yield line
                line = [(other, None)]
    yield line


def _write_unit(number: int, line: list[Piece]) -> str:
    entries: dict[Naming, tuple[str, str]] = {}
    source, marks = "", 0
    for piece, mark in line:
        if mark is None:
            source += _write_text(piece)
            continue
        marks += 1
        if mark.naming not in entries:
            entries[mark.naming] = _write_entry(mark.naming, f"g{len(entries) + 1}", f"m{marks}")
        ref, _ = entries[mark.naming]
        source += f'<mrk id="m{marks}" type="term"{ref}>{_write_text(piece)}</mrk>'
    glossary = "".join(entry for _, entry in entries.values())
    module = f"   <gls:glossary>\n{glossary}   </gls:glossary>\n" if glossary else ""
    segment = f'   <segment id="s1"><source xml:space="preserve">{source}</source></segment>\n'
    return f'  <unit id="u{number}">\n{module}{segment}  </unit>\n'


def _write_entry(naming: Naming, id: str, mark: str) -> tuple[str, str]:
    """Return how marks refer to the entry of a term, and the entry, which leads to the first of them."""
    renderings = "".join(line for sense in naming.senses for line in _write_renderings(sense))
    told = renderings + _write_definition(naming)
    if not told:
        return "", ""
    term = f"     <gls:term>{escape(naming.term)}</gls:term>\n"
    entry = f'    <gls:glossEntry id="{id}" ref="#{mark}">\n{term}{told}    </gls:glossEntry>\n'
    return f' ref="#gls={id}"', entry


def _write_definition(naming: Naming) -> str:
    definitions = (pick_definition(sense.concept) for sense in naming.senses)
    text = next(filter(None, definitions), "")
    return f"     <gls:definition>{escape(text)}</gls:definition>\n" if text else ""


def _write_renderings(sense: Sense) -> Iterator[str]:
    for one in sense.renderings:
        if one.status not in DISCOURAGED:
            sources = dict.fromkeys(fact.publisher for fact in one.evidence if fact.publisher)
            source = f" source={quoteattr('; '.join(sources))}" if sources else ""
            yield f"     <gls:translation{source}>{escape(one.text)}</gls:translation>\n"


def _write_text(text: str) -> str:
    """Return a text as XML; characters that XML has none for as the module's own code points."""
    return NO_XML.sub(_write_code_point, escape(text))


def _write_code_point(found: "re.Match[str]") -> str:
    code = ord(found.group())
    return f'<cp hex="{code:04X}"/>'
