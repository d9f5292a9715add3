"""MultiTerm entries back as concepts: the fields that are known by their names, the others told."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from msgspec import Struct

from glossary.errors import InvalidInput
from glossary.files.xml import Element, local_name, read_elements, root_name
from glossary.formats.cells.fields import RENDERING_FIELDS, TERM_FIELDS, parse_field
from glossary.formats.concepts import NO_PLACE_HERE, Dropped, FileHead, Piece, shorten
from glossary.formats.csv.headers import guess_status, names_traditional
from glossary.formats.declaration import ImportOptions
from glossary.formats.languages import TRADITIONAL, guess_language, is_source, is_target, tag_from_file
from glossary.formats.multiterm.fields import (
    DEFINITION,
    ID,
    LANGUAGE,
    NOTE,
    RELATION,
    SCOPE,
    SOURCE,
    STATUS,
    SUBJECT,
    name_field,
)
from glossary.formats.settling import NotedParts, settle_into
from glossary.formats.tbx.names import XML_SPACE
from glossary.formats.tbx.sources import OTHER_WORDS, make_fact
from glossary.model import Definition, RelationKind, Rendering, Term, parse_name
from glossary.model.concept import CONCEPT_ID

ROOTS = ("mtf",)
ENTRY = "conceptGrp"
SAID_BEFORE = "a concept has one of it, and has it already"
HISTORY = "who made an entry and who changed it is not read, here and below"


class Description(Struct, frozen=True):
    """One description: what it is called, the field that this means, its text, and what stands within it."""

    where: str
    kind: str
    field: str
    text: str
    inner: Mapping[str, str]

    def drop(self, why: str) -> Dropped:
        """Return that it is dropped."""
        return Dropped(where=self.where, what=f"{self.kind}: {shorten(self.text)}", why=why)


def read_multiterm(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the file says; raises InvalidInput, with the line, for XML that is broken or hostile."""
    yield FileHead()
    dropped: list[Dropped] = []
    has_history = False
    for entry in read_elements(source, (ENTRY,), roots=ROOTS):
        if not has_history and next(entry.iter("{*}transacGrp"), None) is not None:
            has_history = True
            dropped.append(Dropped(where=f"line {entry.sourceline}", what="transacGrp", why=HISTORY))
        yield from settle_into(read_entry(entry, dropped), dropped)


def read_entry(entry: Element, dropped: list[Dropped]) -> NotedParts:
    """Return what an entry says."""
    number = "".join(text_of(child) for child in entry if local_name(child) == "concept")
    parts = NotedParts(where=f"line {entry.sourceline}, concept {number}", name=number)
    for child in entry:
        if local_name(child) == "languageGrp":
            read_language(child, parts, dropped)
    take_descriptions(entry, "", parts, dropped)
    parts.note = "\n".join(parts.notes)
    parts.is_partial = any(one.why != NO_PLACE_HERE for one in dropped)
    return parts


def read_language(group: Element, parts: NotedParts, dropped: list[Dropped]) -> None:
    """Take the terms of one language, if it is one of the two that the base holds."""
    named = next((child for child in group if local_name(child) == "language"), group)
    code, name = named.get("lang") or "", named.get("type") or ""
    tag = tell_tag(code, name)
    if not tag:
        why = f"its language is {code or name!r}; the base holds Chinese and English"
        dropped.append(Dropped(where=parts.where, what=f"terms in {name or code}", why=why))
        return
    take_descriptions(group, tag, parts, dropped)
    for child in group:
        if local_name(child) == "termGrp":
            read_term(child, tag, parts, dropped)


def tell_tag(code: str, name: str) -> str:
    """Return the tag of a section by its code, such as ZH-CN, or by its name; nothing for other languages."""
    first = name.partition(" ")[0].partition("_")[0].lower()
    code = code or {"chinese": "zh", "english": "en"}.get(first, "")
    if is_source(code):
        return TRADITIONAL if "-" not in code and names_traditional(name) else tag_from_file(code)
    return tag_from_file(code) if is_target(code) else ""


