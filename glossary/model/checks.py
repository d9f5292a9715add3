"""What a text and a language tag must be before they become part of a value."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from glossary.errors import InvalidInput

LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
FIRST_DAY = "-01-01"
ISO_DATE_CHARS = 10
MOST_KEPT = 4_096
WEB_SCHEMES = ("http://", "https://")
CONTROL_OR_LONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Value = TypeVar("Value", bound=Hashable)


def find_repeated(values: Iterable[Value]) -> Value | None:
    """Return the first value that is there twice, if there is one."""
    every = [*values]
    if len(every) == len({*every}):
        return None
    return next(value for value, times in Counter(every).items() if times > 1)


def require_text(value: str, what: str, *, most: int | None = None) -> None:
    """Refuse a text that is empty, has blank edges, or holds characters that no file can carry.

    ``most`` is how many characters such a thing can have: an article is no term.
    """
    if not value or value != value.strip():
        raise InvalidInput(f"{what} is empty or has blanks at its ends: {value!r}")
    if most and len(value) > most:
        raise InvalidInput(f"{what} has {len(value)} characters, {most} at most: {value[:20]}…")
    if not value.isprintable():
        require_writable(what, value)


def require_writable(what: str, *values: str) -> None:
    """Refuse texts with characters that no file can carry; a text may be empty."""
    if "".join(values).isprintable():
        return
    for value in values:
        if CONTROL_OR_LONE.search(value):
            raise InvalidInput(f"{what} holds a control character or half a surrogate pair: {value!r}")


@lru_cache(maxsize=MOST_KEPT)
def require_language(tag: str) -> None:
    """Refuse what is not shaped like a BCP 47 tag; what has passed is remembered."""
    if not LANGUAGE_TAG.fullmatch(tag):
        raise InvalidInput(f"{tag!r} is no language tag; write one such as zh-Hans or en-GB")


@lru_cache(maxsize=MOST_KEPT)
def require_partial_date(text: str) -> None:
    """Refuse what is neither YYYY nor YYYY-MM nor YYYY-MM-DD, and a day, month or year that there was not."""
    if not PARTIAL_DATE.fullmatch(text):
        raise InvalidInput(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat((text + FIRST_DAY)[:ISO_DATE_CHARS])
    except ValueError:
        raise InvalidInput(f"{text!r} is no date: the calendar has no such day or month") from None


def require_web_address(url: str) -> None:
    """Refuse what is no address of the web."""
    if not url.lower().startswith(WEB_SCHEMES):
        raise InvalidInput(f"{url!r} is no web address; write one that begins with https:// or http://")
