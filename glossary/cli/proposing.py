"""Showing proposed renderings in the terminal."""

from glossary.cli.output import print_note, print_table
from glossary.curation.proposals import Avoid, Proposal, Proposals


def print_proposals(found: Proposals) -> None:
    """Print what is proposed for a term, each with its reason, and what a list says to avoid."""
    if found.proposals:
        print_table(("proposed renderings",), _as_rows(found.proposals), wrapped=True)
    else:
        print_note("no rendering is proposed: too little is known of the parts")
    if found.avoid:
        print_table(("renderings to avoid",), _as_rows(found.avoid), wrapped=True)


def _as_rows(found: tuple[Proposal, ...] | tuple[Avoid, ...]) -> list[tuple[str]]:
    return [(" — ".join((one.text, one.reason, *_sentence_pairs(one))),) for one in found]


def _sentence_pairs(one: Proposal | Avoid) -> tuple[str, ...]:
    return one.sentence_pairs[:1] if isinstance(one, Proposal) else ()
