"""Files in: what a curator changed elsewhere comes back into the base."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import click
import typer

from glossary.cli.asking import is_answerable
from glossary.cli.columns import settle_columns
from glossary.cli.duplicates import tell_duplicates
from glossary.cli.options import DbOption, JsonOption, current_user, opening
from glossary.cli.output import print_long_json, print_note, with_options
from glossary.cli.progress import show_progress
from glossary.errors import EXIT_FINDINGS
from glossary.report.imports import Change, lay_out_conflict, lay_out_import

if TYPE_CHECKING:
    from glossary.curation.conflicts import Conflict, Policy, Wishes
    from glossary.services.bases.choosing import Base
    from glossary.services.importing.files import ImportReport

QUIT = "q"
KEYS = "k: base, r: file, a: both where both can stand; K, R, A: so for all the rest; q: import nothing"
Answers = dict[tuple[str, str, str, str], "Policy"]
"""What was decided, by concept and field and by what both sides said when it was shown."""


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("import")(import_)


def import_(
    file: Annotated[Path, typer.Argument(help="The file, or the folder of toml files.")],
    format: Annotated[str | None, typer.Option(help="The format; told by content where not said.")] = None,
    on_conflict: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[FIELD=]POLICY",
            help="Where base and file differ, or one FIELD does: ask, keep, replace or add.",
        ),
    ] = None,
    base_: Annotated[
        str, typer.Option("--base", metavar="SNAPSHOT", help="The snapshot that the file was exported from.")
    ] = "",
    columns: Annotated[
        str, typer.Option(metavar="NAME,…", help="The columns of a table, such as zh,en,,note; else guessed.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Bring into the base what was changed in a file; what the file cannot say stays as it is."""
    from glossary.curation.conflicts import parse_wishes

    wishes = parse_wishes(on_conflict or ())
    may_ask = is_answerable() and not json
    told = settle_columns(file, format, columns, asks=may_ask)
    with opening(db, to_write=not dry_run) as (base, made):
        bring = partial(_bring, base, file, format_name=format, snapshot=base_, columns=told)
        answers = _ask_first(bring, wishes) if wishes.asks_any and may_ask and not dry_run else {}
        done = bring(decide=_decider(answers, wishes), dry_run=dry_run)
    print_note(made)
    _tell(done, json=json, dry_run=dry_run)
    if done.is_empty:
        why = ", as is said above" if done.dropped else ": it has no entry with a term"
        print_note(f"nothing of the file could be imported{why}")
        raise typer.Exit(EXIT_FINDINGS)


def _bring(base: "Base", file: Path, **options: Any) -> "ImportReport":
    """Import a file, telling how far it is."""
    from glossary.services.importing.files import import_file

    with show_progress(counted="concepts") as progress:
        return import_file(base, file, who=current_user(), progress=progress, **options)


def _ask_first(bring: "Callable[..., ImportReport]", wishes: "Wishes") -> Answers:
    """Ask about the conflicts that an import would meet, before anything is written."""
    tried = bring(decide=wishes.policies, dry_run=True)
    return _ask_all([one for one in tried.conflicts if wishes.is_asked(one)])


def _decider(answers: Answers, wishes: "Wishes") -> "Callable[[Conflict], Policy]":
    def decide(conflict: "Conflict") -> "Policy":
        return answers.get(_as_shown(conflict)) or wishes.policies(conflict)

    return decide


def _as_shown(conflict: "Conflict") -> tuple[str, str, str, str]:
    return conflict.concept, conflict.field, conflict.here, conflict.there


def _ask_all(conflicts: "Sequence[Conflict]") -> Answers:
    """Show each conflict and take one key for it; a capital one is for all the rest."""
    from glossary.curation.conflicts import Policy

    policies = {policy.value[0]: policy for policy in Policy}
    answers: Answers = {}
    rest: Policy | None = None
    for number, conflict in enumerate(conflicts, start=1):
        key = "" if rest else _ask(conflict, f"{number} of {len(conflicts)}", policies)
        rest = policies[key.lower()] if key.isupper() else rest
        answers[_as_shown(conflict)] = rest or policies[key]
    return answers


def _ask(conflict: "Conflict", place: str, policies: "dict[str, Policy]") -> str:
    sys.stderr.write(
        "\n".join([f"conflict {place}:", *lay_out_conflict({**asdict(conflict), "taken": ""})]) + "\n"
    )
    sys.stderr.write(f"  [{KEYS}] ")
    sys.stderr.flush()
    while True:
        key = click.getchar()
        if key.lower() == QUIT:
            sys.stderr.write("\nnothing was imported\n")
            raise typer.Exit(EXIT_FINDINGS)
        if key.lower() in policies:
            sys.stderr.write(f"{policies[key.lower()]}{' for all the rest' if key.isupper() else ''}\n")
            return key


def _tell(done: "ImportReport", *, json: bool, dry_run: bool) -> None:
    from glossary.services.importing.telling import describe_done

    told = describe_done(done, dry_run=dry_run)
    if json:
        print_long_json(told)
    else:
        added, changed = (_lay_out_previews(done, are_new=are_new) for are_new in (True, False))
        told["dropped"] = ({**one, "why": with_options(one["why"])} for one in told["dropped"])
        for line in lay_out_import(told, added=added, changed=changed):
            print(line)
    _note_what_it_was_compared_with(done)
    tell_duplicates(done.duplicates, are_saved=not dry_run)


def _lay_out_previews(done: "ImportReport", *, are_new: bool) -> Iterator[Change]:
    shown = (one for one in done.previews if one.is_new is are_new)
    return ((asdict(one), [*map(str, one.differences)]) for one in shown)


def _note_what_it_was_compared_with(done: "ImportReport") -> None:
    if done.snapshot:
        print_note(f"compared with snapshot {done.snapshot}{_tell_missing(done)}")
    elif done.unknown_snapshot:
        print_note(
            f"the file was exported from snapshot {done.unknown_snapshot}, which this base does not know: "
            "it only adds; --base names another one (`glossary snapshot --list`)"
        )
    elif done.conflicts:
        print_note(
            "the file names no snapshot, so nobody knows which side is newer: it only adds; "
            "--base SNAPSHOT says what it was exported from, --on-conflict whose word counts"
        )


def _tell_missing(done: "ImportReport") -> str:
    """Return what to say of concepts that the file does not have; most of them: it may be cut short."""
    if not done.missing:
        return ""
    told = f"; not in the file, and kept: {done.missing} of {done.there_before}; nothing was deleted"
    is_most = 2 * done.missing > done.there_before
    return told + ("; was the file cut short?" if is_most else "")
