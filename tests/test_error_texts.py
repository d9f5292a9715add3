"""Errors reach pages and programs too: they name what to give as `instead`, never as an option."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.cli.app import make_verb
from glossary.cli.output import NAMED, with_options
from glossary.cli.verbs import VERBS

HOUSE = Path(__file__).resolve().parent.parent / "glossary"
OPTION = re.compile(r"(?<![\w-])(?:--[a-z]|-[a-z]\b)")
COMMAND = re.compile(r"`(?:glossary|createdb) [^`]+`")
SAY_OPTIONS = {
    "cli": "it has them",
    "store": "a BaseError is `public` in other words to those far away",
    "services/bases": "likewise",
    "curation/checks": "what the doctor advises to type",
    "formats/registry.py": "it prints the documentation of the command line",
    "report/imports.py": "it prints for the command line",
    "files/po.py": "an option of msgfmt",
}


def sources(*rooms: str) -> dict[str, str]:
    """Return the modules of some rooms, by where they are in the house."""
    files = (path for room in rooms for path in (HOUSE / room).rglob("*.py"))
    return {path.relative_to(HOUSE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def texts_of(source: str) -> Iterator[str]:
    """Yield the texts of a module, without its docstrings and without whole commands."""
    nodes = [*ast.walk(ast.parse(source))]
    lone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in lone:
            yield COMMAND.sub("", node.value)


def raised_with_options(source: str) -> Iterator[str]:
    """Yield the names of the errors that a module raises with a message that names an option."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Raise) and node.exc and OPTION.search(COMMAND.sub("", ast.unparse(node.exc))):
            yield ast.unparse(node.exc).partition("(")[0]


def option_names() -> set[str]:
    """Return the names of the options of all verbs."""
    found = [make_verb(name) for name in VERBS]
    found += [verb for group in found for verb in getattr(group, "commands", {}).values()]
    return {option for verb in found for parameter in verb.params for option in parameter.opts}


@pytest.mark.slow
def test_only_the_command_line_names_its_options() -> None:
    others = {name: source for name, source in sources("").items() if not name.startswith(tuple(SAY_OPTIONS))}
    told = {
        name: [text for text in texts_of(source) if OPTION.search(text)] for name, source in others.items()
    }
    assert {name: texts for name, texts in told.items() if texts} == {}


@pytest.mark.slow
def test_only_an_error_that_has_other_words_for_those_far_away_names_an_option() -> None:
    raised = {
        name for source in sources("store", "services").values() for name in raised_with_options(source)
    }
    assert raised == {"BaseError"}


@pytest.mark.slow
def test_what_an_error_names_is_an_option_of_the_command_line() -> None:
    rooms = ("services", "formats", "web", "store")
    raised = [source for source in sources(*rooms).values() if NAMED.search(source)]
    named = {
        with_options(f"`{name}`")
        for source in raised
        for text in texts_of(source)
        for name in NAMED.findall(text)
    }
    assert "--instead" in named
    assert named <= option_names()


def test_the_command_line_names_what_to_give_as_it_is_typed() -> None:
    assert (
        with_options("give `only_approved`, or `glossary add`") == "give --only-approved, or `glossary add`"
    )
