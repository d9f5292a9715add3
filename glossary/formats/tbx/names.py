"""What TBX calls things, in the edition of 2008 (martif), in that of 2019 (v3) and in TBX-Basic of 2025."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model import Status, TermType

STATUS_VALUES: Mapping[Status, str] = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
STATUS_OF_VALUE: Mapping[str, Status] = {
    "preferredTerm-admn-sts": Status.PREFERRED,
    "admittedTerm-admn-sts": Status.ADMITTED,
    "deprecatedTerm-admn-sts": Status.DEPRECATED,
    "supersededTerm-admn-sts": Status.DEPRECATED,
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "superseded": Status.DEPRECATED,
    "notRecommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
}
TYPE_VALUES: Mapping[TermType, str] = {
    TermType.FULL_FORM: "fullForm",
    TermType.SHORT_FORM: "shortForm",
    TermType.ACRONYM: "acronym",
    TermType.VARIANT: "variant",
}
TYPE_OF_VALUE: Mapping[str, TermType] = {
    **{value: term_type for term_type, value in TYPE_VALUES.items()},
    "abbreviation": TermType.SHORT_FORM,
    "phrase": TermType.FULL_FORM,
}
INEXACT_VALUES = frozenset(
    {"supersededTerm-admn-sts", "superseded", "notRecommended", "obsolete", "abbreviation", "phrase"}
)
PARTS_OF_SPEECH = frozenset({"noun", "verb", "adjective", "adverb", "other"})

# TBX-Basic has no place for these: each is a note that opens with the field's name and a colon.
CONCEPT_NOTE_FIELDS = ("scope", "note")
TERM_NOTE_FIELDS = (
    "forbidden",
    "proposed",
    "instead",
    "serves",
    "part_of_speech",
    "reading",
    "case_sensitive",
    "do_not_translate",
    "note",
)
LOSES = (
    "Proposed renderings are left out: TBX has no status for them.",
    "Forbidden is written as deprecated with a note, which other programs may not heed.",
    "zh-Hans and en stand as the codes asked for; asked for en-US, terms in en and in en-US become one.",
    "Terms stand by language, so zh-Hant between two zh-Hans terms is read back after them.",
    "Blanks at the ends of a note, a scope, a subject field, a reading or a source.",
    "Ids of concepts that were merged into another, and decisions about candidates.",
)
USAGE_NOTES = ("usageNote", "Usage note")
REMARKS = ("descrip", *USAGE_NOTES)
"""What others write of a concept for people to read; Weblate has its explanations in a descrip of no type."""
FORBIDDEN_REMARK = "not to be used"
PROPOSED_REMARK = "not decided yet"
OUR_SOURCE = "Exported from a glossary termbase."
"""A file that names another source in its header has ids of its own, though ``children`` looks like ours."""
SNAPSHOT_LABEL = "snapshot"
LANGUAGES_LABEL = "languages"
HEADER_LABELS = (SNAPSHOT_LABEL, LANGUAGES_LABEL)
XML_SPACE = " \t\r\n"
LABEL = re.compile(r"(?P<name>[a-z_]+): (?P<text>.*)", re.DOTALL)
PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+")


@dataclass(frozen=True, slots=True)
class ElementNames:
    """What one edition calls the three levels of an entry."""

    entry: str
    language: str
    term: str


V3_NAMES = ElementNames(entry="conceptEntry", language="langSec", term="termSec")
V2_NAMES = ElementNames(entry="termEntry", language="langSet", term="tig")
MIN_NAMES = ElementNames(entry="entry", language="langGroup", term="termGroup")
ENTRY_NAMES = (V3_NAMES.entry, V2_NAMES.entry, MIN_NAMES.entry)
LANGUAGE_NAMES = (V3_NAMES.language, V2_NAMES.language, MIN_NAMES.language)
TERM_NAMES = (V3_NAMES.term, V2_NAMES.term, "ntig", MIN_NAMES.term)


def label_note(name: str, text: str) -> str:
    """Return a field as a note: ``scope: Hainan``. A plain note stays as it is unless it looks like one."""
    found = LABEL.fullmatch(text)
    looks_labelled = found is not None and found["name"] in (*CONCEPT_NOTE_FIELDS, *TERM_NOTE_FIELDS)
    return text if name == "note" and not looks_labelled else f"{name}: {text}"


def read_label(text: str, known: tuple[str, ...]) -> tuple[str, str]:
    """Return the field of a note and its text; a note without a known label is a plain one."""
    found = LABEL.fullmatch(text)
    if found is not None and found["name"] in known:
        return found["name"], found["text"].lstrip(XML_SPACE)
    return "note", text
