"""W7…: subject fields, which are a short list by agreement and nothing in the base enforces."""

from collections.abc import Iterator

from glossary.curation.checks.finding import Trouble
from glossary.curation.checks.outline import Outline
from glossary.text.english import stem_words
from glossary.text.folding import folded_key, has_han

# A young base uses every field for the first time; that says nothing yet.
FEWEST_CONCEPTS = 100
MIN_TYPO_CHARS = 8


def find_lonely_fields(outline: Outline) -> Iterator[Trouble]:
    """A subject field has a single concept.

    It is a slip, or a field too small to be of use. Bases under a hundred concepts are not checked.

    Fix: use a field of the list, or let the field grow.
    """
    if len(outline.heads) >= FEWEST_CONCEPTS:
        for field, number in outline.fields.items():
            if number == 1:
                yield Trouble(outline.first_of_field[field], f"no other concept is in {field!r}")


def find_alike_fields(outline: Outline) -> Iterator[Trouble]:
    """Two subject fields are spelled almost the same.

    One field under two names: lists by field show half of it each. Case, punctuation, plurals and one wrong
    letter count as almost.

    Fix: use the name that more concepts have (`glossary concept edit ID --set subject_field=NAME`).
    """
    known: dict[str, str] = {}
    for field, number in outline.fields.most_common():
        spellings = _spellings(field)
        twin = next((known[one] for one in spellings if one in known), None)
        if twin is not None:
            message = f"{field!r} ({number}) is much like {twin!r} ({outline.fields[twin]})"
            yield Trouble(outline.first_of_field[field], message)
        for one in spellings:
            known.setdefault(one, field)


def _spellings(field: str) -> list[str]:
    """Return the key of a field, and the key without each of its letters: one slip leaves one in common."""
    key = folded_key(field) if has_han(field) else " ".join(stem_words(field))
    slips = [] if has_han(key) or len(key) < MIN_TYPO_CHARS else range(len(key))
    return [key or field, *(key[:at] + key[at + 1 :] for at in slips)]
