"""No option is dropped in silence: where it would do nothing, the command says so."""

from pathlib import Path

import pytest
from small_base import GREENWAY

from .conftest import Refused

IDLE = [
    (["annotate", "a.txt", "--top", "5"], "--top goes with --coverage alone"),
    (["align", "a.tmx", "--publisher", "x", "--url", "y"], "--publisher and --url go with --save alone"),
    (["align", "a.tmx", "--tier", "media"], "--tier goes with --save alone"),
]
CONTRARY = [
    (["annotate", "a.txt", "--json", "--html"], "--json, --html, --inline and --xliff"),
    (["check", "a.tmx", "--junit", "--html"], "--json, --junit and --html"),
    (["concept", "show", GREENWAY, "--json", "--toml"], "--json and --toml"),
    (["concept", "edit", GREENWAY, "--file", "a.toml", "--set", "note=x"], "--file and --set"),
    (["history", "--json", "--csv"], "--json and --csv"),
    (["history", "--newest", "3", "--all"], "--newest and --all"),
    (["requests", "--forget", "x", "--forget-all"], "--forget, --forget-all and --all"),
    (["requests", "--forget-all", "--all"], "--forget, --forget-all and --all"),
    (["snapshot", "--list", "--note", "x"], "--note and --list"),
    (["doctor", "--explain", "W1", "--only", "W2"], "--explain, --only, --ignore and --json"),
]


@pytest.mark.parametrize(("arguments", "said"), IDLE, ids=[" ".join(arguments) for arguments, _ in IDLE])
def test_an_option_that_would_do_nothing_is_refused(
    refused: Refused, kept_base: Path, arguments: list[str], said: str
) -> None:
    assert f"{said}; add that, or do without" in refused(*arguments, "--db", kept_base)


@pytest.mark.parametrize(
    ("arguments", "names"), CONTRARY, ids=[" ".join(arguments) for arguments, _ in CONTRARY]
)
def test_of_options_that_exclude_each_other_one_is_to_be_chosen(
    refused: Refused, kept_base: Path, arguments: list[str], names: str
) -> None:
    assert f"choose one of {names}\n" in refused(*arguments, "--db", kept_base)
