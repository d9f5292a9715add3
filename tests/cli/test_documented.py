"""Every verb and option is described in docs/commands.md, and every verb explains itself."""

from pathlib import Path

import pytest
import typer.main

from glossary.cli.app import make_app

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def verbs() -> list[tuple[str, list[str], str]]:
    """Every verb with the options that it takes and what its help says."""
    found = []
    pending = list(typer.main.get_group(make_app()).commands.items())
    while pending:
        name, command = pending.pop()
        if hasattr(command, "commands"):
            pending += [(f"{name} {inner}", one) for inner, one in command.commands.items()]
        else:
            options = [opt for parameter in command.params for opt in parameter.opts if opt.startswith("-")]
            found.append((name, options, command.help or ""))
    return sorted(found)


@pytest.mark.parametrize(("name", "options", "text"), verbs(), ids=lambda value: str(value)[:30])
def test_a_verb_is_documented_with_its_options(name: str, options: list[str], text: str) -> None:
    assert f"`glossary {name}" in TEXT
    assert [option for option in options if option not in TEXT] == []
    assert text.endswith(".")
