"""No function of the store loads a whole table: what nothing bounds is yielded, a few rows at a time."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import Any, get_type_hints

import pytest

import glossary.store
from glossary.store.changes import list_changes, record_changes
from glossary.store.concepts import chinese_keys, insert_concepts, iterate_concepts
from glossary.store.database import Base, Connection

from .samples import a_change, a_concept, keyed

# They give a number a list, or an operation a number, however long the tables are.
SMALL = {"count_lists", "count_base", "undone_operations"}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(glossary.store.__path__):
        if not found.ispkg:
            yield import_module(f"glossary.store.{found.name}")


def questions() -> Iterator[Callable[..., Any]]:
    """Every public function that is given a connection and gives back what holds several values."""
    for module in modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_"):
                continue
            if next(iter(inspect.signature(function).parameters), "") == "connection" and name not in SMALL:
                yield function


def is_bounded(function: Callable[..., Any]) -> bool:
    """Whether the caller has to say of which things, or how many."""
    others = list(inspect.signature(function).parameters.values())[1:]
    return any(one.default is one.empty for one in others)


def gives_a_collection(function: Callable[..., Any]) -> bool:
    given = get_type_hints(function)["return"]
    return getattr(given, "__origin__", given) in (list, set, dict, tuple, frozenset)


def test_what_a_caller_does_not_bound_is_yielded() -> None:
    held = [function for function in questions() if gives_a_collection(function)]
    assert [function.__qualname__ for function in held if not is_bounded(function)] == []


PAIRS = list(product("abcdef", repeat=2))
MANY = len(PAIRS)


@pytest.fixture
def filled(base: Base) -> Base:
    with base.writing() as connection:
        insert_concepts(connection, (keyed(a_concept(f"caaaaa{a}{b}", f"甲{a}{b}")) for a, b in PAIRS))
        record_changes(connection, (a_change() for _ in PAIRS))
    return base


STREAMS: dict[str, Callable[[Connection], Iterator[object]]] = {
    "keys": chinese_keys,
    "concepts": lambda connection: iterate_concepts(connection, batch=4),
    "changes": list_changes,
}


@pytest.mark.parametrize("name", STREAMS)
def test_what_is_yielded_may_be_left_in_the_middle(filled: Base, name: str) -> None:
    with filled.reading() as connection:
        stream = STREAMS[name](connection)
        assert next(stream)
        assert len(list(chinese_keys(connection))) == MANY
        assert next(stream)
