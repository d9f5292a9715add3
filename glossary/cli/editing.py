"""The text of a concept in the hands of a person: an editor, a file, a field at a time."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from glossary.errors import InvalidInput, UnreadableFile
from glossary.model import TEXT_FIELDS, Concept, Definition, Relation, RelationKind

DEFINITION = "definition."
RELATIONS = tuple(kind.value for kind in RelationKind)
STDIN = Path("-")


def edit_in_editor(concept: Concept) -> str:
    """Return the concept's text as a person left it in the editor that VISUAL or EDITOR names."""
    from glossary.formats.toml.single import show_concept
    from glossary.services.concepts.versions import version_of

    text = show_concept(concept, version=version_of(concept))
    if not sys.stdin.isatty():
        raise InvalidInput("there is no terminal to edit in; use --file FILE, or --set FIELD=TEXT")
    try:
        edited = click.edit(text, extension=".toml", require_save=False)
    except click.ClickException as error:
        raise InvalidInput(f"{error.message}; set EDITOR, or use --file FILE") from None
    return edited or text


def read_draft(file: Path) -> str:
    """Return the text of a file, or of stdin for ``-``."""
    try:
        return sys.stdin.read() if file == STDIN else file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(file, "is no UTF-8; save it in UTF-8") from None
    except OSError as error:
        raise UnreadableFile(file, f"cannot be read ({error.strerror})") from None


def keep_draft(id: str, text: str) -> Path:
    """Keep a text that could not be written to the base; return where."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix=f"{id}-", suffix=".toml", delete=False
    ) as kept:
        kept.write(text)
    return Path(kept.name)


def with_settings(concept: Concept, settings: Iterable[str]) -> Concept:
    """Return the concept with each FIELD=TEXT set; an empty text clears the field.

    A kind of relation, such as related=ID, is added to those that are there.
    """
    for setting in settings:
        name, sign, text = setting.partition("=")
        if not sign:
            raise InvalidInput(f"{setting!r} sets nothing; write FIELD=TEXT, such as scope=Hainan")
        concept = _with_field(concept, name.strip().replace("-", "_"), text.strip())
    return concept


def _with_field(concept: Concept, name: str, text: str) -> Concept:
    if name in TEXT_FIELDS:
        field: dict[str, Any] = {name: text}
        return replace(concept, **field)
    if name.replace("_", "-") in RELATIONS:
        kind = RelationKind(name.replace("_", "-"))
        arrow = Relation(kind=kind, concept=text)
        return replace(concept, relations=tuple(dict.fromkeys((*concept.relations, arrow))))
    language = name.removeprefix(DEFINITION)
    if language == name or not language:
        known = ", ".join((*TEXT_FIELDS, "definition.zh", "definition.en", *RELATIONS))
        raise InvalidInput(f"there is no field {name!r} to set; known: {known}; all else with --file")
    others = tuple(one for one in concept.definitions if one.language != language)
    new = (Definition(text=text, language=language),) if text else ()
    return replace(concept, definitions=(*others, *new))
