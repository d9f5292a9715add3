"""The comment that a tool shows beside a rendering: parts between bars, most of them after their name.

``preferred | field: grid-based management | meaning: … | used by: Xinhua 2020-11-02``. The names let an
import put each part back where it came from, though a translator has edited the rows around it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from glossary.formats.concepts import Dropped
from glossary.formats.languages import guess_language
from glossary.formats.pairs.offering import Pair, cite, flatten
from glossary.model import Concept, Definition, Status

SEPARATOR = " | "
DO_NOT_TRANSLATE = "do not translate"
FIELD, SCOPE, MEANING, NOTE, WORDING, USED_BY = "field", "scope", "meaning", "note", "wording", "used by"
NAMES = frozenset({FIELD, SCOPE, MEANING, NOTE, WORDING, USED_BY})
STATUSES = frozenset(Status)
UNREAD_SOURCES = "who used a rendering is not read from comments, here and below; csv and tbx carry it"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says of its rendering and of the concept, by field, and of who used the rendering."""

    rendering: Mapping[str, Any] = field(default_factory=dict)
    concept: Mapping[str, Any] = field(default_factory=dict)
    used_by: str = ""


def comment_on(concept: Concept, pair: Pair) -> str:
    """Return what the translator reads beside a rendering: status, subject, meaning, who used it."""
    term, rendering = pair
    named = {
        FIELD: concept.subject_field,
        SCOPE: concept.scope,
        MEANING: next((definition.text for definition in concept.definitions), ""),
        NOTE: concept.note,
        WORDING: rendering.note,
        USED_BY: "; ".join(map(cite, rendering.evidence)),
    }
    first = [str(rendering.status), *([DO_NOT_TRANSLATE] if term.do_not_translate else [])]
    return SEPARATOR.join([*first, *(f"{name}: {flatten(text)}" for name, text in named.items() if text)])


def read_comment(comment: str) -> Comment:
    """Return what a comment says: one of ours begins with the status, another one is a note."""
    status, _, rest = comment.partition(SEPARATOR)
    if status not in STATUSES:
        return Comment({"note": comment})
    said = dict(_split(rest))
    meaning = said.get(MEANING, "")
    definitions = (Definition(text=meaning, language=guess_language(meaning)),) if meaning else ()
    return Comment(
        {"status": Status(status), "note": said.get(WORDING, "")},
        {
            "subject_field": said.get(FIELD, ""),
            "scope": said.get(SCOPE, ""),
            "note": said.get(NOTE, ""),
            "definitions": definitions,
        },
        said.get(USED_BY, ""),
    )


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Yield each part after its name; one without a name goes on with the part before it, which had a bar."""
    name, content = WORDING, ""
    for part in filter(None, text.split(SEPARATOR)):
        first, colon, rest = part.partition(": ")
        if colon and first in NAMES:
            yield name, content
            name, content = first, rest
        elif part != DO_NOT_TRANSLATE:
            content = SEPARATOR.join(filter(None, [content, part]))
    yield name, content


def tell_sources(where: str, comment: Comment) -> Dropped:
    """Return that the sources in comments are not read."""
    return Dropped(where=where, what=f"{USED_BY}: {comment.used_by}", why=UNREAD_SOURCES)
