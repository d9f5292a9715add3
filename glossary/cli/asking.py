"""Asking the person at the terminal; where nobody can answer, the question is an error that says it all."""

import sys

from glossary.errors import Ambiguous

NEW = "new"


def is_answerable() -> bool:
    """Whether somebody sits at a terminal that shows the question and takes the answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def choose_concept(zh: str, several: Ambiguous) -> str:
    """Return the id of the concept that is meant, or ``new``; raises the error where nobody answers."""
    if not is_answerable() or not several.choices:
        raise several
    sys.stderr.write(f"{zh} is {len(several.choices)} concepts:\n")
    for number, (id, told) in enumerate(several.choices, start=1):
        sys.stderr.write(f"  {number}  {told}  {id}\n")
    sys.stderr.write(f"  n  another one\nWhich? [1-{len(several.choices)}, n, Enter for none] ")
    sys.stderr.flush()
    answer = sys.stdin.readline().strip().lower()
    if answer == "n":
        return NEW
    if answer.isdecimal() and 1 <= int(answer) <= len(several.choices):
        return several.choices[int(answer) - 1][0]
    raise several
