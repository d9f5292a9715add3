"""TBX back as concepts: v3 in both styles, martif with tig or ntig, and the names of TBX-Basic of 2025."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import BinaryIO

from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.files.xml import Element, local_name, read_elements
from glossary.formats.concepts import NO_PLACE_HERE, Dropped, FileHead, Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.languages import guess_language, is_source, is_target, tag_from_file
from glossary.formats.settling import NotedParts, settle_into
from glossary.formats.tbx.elements import (
    Step,
    Steps,
    category,
    children,
    drop,
    language_of,
    place,
    tells_loss,
    text_of,
)
from glossary.formats.tbx.names import (
    CONCEPT_NOTE_FIELDS,
    ENTRY_NAMES,
    HEADER_LABELS,
    LANGUAGE_NAMES,
    LANGUAGES_LABEL,
    OUR_SOURCE,
    REMARKS,
    SNAPSHOT_LABEL,
    TERM_NAMES,
    read_label,
)
from glossary.formats.tbx.term import read_rendering, read_term
from glossary.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Definition, RelationKind, Rendering, Term
from glossary.model.concept import CONCEPT_ID

ROOTS = ("tbx", "martif", "TBX")  # the last is that of TBX-Min
DOCTYPES = ("martif",)  # every file of 2008 has one
PARAGRAPH = "p"
MOST_LANGUAGES = 64
SOURCES = ("source", "sourceIdentifier")


class EntryParts(NotedParts, kw_only=True):
    """What an entry says; ``is_ours`` is false where the header names another source, with ids of its own."""

    is_ours: bool = False


def read_tbx(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the file says; raises InvalidInput, with the line, for XML that is broken or hostile."""
    header: dict[str, str] = {}
    dropped: list[Dropped] = []
    is_headed = is_ours = False
    languages = ""
    for element in read_elements(source, (PARAGRAPH, *ENTRY_NAMES), roots=ROOTS, doctypes=DOCTYPES):
        if local_name(element) == PARAGRAPH:
            name, text = read_label("".join(element.itertext()).strip(), HEADER_LABELS)
            header.setdefault(name, text)
            continue
        if not is_headed:
            is_headed = True
            yield make_head(header)
            is_ours = SNAPSHOT_LABEL in header or header.get("note", OUR_SOURCE) == OUR_SOURCE
            languages = header.get(LANGUAGES_LABEL, "")
        parts = read_entry(element, dropped, languages=languages, is_ours=is_ours)
        yield from settle_into(parts, dropped)
    if not is_headed:
        yield make_head(header)


def make_head(header: Mapping[str, str]) -> FileHead:
    """Return what the paragraphs of the header say."""
    source_lang, _, target_lang = header.get(LANGUAGES_LABEL, "").partition(" ")
    return FileHead(snapshot=header.get(SNAPSHOT_LABEL, ""), source_lang=source_lang, target_lang=target_lang)


def read_entry(entry: Element, dropped: list[Dropped], *, languages: str, is_ours: bool) -> EntryParts:
    """Return what an entry says; an id that is none of ours is left to the base. Several notes become one."""
    identity, where = entry.get("id", ""), place(entry)
    own = identity if is_ours and CONCEPT_ID.fullmatch(identity) else ""
    name = (identity if is_ours else name_foreign(identity)) or where
    parts = EntryParts(where=where, id=own, name=name, is_ours=is_ours)
    CONCEPT_STEPS.take(entry, parts, dropped)
    if parts.notes:
        parts.note = "\n".join(filter(None, parts.notes))
    parts.is_partial = bool(dropped) and tells_loss(dropped)
    if languages:
        take_languages_back(parts, languages)
    return parts


def name_foreign(identity: str) -> str:
    """Return what to call an entry of another's file, so that it is not taken for a concept of the base."""
    return f"#{identity}" if CONCEPT_ID.fullmatch(identity) else identity


