"""What is wrong with an argument that a program or a model sent: our sentence for Pydantic's finding."""

from collections.abc import Mapping
from typing import Any

LONGEST_SHOWN_CHARS = 40
MISSING = "missing"
GIVE = {
    "string_type": "a text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "enum": "{expected}",
    "literal_error": "{expected}",
    "less_than_equal": "{le} or less",
    "greater_than_equal": "{ge} or more",
    "string_too_short": "at least {min_length} {characters}",
    "string_too_long": "at most {max_length} {characters}",
    "too_long": "at most {max_length}",
    "too_short": "at least {min_length}",
}
"""By the type of the finding: what to give in place of what was given."""


def describe_mistake(name: str, found: Mapping[str, Any]) -> str:
    """Return what is wrong with an argument and what to give; ``found`` is one of Pydantic's errors."""
    kind, context = found["type"], found.get("ctx", {})
    if kind == MISSING:
        return f"{name} is missing; give it"
    if kind not in GIVE:
        return f"{name}: {found['msg'][:1].lower()}{found['msg'][1:]}"
    limit = context.get("min_length", context.get("max_length"))
    wanted = GIVE[kind].format(**context, characters="character" if limit == 1 else "characters")
    return f"{name} {_tell(found['input'])}; give {wanted}"


def _tell(given: object) -> str:
    if isinstance(given, str) and len(given) > LONGEST_SHOWN_CHARS:
        return f"has {len(given)} characters"
    shown = repr(given)
    return "is " + (shown if len(shown) <= LONGEST_SHOWN_CHARS else f"{shown[:LONGEST_SHOWN_CHARS]}…")