def read_term(group: Element, tag: str, parts: NotedParts, dropped: list[Dropped]) -> None:
    """Take one term or rendering."""
    text = "".join(text_of(child) for child in group if local_name(child) == "term")
    said: dict[str, Any] = {"text": text, "language": tag}
    for one in descriptions(group, parts.where):
        try:
            take_of_term(one, said, parts, dropped)
        except InvalidInput as error:
            dropped.append(one.drop(str(error)))
    try:
        if is_source(tag):
            parts.terms.append(Term(**said))
        else:
            parts.renderings.append(Rendering(**said))
    except InvalidInput as error:
        dropped.append(Dropped(where=parts.where, what=f"term {text!r}", why=str(error)))


def take_of_term(one: Description, said: dict[str, Any], parts: NotedParts, dropped: list[Dropped]) -> None:
    """Take what is said of a term; raises InvalidInput for a value that cannot be."""
    is_chinese = is_source(said["language"])
    if one.field in (DEFINITION, SUBJECT):
        take(one, said["language"], parts, dropped)
    elif one.field == SOURCE and not is_chinese:
        fact = make_fact(one.text, "")
        said["evidence"] = (*said.get("evidence", ()), fact)
        dropped += [one.drop(OTHER_WORDS)] if fact.title == one.text else []
    elif one.field == NOTE:
        said[NOTE] = "\n".join(filter(None, (said.get(NOTE), one.text)))
    elif one.field in (TERM_FIELDS if is_chinese else RENDERING_FIELDS):
        said[one.field] = parse_field(one.field, guess_status(one.text) if one.field == STATUS else one.text)
    else:
        dropped.append(one.drop(NO_PLACE_HERE))


def take_descriptions(group: Element, tag: str, parts: NotedParts, dropped: list[Dropped]) -> None:
    """Take what is said of the concept, by the entry or by the section of a language with this tag."""
    for one in descriptions(group, parts.where):
        try:
            take(one, tag, parts, dropped)
        except InvalidInput as error:
            dropped.append(one.drop(str(error)))


def take(one: Description, tag: str, parts: NotedParts, dropped: list[Dropped]) -> None:
    """Take what is said of the concept; raises InvalidInput for a value that cannot be."""
    if one.field == ID and CONCEPT_ID.fullmatch(one.text):
        parts.id = one.text
    elif one.field == NOTE:
        parts.notes.append(one.text)
    elif one.field == DEFINITION:
        language = one.inner.get(LANGUAGE) or tag or guess_language(one.text)
        parts.definitions.append(
            Definition(text=one.text, language=language, source=one.inner.get(SOURCE, ""))
        )
    elif one.field == RELATION:
        kind, _, target = one.text.partition(" ")
        parts.relate(parse_name(RelationKind, kind, "kind of relation"), target)
    elif one.field in (SUBJECT, SCOPE) and not getattr(parts, one.field):
        setattr(parts, one.field, one.text)
    else:
        dropped.append(one.drop(SAID_BEFORE if one.field in (SUBJECT, SCOPE) else NO_PLACE_HERE))


def descriptions(group: Element, where: str) -> Iterator[Description]:
    """Yield what is said in a group, one description after the other; empty ones say nothing."""
    for child in group:
        if local_name(child) == "descripGrp":
            kind, text = read_description(child)
            inner = dict(read_description(one) for one in child if local_name(one) == "descripGrp")
            fields = {name_field(name): content for name, content in inner.items()}
            if text:
                yield Description(where, kind, name_field(kind), text, fields)


def read_description(group: Element) -> tuple[str, str]:
    """Return the type and the text of a group's own description."""
    own = next((child for child in group if local_name(child) == "descrip"), None)
    return ("", "") if own is None else (own.get("type") or "", text_of(own))


def text_of(element: Element) -> str:
    """Return the text of an element without the white space of XML at its ends."""
    return "".join(element.itertext()).strip(XML_SPACE)


def recognise_multiterm(head: bytes) -> bool:
    """Return whether the root is that of MultiTerm."""
    return root_name(head) in ROOTS
