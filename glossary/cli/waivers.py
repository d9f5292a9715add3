"""Findings of checks that are accepted in every document."""

from typing import Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, current_user, reading, writing
from glossary.cli.output import print_json, print_note, print_table
from glossary.report.findings import describe_waiver, tell_waiver


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    group = typer.Typer(help="Findings of checks that are accepted.", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(list_all)
    group.command("remove")(remove)
    app.add_typer(group, name="waivers")


def add(
    term: Annotated[str, typer.Argument(help="The Chinese term that the findings are about.")],
    reason: Annotated[str, typer.Option(help="Why they are right as they are.")],
    kind: Annotated[str, typer.Option(help="Only findings of this kind.")] = "",
    found: Annotated[str, typer.Option(help="Only this wording of the translation.")] = "",
    where: Annotated[str, typer.Option(help="Only the segment that a file calls so.")] = "",
    db: DbOption = None,
) -> None:
    """Accept the findings about a term in every document, with a reason."""
    from glossary.files.check_file import make_waiver
    from glossary.services.checking.waivers import keep_waiver

    waiver = make_waiver(term, kind, found=found, where=where, reason=reason)
    with writing(db) as (base, note):
        kept = keep_waiver(base, waiver, who=current_user())
    print_note(note)
    print(f"{kept.number}: {tell_waiver(kept)}")


def list_all(json: JsonOption = False, db: DbOption = None) -> None:
    """List the waivers that the base keeps."""
    from glossary.services.checking.waivers import find_idle, list_waivers

    with reading(db) as base:
        waivers = list_waivers(base)
        idle = find_idle(base, waivers)
    for one in idle:
        print_note(f"waiver {one.number} covers nothing: the base has no term {one.term}")
    if json:
        print_json({"waivers": [describe_waiver(waiver) for waiver in waivers]})
        return
    rows = ((one.number, one.who, one.when, tell_waiver(one)) for one in waivers)
    print_table(("number", "who", "when", "what (why)"), rows, wrapped=True)


def remove(
    number: Annotated[int, typer.Argument(help="The number that `glossary waivers list` shows.")],
    db: DbOption = None,
) -> None:
    """Take a waiver out of the base: its findings are told again."""
    from glossary.services.checking.waivers import remove_waiver

    with writing(db) as (base, note):
        remove_waiver(base, number)
    print_note(note)
    print(f"removed waiver {number}")
