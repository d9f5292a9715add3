"""Lists of attested renderings: kept, listed, taken out."""

from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import DbOption, JsonOption, ReasonOption, current_user, reading, writing
from glossary.cli.output import print_json, print_note, print_table


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    group = typer.Typer(
        help="Lists of who wrote what for which term, to propose renderings from.", no_args_is_help=True
    )
    group.command("add")(add)
    group.command("list")(list_all)
    group.command("remove")(remove)
    app.add_typer(group, name="attestations")


def add(
    file: Annotated[Path, typer.Argument(help="CSV or TSV with columns zh, en and who, when, where.")],
    name: Annotated[str, typer.Option(help="The name of the list; else that of the file.")] = "",
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Keep a list of attested renderings to propose from; a list of the same name is replaced."""
    from glossary.services.review.attesting import import_list

    with writing(db) as (base, made):
        report = import_list(base, file, name=name, who=current_user(), why=reason)
    print_note(made)
    for problem in report.problems:
        print_note(f"not read: {problem}")
    print(f"{report.source}: {report.lines} lines")


def list_all(json: JsonOption = False, db: DbOption = None) -> None:
    """List the attestation lists of the base."""
    from glossary.services.review.attesting import list_lists

    with reading(db) as base:
        lists = list_lists(base)
    if json:
        print_json({"lists": [{"name": name, "lines": lines} for name, lines in lists.items()]})
    elif lists:
        print_table(("list", "lines"), lists.items())
    else:
        print_note("there are none; `glossary attestations add FILE` brings one")


def remove(name: Annotated[str, typer.Argument(help="The name of the list.")], db: DbOption = None) -> None:
    """Take an attestation list out of the base; what was accepted from it stays."""
    from glossary.services.review.attesting import remove_list

    with writing(db) as (base, made):
        report = remove_list(base, name, who=current_user())
    print_note(made)
    print_note(f"removed {report.source}")
