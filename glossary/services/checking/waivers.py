"""The waivers that a base keeps."""

from collections.abc import Sequence
from dataclasses import replace

from glossary.checking.waivers import Waiving as Waiving
from glossary.errors import NotFound
from glossary.model import Waiver
from glossary.services.clock import now_utc
from glossary.store import concepts as concept_rows
from glossary.store import waivers as waiver_rows
from glossary.store.database import Base
from glossary.text.folding import folded_key


def list_waivers(base: Base) -> list[Waiver]:
    """Return the waivers that the base keeps, in the order of their numbers."""
    with base.reading() as connection:
        return list(waiver_rows.list_waivers(connection))


def find_idle(base: Base, waivers: Sequence[Waiver]) -> list[Waiver]:
    """Return those waivers that cannot cover anything: the base has no such term (any more)."""
    with base.reading() as connection:
        known = concept_rows.holders_of_folded(connection, [folded_key(one.term) for one in waivers])
    return [one for one in waivers if folded_key(one.term) not in known]


def keep_waiver(base: Base, waiver: Waiver, *, who: str) -> Waiver:
    """Keep a waiver in the base, and return it with its number."""
    kept = replace(waiver, who=who, when=now_utc())
    with base.writing() as connection:
        return replace(kept, number=waiver_rows.insert_waivers(connection, [kept]))


def remove_waiver(base: Base, number: int) -> None:
    """Take a waiver out of the base; raises NotFound."""
    with base.writing() as connection:
        if not waiver_rows.delete_waiver(connection, number):
            raise NotFound(f"there is no waiver {number}; `glossary waivers list` shows them")
