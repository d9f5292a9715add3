"""Gettext PO: one entry a Chinese term and rendering, told apart by its context."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.pairs.offering import Pair, cite, flatten, offer_pairs
from glossary.formats.pairs.tables import count_renderings
from glossary.model import Concept

PROGRAM = "a program that reads PO"
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"})
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: {source}\\n"
"Language: {target}\\n"
"X-Generator: glossary\\n"
"""


def write_po(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the entries; the context of a concept's first pair of a term is its id, then a number follows."""
    tally = Tally()
    codes = {"source": options.source_lang, "target": options.target_lang.replace("-", "_")}
    out.write(HEADER.format(**codes).encode())
    for concept in concepts:
        pairs = list(offer_pairs(concept, tally, program=PROGRAM))
        for number, pair in enumerate(pairs, start=1):
            out.write(show_entry(concept, pair, number).encode())
        if pairs:
            tally.count(count_renderings(concept, pairs))
    return tally.report()


def show_entry(concept: Concept, pair: Pair, number: int) -> str:
    """Return one entry."""
    context = concept.id if number == 1 else f"{concept.id} {number}"
    comments = "".join(f"#. {flatten(comment)}\n" for comment in comments_on(concept, pair))
    term, rendering = pair
    return (
        f'\n{comments}msgctxt "{context}"\nmsgid "{escape_po(term.text)}"\n'
        f'msgstr "{escape_po(rendering.text)}"\n'
    )


def comments_on(concept: Concept, pair: Pair) -> Iterator[str]:
    """Yield what is said of a pair, each field by its name."""
    rendering = pair.rendering
    said = {
        "status": str(rendering.status),
        "subject_field": concept.subject_field,
        "scope": concept.scope,
        "definition": next((definition.text for definition in concept.definitions), ""),
        "note": concept.note,
        "rendering_note": rendering.note,
        "serves": rendering.serves,
        "do_not_translate": "yes" if pair.term.do_not_translate else "",
        "source": "; ".join(map(cite, rendering.evidence)),
    }
    yield from (f"{name}: {text}" for name, text in said.items() if text)


def escape_po(text: str) -> str:
    """Return a text between quotation marks of PO."""
    return text.translate(ESCAPES)
