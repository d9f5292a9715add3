"""What a text and a language tag must be before they become part of a value."""

import re

from glossary.errors import InvalidInput

LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
CONTROL_OR_LONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def require_text(value: str, what: str) -> None:
    """Refuse a text that is empty, has blank edges, or holds characters that no file can carry."""
    if not value or value != value.strip():
        raise InvalidInput(f"{what} is empty or has blanks at its ends: {value!r}")
    require_writable(what, value)


def require_writable(what: str, *values: str) -> None:
    """Refuse texts with characters that no file can carry; a text may be empty."""
    for value in values:
        if CONTROL_OR_LONE.search(value):
            raise InvalidInput(f"{what} holds a control character or half a surrogate pair: {value!r}")


def require_language(tag: str) -> None:
    """Refuse what is not shaped like a BCP 47 tag."""
    if not LANGUAGE_TAG.fullmatch(tag):
        raise InvalidInput(f"{tag!r} is no language tag; write one such as zh-Hans or en-GB")
