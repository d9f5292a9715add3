"""One concept: shown, edited, merged, split, and what was done to it."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from glossary.cli.duplicates import tell_duplicates
from glossary.cli.editing import edit_in_editor, keep_draft, read_draft, with_settings
from glossary.cli.options import (
    DbOption,
    JsonOption,
    ReasonOption,
    choose_one,
    current_user,
    reading,
    writing,
)
from glossary.cli.output import print_json, print_note
from glossary.cli.terminal import terminal_columns, wants_colour
from glossary.errors import GlossaryError
from glossary.model import Concept
from glossary.report.hits import format_answer
from glossary.report.payloads import describe_concept
from glossary.report.records import lay_out_change
from glossary.report.rows import arrange_hits
from glossary.services import wording

ConceptArgument = Annotated[str, typer.Argument(help="The id of a concept; one that was merged works too.")]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    concept = typer.Typer(help="One concept: look at it, change it, see what was done.", no_args_is_help=True)
    concept.command("show")(show)
    concept.command("edit")(edit)
    concept.command("merge")(merge)
    concept.command("split")(split)
    concept.command("history")(history)
    app.add_typer(concept, name="concept")


def show(
    id: ConceptArgument,
    toml: Annotated[bool, typer.Option("--toml", help="As the text that `concept edit` takes.")] = False,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Show a concept with all that is known of it."""
    from glossary.formats.toml.single import show_concept
    from glossary.services.concepts.versions import version_of
    from glossary.services.lookup.answers import describe_as_hit

    choose_one(json=json, toml=toml)
    with reading(db) as base:
        hit, documents, heads = describe_as_hit(base, id)
    concept = hit.concept
    if concept.id != id:
        print_note(f"{id} was merged into {concept.id}")
    if json:
        print_json(describe_concept(concept, version=version_of(concept), heads=heads))
    elif toml:
        sys.stdout.write(show_concept(concept, version=version_of(concept)))
    else:
        arranged = arrange_hits([hit], documents)
        sys.stdout.write(format_answer(*arranged, columns=terminal_columns(), colour=wants_colour()))
        _print_links(concept, heads)


def _print_links(concept: Concept, heads: Mapping[str, str]) -> None:
    for one in concept.relations:
        head = heads.get(one.concept, "(not there, see `glossary doctor`)")
        print(f"  {one.kind.value.replace('-', ' ')}: {head} {one.concept}")
    for old in concept.redirects:
        print(f"  was also: {old}")


def edit(
    id: ConceptArgument,
    file: Annotated[
        Path | None, typer.Option("--file", help="The new text, as --toml shows it; - is stdin.")
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            help="FIELD=TEXT: subject_field, scope, note, definition.zh, definition.en, related (an id) and "
            "the other relations; may be repeated.",
        ),
    ] = None,
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Change a concept: in your editor, from a file, or a field at a time."""
    from glossary.services.concepts.editing import show_concept

    choose_one(file=file, set=set_)
    with reading(db) as base:
        read = show_concept(base, id)
    if set_:
        _write(db, with_settings(read, set_), read, reason)
    elif file is not None:
        _write_draft(db, read, read_draft(file), reason)
    else:
        _write_draft(db, read, edit_in_editor(read), reason)


def _write_draft(db: str | None, read: Concept, text: str, reason: str) -> None:
    """Write what a text says; one that cannot be written is kept beside, so that no work is lost."""
    from glossary.formats.toml.single import read_concept
    from glossary.services.concepts.editing import find_version

    try:
        edited, version = read_concept(text)
        if version:
            with reading(db) as base:
                read = find_version(base, read.id, version)
        _write(db, replace(edited, id=read.id) if edited.id in read.redirects else edited, read, reason)
    except GlossaryError:
        print_note(f"your text is kept: {keep_draft(read.id, text)}")
        raise


def _write(db: str | None, edited: Concept, read: Concept, reason: str) -> None:
    from glossary.services.concepts.editing import edit_concept

    with writing(db) as (base, made):
        done = edit_concept(base, edited, read=read, who=current_user(), why=reason)
    print_note(made)
    if done.is_joined:
        print_note("somebody else had changed the concept meanwhile, in other places; both changes are in")
    print(f"{done.concept.id} {done.concept.head.text}: {'changed' if done.is_changed else 'as it was'}")
    tell_duplicates(done.duplicates)


def merge(
    id: Annotated[str, typer.Argument(help="The concept that is given up.")],
    into: Annotated[str, typer.Argument(help="The concept that is kept.")],
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Make two concepts one: terms, renderings, evidence and the old id go to the one that is kept."""
    from glossary.services.concepts.joining import merge_concepts

    with writing(db) as (base, made):
        merger = merge_concepts(base, id, into, who=current_user(), why=reason)
    print_note(made)
    for conflict in merger.conflicts:
        print_note(f"{conflict.field}: kept {conflict.here}, gave up {conflict.there}")
    _say(merger.concept)


def split(
    id: ConceptArgument,
    texts: Annotated[list[str], typer.Argument(help="The terms and renderings that mean something else.")],
    scope: Annotated[str, typer.Option(help=wording.NEW_SCOPE)] = "",
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Make a new concept of terms and renderings that mean something else; the old id stays with the rest."""
    from glossary.curation.checks import find_problems
    from glossary.services.concepts.joining import split_concept

    with writing(db) as (base, made):
        both = split_concept(base, id, texts, scope=scope, who=current_user(), why=reason)
    print_note(made)
    for concept in both:
        _say(concept)
        for problem in find_problems(concept):
            print_note(f"{concept.id}: {problem}")
    stays, new = both
    if not new.scope and stays.head.text == new.head.text:
        print_note(f"nothing tells the two apart yet: `glossary concept edit {new.id} --set scope=TEXT`")


def history(id: ConceptArgument, json: JsonOption = False, db: DbOption = None) -> None:
    """Tell what was done to a concept: who, when, why, and what differs."""
    from glossary.services.history.log import describe_told, tell_concept

    with reading(db) as base:
        told = tell_concept(base, id)
    payloads = [*map(describe_told, told)]
    if json:
        print_json({"concept": id, "changes": payloads})
        return
    for payload, one in zip(payloads, told, strict=True):
        print("\n".join(lay_out_change(payload, one.differences)))
    if not told:
        print_note("nothing was done to it since the base was built")


def _say(concept: Concept) -> None:
    renderings = "; ".join(f"{one.text} ({one.status.value})" for one in concept.renderings)
    print(
        f"{concept.id} {'、'.join(term.text for term in concept.terms)}: {renderings or 'no rendering yet'}"
    )
