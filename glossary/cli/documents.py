"""The documents that a base was mined from: listed, printed, taken out."""

import sys

import typer

from glossary.cli.options import DbOption, DocumentArgument, JsonOption, current_user, reading, writing
from glossary.cli.output import print_json, print_note, print_table
from glossary.cli.progress import show_progress
from glossary.report.payloads import describe_document
from glossary.report.records import shorten_thing


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    group = typer.Typer(help="The documents that the base was mined from.", no_args_is_help=True)
    group.command("list")(list_all)
    group.command("text")(text)
    group.command("remove")(remove)
    app.add_typer(group, name="documents")


def list_all(json: JsonOption = False, db: DbOption = None) -> None:
    """List the documents with where each comes from and what was repaired."""
    from glossary.services.mining.documents import list_documents

    with reading(db) as base:
        records = list_documents(base)
    if json:
        print_json({"documents": [describe_document(record) for record in records]})
        return
    rows = (
        (
            shorten_thing(record.id),
            record.publisher,
            record.date,
            record.kept_characters,
            sum(record.repairs.values()),
            record.title or record.paths[0],
        )
        for record in records
    )
    print_table(("id", "publisher", "date", "kept", "repairs", "title"), rows)


def text(id: DocumentArgument, db: DbOption = None) -> None:
    """Print a document's text as contexts count it: before repair."""
    from glossary.services.mining.documents import show_document

    with reading(db) as base:
        document = show_document(base, id)
    sys.stdout.write(document.text.encode("utf-8", "backslashreplace").decode())


def remove(id: DocumentArgument, db: DbOption = None) -> None:
    """Take a document out of the base; its counts and contexts go with it."""
    from glossary.services.mining.documents import remove_document

    with writing(db) as (base, note), show_progress() as progress:
        removed = remove_document(base, id, who=current_user(), progress=progress)
    print_note(note)
    print_note(f"removed {shorten_thing(removed.id)} {removed.title or removed.paths[0]}")