def take_languages_back(parts: EntryParts, languages: str) -> None:
    """Give the terms the base's own tags in place of the codes that the export was asked to write."""
    own = (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    tags = dict(zip(map(tag_from_file, languages.split()), own, strict=False))
    parts.terms = [replace(one, language=tags.get(one.language, one.language)) for one in parts.terms]
    parts.renderings = [
        replace(one, language=tags.get(one.language, one.language)) for one in parts.renderings
    ]


def drop_unknown(element: Element, _: EntryParts, dropped: list[Dropped]) -> None:
    """Drop what the base has no place for."""
    drop(element, dropped, NO_PLACE_HERE)


def read_subject_field(element: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take the first subject field."""
    if parts.subject_field:
        drop(element, dropped, "a concept has one subject field")
    else:
        parts.subject_field = text_of(element, dropped)


def read_definition(element: Element, parts: EntryParts, dropped: list[Dropped], source: str = "") -> None:
    """Take a definition; its language is its own, else that of its section, else told by its script."""
    text = text_of(element, dropped)
    language = language_of(element) or language_around(element) or guess_language(text)
    try:
        parts.definitions.append(Definition(text=text, language=language, source=source))
    except InvalidInput as error:
        drop(element, dropped, str(error))


def language_around(element: Element) -> str:
    """Return the tag of the group or section that an element stands in, or nothing."""
    group = element.getparent()
    section = language_of(group) or language_of(group.getparent())
    return tag_from_file(section) if section else ""


def read_described(group: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take a definition with its source out of a group."""
    members: dict[str, list[Element]] = {}
    for child in children(group):
        members.setdefault(category(child), []).append(child)
    definitions = members.pop("definition", ())
    sources = [member for name in SOURCES for member in members.pop(name, ())]
    if not definitions:
        read_undefined(group, members, parts, dropped)
        return
    for member in chain(definitions[1:], *members.values()):
        drop(member, dropped, "a definition keeps its source alone")
    source = "; ".join(text_of(member, dropped) for member in sources)
    read_definition(definitions[0], parts, dropped, source)


def read_undefined(
    group: Element, members: Mapping[str, Sequence[Element]], parts: EntryParts, dropped: list[Dropped]
) -> None:
    """Take a subject field out of a group, as IATE has it, or drop the group."""
    fields = members.get("subjectField", ())
    for member in fields:
        read_subject_field(member, parts, dropped)
    if not fields:
        drop(group, dropped, NO_PLACE_HERE)


def read_note(element: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take a note of the concept."""
    name, text = read_label(text_of(element, dropped), CONCEPT_NOTE_FIELDS)
    if name == "note":
        parts.notes.append(text)
    elif parts.scope:
        drop(element, dropped, "a concept has one scope")
    else:
        parts.scope = text


def read_relation(element: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take an arrow to another concept; one whose kind is unknown is ``related``."""
    target, kind = element.get("target", ""), text_of(element, dropped)
    if not target:
        drop(element, dropped, "it says not where it leads")
        return
    if kind not in set(RelationKind):
        drop(element, dropped, f"{kind!r} is no kind of relation; read as related")
        kind = RelationKind.RELATED
    parts.relate(RelationKind(kind), target if parts.is_ours else name_foreign(target))


def read_language(section: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take the terms of one language, if it is one of the two that the base holds."""
    code = language_of(section)
    if steps := steps_in(code):
        steps.take(section, parts, dropped)
    else:
        drop(section, dropped, f"its language is {code!r}; the base holds Chinese and English")


@lru_cache(maxsize=MOST_LANGUAGES)
def steps_in(code: str) -> Steps[EntryParts] | None:
    """Return what takes the elements of a section in the language ``code``, None if the base has no such."""
    if not (is_source(code) or is_target(code)):
        return None
    read = read_chinese if is_source(code) else read_english
    tag = tag_from_file(code)
    terms = {**dict.fromkeys(TERM_NAMES, partial(read, tag)), "term": partial(read_bare_term, tag)}
    return Steps({**SHARED_STEPS, **terms}, unknown=drop_unknown)


def read_chinese(language: str, section: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take one term."""
    try:
        parts.terms.append(read_term(section, language, dropped))
    except InvalidInput as error:
        drop(section, dropped, str(error))


def read_english(language: str, section: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take one rendering."""
    try:
        parts.renderings.append(read_rendering(section, language, dropped))
    except InvalidInput as error:
        drop(section, dropped, str(error))


def read_bare_term(language: str, element: Element, parts: EntryParts, dropped: list[Dropped]) -> None:
    """Take a term that stands in the section of its language without one of its own."""
    text = text_of(element, dropped)
    try:
        if is_source(language):
            parts.terms.append(Term(text=text, language=language))
        else:
            parts.renderings.append(Rendering(text=text, language=language))
    except InvalidInput as error:
        drop(element, dropped, str(error))


SHARED_STEPS: Mapping[str, Step[EntryParts]] = {
    "definition": read_definition,
    "descripGrp": read_described,
    "note": read_note,
}
CONCEPT_STEPS = Steps(
    {
        **SHARED_STEPS,
        **dict.fromkeys(REMARKS, read_note),
        "subjectField": read_subject_field,
        "subject": read_subject_field,
        "crossReference": read_relation,
        **dict.fromkeys(LANGUAGE_NAMES, read_language),
    },
    unknown=drop_unknown,
)
