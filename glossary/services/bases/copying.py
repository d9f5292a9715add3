"""Moving a base whole to another place, a file or a database."""

from dataclasses import dataclass

from glossary.errors import BaseError
from glossary.services.bases.choosing import holds_nothing, shown
from glossary.services.history.snapshots import identify
from glossary.services.progress import Progress, no_progress
from glossary.store.copying import copy_tables
from glossary.store.database import Base, write_new_base
from glossary.store.places import find_place


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReport:
    """Where the copy lies, how many rows it has, and the id of the snapshot that both bases would have."""

    location: str
    rows: int
    snapshot: str


def copy_base(
    base: Base, target: str, *, force: bool = False, progress: Progress = no_progress
) -> CopyReport:
    """Write all that a base holds to ``target``; there it is whole, or, where anything fails, not at all.

    Raises BaseError where something is there; with ``force`` the copy takes the place of another termbase.
    """
    _require_elsewhere(base, target)
    is_free = holds_nothing(target)
    if not (is_free or force):
        raise BaseError(
            f"{shown(target)}: there is something already; name another place, or lose that termbase "
            "with --force"
        )
    replace = force or not find_place(target).is_missing()
    with base.reading() as source, write_new_base(target, replace=replace) as copy:
        rows = copy_tables(source, copy, report=lambda stage: progress(stage, 0, 0))
        progress("comparing", 0, 0)
        snapshot = _require_equal(identify(source), identify(copy), target)
    return CopyReport(location=shown(target), rows=rows, snapshot=snapshot)


def _require_elsewhere(base: Base, target: str) -> None:
    if find_place(target).location == base.location:
        raise BaseError(f"{base.location}: this is the base that is to be copied; name another place")


def _require_equal(before: str, after: str, target: str) -> str:
    if before != after:
        raise BaseError(f"{shown(target)}: the copy came out otherwise and was not kept; please report this")
    return after
