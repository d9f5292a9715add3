"""Writes verbs.py anew from what the families say of their verbs: ``python -m glossary.cli.verb_source``."""

from collections.abc import Iterator
from pathlib import Path

from glossary.cli.app import make_family

FAMILIES = (
    "lookup",
    "annotate",
    "mining",
    "candidates",
    "documents",
    "aligning",
    "reporting",
    "review",
    "curation",
    "concepts",
    "memory",
    "attestations",
    "exchange",
    "importing",
    "checking",
    "waivers",
    "base",
    "doctor",
    "serving",
)
"""The modules of this folder that have verbs, in the order in which `--help` lists them."""
TABLE = '''"""Every verb with the module of its family and its help in a line; written by verb_source.py.

`--help` reads it in place of all families. A docstring was changed, or a verb added: `make lists`.
"""

VERBS: dict[str, tuple[str, str]] = {
%s}
"""By name: the family, and the first paragraph of the help."""
'''
ROW = """    "%s": (
        "%s",
        "%s",
    ),
"""


def list_verbs() -> Iterator[tuple[str, str, str]]:
    """Yield name, family and first paragraph of the help of each verb; groups of verbs come last."""
    made = [(family, verb) for family in FAMILIES for verb in make_family(family).values()]
    for family, verb in sorted(made, key=lambda one: hasattr(one[1], "commands")):
        yield verb.name, family, " ".join(verb.help.split("\n\n")[0].split())


def format_table() -> str:
    """Return the Python source of the table."""
    return TABLE % "".join(ROW % verb for verb in list_verbs())


if __name__ == "__main__":
    Path(__file__).with_name("verbs.py").write_text(format_table(), encoding="utf-8")
