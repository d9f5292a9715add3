"""JSON objects of other programs as concepts: terms in two languages under whatever names they have."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from glossary.errors import InvalidInput
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.csv.headers import (
    EITHER,
    PART_OF_SPEECH,
    guess_status,
    known_column,
    names_traditional,
)
from glossary.formats.languages import TRADITIONAL, guess_language
from glossary.formats.pairs.equivalents import NO_PAIR, Equivalent, Sides, join_equivalents, pair_sides
from glossary.formats.settling import settle_into
from glossary.model import SOURCE_LANGUAGE, Definition, Rendering, Status, Term, parse_name

ZH, EN, TERMS, ID = "zh", "en", "terms", "id"
NOTE, FIELD, DEFINITIONS, STATUS = "note", "subject_field", "definitions", "status"
READ = frozenset({ZH, EN, EITHER, NOTE, FIELD, DEFINITIONS, STATUS, PART_OF_SPEECH})
UNKNOWN_KEY = "its name is not known, so it is not read"
LONGEST_KEY_CHARS = 40


def is_pair(table: Mapping[str, Any]) -> bool:
    """Return whether an object names two sides, or Chinese alone, and is none of ours."""
    names = [known_column(str(key)) for key in table]
    return TERMS not in table and (ZH in names or names.count(EITHER) + (EN in names) > 1)


def build_pair(table: Mapping[str, Any], where: str) -> list[Piece]:
    """Return the addition that such an object makes; a side may be a text or a list of texts.

    Raises InvalidInput where it has no Chinese, or a value that cannot be.
    """
    keys = {str(key): known_column(str(key)) for key in table}
    zh, en = order_sides({name: texts_of(table, keys, name) for name in (ZH, EN, EITHER)})
    is_traditional = any(names_traditional(key) for key, name in keys.items() if name == ZH)
    language = TRADITIONAL if is_traditional else SOURCE_LANGUAGE
    said = {name: "\n".join(texts_of(table, keys, name)) for name in READ - {ZH, EN, EITHER}}
    status = parse_name(Status, guess_status(said[STATUS]), STATUS) if said[STATUS] else Status.ADMITTED
    one = Equivalent(
        where=where,
        terms=tuple(Term(text=text, language=language) for text in zh),
        renderings=tuple(
            Rendering(text=text, status=status, part_of_speech=said[PART_OF_SPEECH]) for text in en
        ),
        subject_field=said[FIELD],
        note=said[NOTE],
        definitions=tuple(
            Definition(text=text, language=guess_language(text)) for text in [said[DEFINITIONS]] if text
        ),
    )
    unread = [
        Dropped(where=where, what=key[:LONGEST_KEY_CHARS], why=UNKNOWN_KEY)
        for key, name in keys.items()
        if name not in READ
    ]
    return [*unread, *settle_into(join_equivalents([one]), [])]


def is_dictionary(table: Mapping[str, Any]) -> bool:
    """Return whether an object may have terms as its keys and their translations as its values."""
    names = {*map(str, table)}
    return (
        bool(names) and names.isdisjoint({TERMS, ID}) and all(isinstance(one, str) for one in table.values())
    )


def build_dictionary(table: Mapping[str, Any], where: str) -> list[Piece]:
    """Return the pairs of a dictionary, each by its key."""
    return [piece for key, value in table.items() for piece in build_other(where, key, value)]


def build_other(where: str, key: str, value: Any) -> list[Piece]:
    """Return what a key and its value say, as a pair or as a whole dictionary."""
    if isinstance(value, str):
        return [*_pair_texts(f"{where}, {key[:LONGEST_KEY_CHARS]!r}", key, value)]
    if isinstance(value, dict) and is_dictionary(value):
        return build_dictionary(value, where)
    return [Dropped(where=where, what=key[:LONGEST_KEY_CHARS], why=UNKNOWN_KEY)]


def _pair_texts(where: str, key: str, value: str) -> Iterator[Piece]:
    found = pair_sides(where, Sides(first=key, second=value))
    if isinstance(found, Dropped):
        yield found
    else:
        yield from settle_into(join_equivalents([found]), [])


def order_sides(sides: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Return the Chinese and the English texts; what is either is told by what it is written in."""
    zh, en, either = sides[ZH], sides[EN], sides[EITHER]
    if zh:
        return zh, en or either
    if en:
        zh = either
    elif len(either) > 1 and (ordered := Sides(first=either[0], second=either[1]).ordered()):
        zh, en = [ordered[0][0]], [ordered[1][0]]
    if not zh:
        raise InvalidInput(NO_PAIR)
    return zh, en


def texts_of(table: Mapping[str, Any], keys: Mapping[str, str], name: str) -> list[str]:
    """Return the filled texts under all keys that mean ``name``."""
    found = [value for key, value in table.items() if keys[str(key)] == name]
    texts = [text for value in found for text in (value if isinstance(value, list) else [value])]
    return [text.strip() for text in require_texts(texts, name) if text.strip()]


def require_texts(values: Iterable[Any], name: str) -> list[str]:
    """Return the values that are there, all of which must be texts."""
    texts = [value for value in values if value is not None]
    if not all(isinstance(text, str) for text in texts):
        raise InvalidInput(f"{name} is neither a text nor a list of texts")
    return texts
