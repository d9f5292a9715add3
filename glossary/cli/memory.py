"""What the base remembers: what was done, taken back, asked for in vain, and cited."""

from itertools import chain, starmap
from typing import Annotated

import typer

from glossary.cli.options import (
    CsvOption,
    DbOption,
    JsonOption,
    ReasonOption,
    choose_one,
    current_user,
    reading,
    writing,
)
from glossary.cli.output import print_csv, print_json, print_long_json, print_note, print_pieces, print_table
from glossary.cli.progress import show_progress
from glossary.report.records import (
    LOG_COLUMNS,
    describe_request,
    describe_snapshot,
    lay_out_change,
    row_of_change,
)
from glossary.services import wording
from glossary.services.defaults import MOST_NUMBER

NEWEST_SHOWN = 50


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("history")(history)
    app.command("undo")(undo)
    app.command("requests")(requests)
    app.command("snapshot")(snapshot)


def history(
    newest: Annotated[
        int | None, typer.Option(min=1, help=f"{wording.NEWEST}; on a terminal {NEWEST_SHOWN}.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every change.")] = False,
    who: Annotated[str, typer.Option(help=wording.WHO)] = "",
    since: Annotated[str, typer.Option(help=wording.SINCE)] = "",
    json: JsonOption = False,
    csv: CsvOption = False,
    db: DbOption = None,
) -> None:
    """Tell what was done to the base: who, when, why, before and after; the decision log."""
    from glossary.services.history.log import describe_told, stream_base

    choose_one(json=json, csv=csv)
    choose_one(newest=newest, all=all_)
    whole = all_ or csv or json
    with reading(db) as base:
        shown = newest or (None if whole else NEWEST_SHOWN)
        told = stream_base(base, newest=shown, who=who, since=since)
        if json:
            print_long_json({"changes": map(describe_told, told)})
            return
        described = ((describe_told(one), one.differences) for one in told)
        if csv:
            print_csv(LOG_COLUMNS, starmap(row_of_change, described))
        elif first := next(described, None):
            laid_out = starmap(lay_out_change, chain([first], described))
            print_pieces((f"{line}\n" for line in chain.from_iterable(laid_out)), None)
        else:
            print_note("nothing was done since the base was built, or nothing that fits")


def undo(
    change: Annotated[
        int | None,
        typer.Argument(
            min=1, max=MOST_NUMBER, help="The number of a change; else your last one that stands."
        ),
    ] = None,
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Take back what was done, with all that was done in the same stroke; what came later stays."""
    from glossary.services.history.undoing import undo as take_back

    with writing(db) as (base, made), show_progress(counted="concepts") as progress:
        undone = take_back(base, change, who=current_user(), why=reason, progress=progress)
    print_note(made)
    things = ", ".join(undone.things[:5]) + (" …" if len(undone.things) > 5 else "")
    print(f"took back {undone.operation}: {undone.verb} {things}")
    print_note(f"`glossary undo {undone.by}` brings it back")


def requests(
    all_: Annotated[bool, typer.Option("--all", help="Also those that a concept answers now.")] = False,
    forget: Annotated[
        list[str] | None, typer.Option(help="Take a query out of the record; may be repeated.")
    ] = None,
    forget_all: Annotated[bool, typer.Option("--forget-all", help="Take every query out.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """List what was looked up and not found, the most wanted first, or forget it."""
    from glossary.services.lookup.requests import list_requests

    if choose_one(forget=forget, forget_all=forget_all, all=all_) and not all_:
        _forget(forget or [], db, json=json)
        return
    with reading(db) as base:
        found = list_requests(base, is_open=None if all_ else True)
    described = [describe_request(one) for one in found]
    if json:
        print_json({"requests": described})
    elif described:
        rows = ((one["query"], one["count"], one["last"], one["concept"] or "") for one in described)
        print_table(("query", "asked", "last", "answered by"), rows)
    else:
        print_note("no lookup has failed here")


def _forget(queries: list[str], db: str | None, *, json: bool) -> None:
    """Take these queries out of the record; all of them where none is named."""
    from glossary.services.lookup.requests import forget_requests

    with writing(db) as (base, made):
        gone = forget_requests(base, queries)
    print_note(made)
    if json:
        print_json({"forgotten": gone})
    else:
        print_note(f"forgot {gone}")


def snapshot(
    note: Annotated[str, typer.Option(help="What the snapshot is for.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="List those that were taken.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Write down the state of the base under an id that can be cited; the same content has the same id."""
    from glossary.services.history.snapshots import take_snapshot

    if choose_one(note=note, list=list_) and list_:
        _list_snapshots(db, json=json)
        return
    with writing(db) as (base, made):
        one = take_snapshot(base, who=current_user(), note=note)
    print_note(made)
    if note and one.note != note:
        told = f"by {one.who} at {one.when}: {one.note or 'no note'}"
        print_note(f"this state was written down already, {told}")
    if json:
        print_json(describe_snapshot(one))
    else:
        print(one.id)


def _list_snapshots(db: str | None, *, json: bool) -> None:
    from glossary.services.history.snapshots import list_snapshots

    with reading(db) as base:
        described = [*map(describe_snapshot, list_snapshots(base))]
    if json:
        print_json({"snapshots": described})
    else:
        rows = ((one["id"], one["when"], one["who"], one["change"], one["note"]) for one in described)
        print_table(("snapshot", "when", "who", "last change", "note"), rows)
