"""Every command explains itself, and docs/commands.md explains every command."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Command

from glossary.cli.app import make_verb
from glossary.cli.verb_source import FAMILIES, format_table
from glossary.cli.verbs import VERBS

DOCUMENTATION = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(listed: dict[str, Any], *names: str) -> Iterator[tuple[str, Any]]:
    """Yield each command by its whole name; a group of commands is none itself."""
    for name, command in listed.items():
        if hasattr(command, "commands"):
            yield from commands(command.commands, *names, name)
        else:
            yield " ".join((*names, name)), command


COMMANDS = dict(commands({name: make_verb(name) for name in VERBS}))
ROOT = Path(__file__).parents[2]


def section(name: str) -> str:
    """What docs/commands.md says of a command."""
    found = re.search(
        rf"^## `glossary {name}\b[^\n]*\n(.*?)(?=^## |\Z)", DOCUMENTATION, re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""


def test_the_list_of_verbs_is_what_the_families_say() -> None:
    listed = (ROOT / "glossary" / "cli" / "verbs.py").read_text(encoding="utf-8")
    assert listed == format_table(), "run `make lists`"


def test_every_family_that_has_verbs_is_listed() -> None:
    modules = [
        path for path in (ROOT / "glossary" / "cli").rglob("*.py") if "def add_verbs" in path.read_text()
    ]
    names = {path.parent.name if path.name == "__init__.py" else path.stem for path in modules}
    assert names == set(FAMILIES)


def test_the_help_lists_every_verb_with_what_it_does(glossary: Command) -> None:
    shown = glossary("--help").out
    assert re.findall(r"^  ([a-z]+)  +[A-Z]", shown, re.MULTILINE) == list(VERBS)


def test_a_verb_that_is_misspelled_is_refused_with_the_one_that_is_meant(glossary: Command) -> None:
    ran = glossary("loookup", "绿道")
    assert (ran.code, ran.out) == (2, "")
    assert "No such command 'loookup'. Did you mean 'lookup'?" in ran.err


def test_the_contract_has_these_verbs() -> None:
    wanted = (
        "mine candidates why accept reject defer add lookup build formats export import stats serve".split()
    )
    assert {*wanted, "documents list", "documents text", "documents remove"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_on_stdout(glossary: Command, name: str) -> None:
    ran = glossary(*name.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"glossary {name}" in " ".join(ran.out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_all_its_options_say_what_they_are_for(name: str) -> None:
    command = COMMANDS[name]
    assert command.help.endswith(".")
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_an_example(name: str) -> None:
    assert f"$ glossary {name}" in section(name)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    options = [
        option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("-")
    ]
    for option in options:
        place = DOCUMENTATION if option == "--db" else section(name)
        assert f"`{option}" in place, option


def test_the_documentation_names_no_command_that_does_not_exist() -> None:
    headings = re.findall(r"^## `glossary ([a-z]+(?: [a-z]+)?)", DOCUMENTATION, re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


def test_the_documentation_names_no_option_that_does_not_exist() -> None:
    for name, command in COMMANDS.items():
        known = {option for parameter in command.params for option in parameter.opts} | {"--db"}
        assert set(re.findall(r"`(--?[a-z-]+)", section(name))) <= known, name


def test_every_command_but_the_list_of_formats_takes_a_termbase() -> None:
    without = [
        name
        for name, command in COMMANDS.items()
        if "--db" not in {o for p in command.params for o in p.opts}
    ]
    assert without == ["formats"]


ANSWERING = ["mine", "lookup", "candidates", "why", "documents list", "formats", "import", "stats"]


@pytest.mark.parametrize("name", ANSWERING)
def test_what_answers_can_answer_in_json(name: str) -> None:
    assert "--json" in {option for parameter in COMMANDS[name].params for option in parameter.opts}
