"""Telling of which other concepts a saved one may be a duplicate: it is saved all the same."""

from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING

from glossary.cli.output import print_note

if TYPE_CHECKING:
    from glossary.curation.duplicates import Duplicate

DUPLICATES_SHOWN = 5


def tell_duplicates(duplicates: "Collection[Duplicate]", *, are_saved: bool = True) -> None:
    """Say beside the results what concepts share, and where they are saved, how to merge them."""
    from glossary.curation.duplicates import describe_collision, describe_duplicate

    describe = describe_duplicate if are_saved else describe_collision
    for duplicate in islice(duplicates, DUPLICATES_SHOWN):
        print_note(f"perhaps a duplicate: {describe(duplicate)}")
    if len(duplicates) > DUPLICATES_SHOWN:
        lists_them = "; `glossary doctor --only W6` lists them all" if are_saved else ""
        print_note(f"perhaps {len(duplicates) - DUPLICATES_SHOWN} more duplicates{lists_them}")
