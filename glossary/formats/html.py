"""A glossary to print: one self-contained page, entries by pinyin, sources by number."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.entries.printing import (
    PrintedEntry,
    PrintedGlossary,
    PrintedRendering,
    arrange,
    describe_source,
)
from glossary.formats.languages import code_in_file
from glossary.formats.markdown import counted
from glossary.formats.markup import escape
from glossary.model import DISCOURAGED, Concept, Evidence

STYLE = """
:root { color-scheme: light dark }
body { font: 11pt/1.45 "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
h1 { font-size: 1.6rem } h2 { border-bottom: 1px solid; break-after: avoid; font-size: 1.1rem }
article { break-inside: avoid; margin: .6rem 0 } h3 { display: inline; font-size: 1.15em; margin: 0 }
ul { list-style: none; margin: .1rem 0; padding-left: 1.2rem } .reading { opacity: .75 }
.preferred { font-weight: bold } .deprecated, .forbidden { text-decoration: line-through }
.status, .remark, blockquote, ol { font-size: .85em } blockquote { margin: .2rem 0 .2rem 1.2rem }
.sources { vertical-align: super; font-size: .7em } ol a { overflow-wrap: anywhere }
nav a { margin-right: .4em }
@page { margin: 18mm } @media print { nav { display: none } body { max-width: none; margin: 0 } }
"""


def write_html(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the page."""
    tally = Tally()
    glossary = arrange(counted(concepts, tally), options.quoting)
    for line in lines_of(glossary, options):
        out.write((line + "\n").encode())
    return tally.report()


def lines_of(glossary: PrintedGlossary, options: ExportOptions) -> Iterator[str]:
    """Yield the lines of the page."""
    yield f'<!DOCTYPE html>\n<html lang="{options.target_lang}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Chinese-English glossary</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield "<h1>Chinese-English glossary</h1>"
    letters = glossary.by_letter()
    links = "".join(f'<a href="#{name_letter(letter)}">{letter}</a>' for letter, _ in letters)
    yield f'<nav aria-label="Letters">{links}</nav>'
    for letter, entries in letters:
        yield f'<section>\n<h2 id="{name_letter(letter)}">{letter}</h2>'
        yield from (show_entry(entry, options) for entry in entries)
        yield "</section>"
    if glossary.sources:
        yield '<section>\n<h2 id="sources">Sources</h2>\n<ol>'
        yield from (show_source(number, fact) for number, fact in enumerate(glossary.sources, start=1))
        yield "</ol>\n</section>"
    yield "</body>\n</html>"


def name_letter(letter: str) -> str:
    """Return the id of a letter's section."""
    return f"letter-{letter}" if letter.isalpha() else "letter-other"


def show_entry(entry: PrintedEntry, options: ExportOptions) -> str:
    """Return an entry."""
    concept = entry.concept
    chinese = code_in_file(concept.head.language, options=options)
    others = [term.text for term in concept.terms if term is not concept.head]
    return "\n".join(
        [
            f'<article id="{concept.id}"><h3 lang="{chinese}">{escape(concept.head.text)}</h3>',
            f'<span class="reading" lang="zh-Latn-pinyin">{escape(entry.reading)}</span>',
            f'<span lang="{chinese}">{escape(", ".join(others))}</span>' if others else "",
            "<ul>",
            *map(show_rendering, entry.renderings),
            *([] if entry.renderings else [show_missing(concept)]),
            "</ul>",
            *map(show_remark, remarks_on(concept)),
            *(
                f"<blockquote>{escape(one.text)} <cite>{escape(one.source)}</cite></blockquote>"
                for one in entry.quotations
            ),
            "</article>",
        ]
    )


def show_missing(concept: Concept) -> str:
    """Return what stands where there is no rendering."""
    said = "not to be translated" if concept.head.do_not_translate else "no rendering yet"
    return f'<li class="status">{said}</li>'


def show_rendering(printed: PrintedRendering) -> str:
    """Return a rendering with its status in words and its sources."""
    rendering = printed.rendering
    serves = f", for {rendering.serves}" if rendering.serves else ""
    instead = f", write {rendering.instead}" if rendering.instead else ""
    links = ", ".join(f'<a href="#source-{number}">{number}</a>' for number in printed.sources)
    sources = f'<span class="sources">{links}</span>' if links else ""
    note = f" {escape(rendering.note)}" if rendering.note else ""
    element = "del" if rendering.status in DISCOURAGED else "span"
    return (
        f'<li><{element} class="{rendering.status}">{escape(rendering.text)}</{element}>{sources} '
        f'<span class="status">{escape(f"{rendering.status}{serves}{instead}")}{note}</span></li>'
    )


def remarks_on(concept: Concept) -> Iterator[str]:
    """Yield definitions, field, scope and note."""
    for definition in concept.definitions:
        yield f"{definition.text} ({definition.source})" if definition.source else definition.text
    yield from filter(None, (concept.subject_field, concept.scope, concept.note))


def show_remark(text: str) -> str:
    """Return a remark as a paragraph."""
    return f'<div class="remark">{escape(text)}</div>'


def show_source(number: int, fact: Evidence) -> str:
    """Return a source with its address, to be read on paper too."""
    address = f' <a href="{escape(fact.url)}">{escape(fact.url)}</a>' if fact.url else ""
    return f'<li id="source-{number}">{escape(describe_source(fact))}{address}</li>'


FORMAT = Format(
    name="html",
    title="Glossary to print, with sources (HTML)",
    purpose=Purpose.READING,
    extensions=(".html",),
    media_type="text/html; charset=utf-8",
    options=("source_lang", "target_lang", "quoting"),
    loses=("Relations and parts of speech. Entries stand by pinyin.",),
    write=write_html,
)
