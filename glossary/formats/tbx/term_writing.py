"""Terms and renderings as TBX sections. Most terms are plain: what only some have is looked for first."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary.formats.cells.notation import SEPARATOR, escape_part
from glossary.formats.markup import escape
from glossary.formats.tbx.dialect import TERM_INDENT, Dialect
from glossary.formats.tbx.names import (
    FORBIDDEN_REMARK,
    PARTS_OF_SPEECH,
    PLAIN_ADDRESS,
    PROPOSED_REMARK,
    XML_SPACE,
    label_note,
)
from glossary.model import Evidence, Rendering, Status, Term, TermType

REMEMBERED_FACTS = 8_192
"""One document attests many renderings: so many of its facts are kept as they are written."""
REMARKED = (Status.FORBIDDEN, Status.PROPOSED)


class Terms:
    """Shows the terms of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._start = f"    <{dialect.names.term}>\n{TERM_INDENT}<term>"
        self._end = f"    </{dialect.names.term}>\n"
        self._show_fact = lru_cache(REMEMBERED_FACTS)(self._write_fact)

    def show_term(self, term: Term, contexts: str = "") -> str:
        """Return the section of a Chinese term, with contexts that are markup already."""
        return f"{self._start}{escape(term.text)}</term>\n{self._details(term)}{contexts}{self._end}"

    def show_rendering(self, rendering: Rendering) -> str:
        """Return the section of a rendering: the term, its term notes, notes, then its evidence."""
        facts = "".join([self._show_fact(fact) for fact in rendering.evidence])
        return f"{self._start}{escape(rendering.text)}</term>\n{self._details(rendering)}{facts}{self._end}"

    def _details(self, term: Term) -> str:
        lines = self.dialect.statuses.get(term.status, "")
        if term.part_of_speech:
            lines = self.dialect.parts.get(term.part_of_speech, "") + lines
        if term.term_type is not TermType.FULL_FORM:
            lines += self.dialect.types[term.term_type]
        if needs_notes(term):
            lines += "".join(f"{TERM_INDENT}{note}\n" for note in notes_on(term))
        return lines

    def _write_fact(self, fact: Evidence) -> str:
        address = fact.url if fact.url and PLAIN_ADDRESS.fullmatch(fact.url) else ""
        source = escape(show_fact(fact, "" if address else fact.url))
        lines = f"{TERM_INDENT}{self.dialect.show('source', source)}\n"
        if not address:
            return lines
        text = escape(fact.title or fact.publisher or address)
        target = f' target="{escape(address)}"'
        return f"{lines}{TERM_INDENT}{self.dialect.show('externalCrossReference', text, target)}\n"


def show_fact(fact: Evidence, address: str) -> str:
    """Return a fact as ``name=value`` parts in the order of EVIDENCE_FIELDS; its tier is always said."""
    said = (
        ("publisher", fact.publisher),
        ("title", fact.title),
        ("date", fact.date),
        ("url", address),
        ("mirror_of", fact.mirror_of),
        ("tier", fact.tier),
        ("basis", fact.basis),
        ("note", fact.note),
    )
    return SEPARATOR.join([f"{name}={escape_part(text)}" for name, text in said if text])


def needs_notes(term: Term) -> bool:
    """Return whether a term has anything that TBX-Basic has no data category for."""
    return bool(
        term.note
        or term.reading
        or term.case_sensitive
        or term.do_not_translate
        or term.status in REMARKED
        or (term.part_of_speech and term.part_of_speech not in PARTS_OF_SPEECH)
        or (isinstance(term, Rendering) and (term.serves or term.instead))
    )


def notes_on(term: Term) -> Iterator[str]:
    """Yield as notes what TBX-Basic has no data category for."""
    said = {
        "forbidden": FORBIDDEN_REMARK if term.status is Status.FORBIDDEN else "",
        "proposed": PROPOSED_REMARK if term.status is Status.PROPOSED else "",
        "instead": term.instead if isinstance(term, Rendering) else "",
        "serves": term.serves if isinstance(term, Rendering) else "",
        "part_of_speech": "" if term.part_of_speech in PARTS_OF_SPEECH else term.part_of_speech,
        "reading": term.reading,
        "case_sensitive": "yes" if term.case_sensitive else "",
        "do_not_translate": "yes" if term.do_not_translate else "",
        "note": term.note,
    }
    return show_notes(said)


def show_notes(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield a note for each field that says something, labelled with its name."""
    for name, content in fields.items():
        if text := content.strip(XML_SPACE):
            yield f"<note>{escape(label_note(name, text))}</note>"
