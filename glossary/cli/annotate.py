"""Known terms in a text."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glossary.cli.options import DbOption, JsonOption, OutputOption, choose_one, reading, refuse_without
from glossary.cli.output import STDOUT, print_note, save_or_print
from glossary.cli.progress import show_progress
from glossary.cli.terminal import wants_colour
from glossary.errors import EXIT_FINDINGS, InvalidInput
from glossary.services.defaults import DEFAULT_TOP

if TYPE_CHECKING:
    from glossary.model import PackedDocument
    from glossary.report.annotation import MarkedText
    from glossary.report.annotation_json import Tally

MOST_TOP = 10_000
HtmlOption = Annotated[bool, typer.Option("--html", help="Write a page: what is known of each term.")]


class Form(Enum):
    """In which form a text with its terms is written."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    INLINE = "inline"
    XLIFF = "xliff"


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("annotate")(annotate)


def annotate(
    files: Annotated[list[str], typer.Argument(help="A file of any kind that mining reads, or - for stdin.")],
    json: JsonOption = False,
    html: HtmlOption = False,
    inline: Annotated[bool, typer.Option("--inline", help="Write the text as term{rendering}.")] = False,
    xliff: Annotated[bool, typer.Option("--xliff", help="Write XLIFF 2 with the glossary module.")] = False,
    nested: Annotated[bool, typer.Option("--nested", help="With --json: terms inside others too.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell how far the base covers the terms that recur.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option(
            min=1, max=MOST_TOP, help=f"With --coverage: the most mined terms to count; else {DEFAULT_TOP}."
        ),
    ] = None,
    output: OutputOption = STDOUT,
    db: DbOption = None,
) -> None:
    """Mark the known terms of a text with what to write for each; where there is none it ends with 1.

    --coverage tells instead, of files and folders, how many of the terms that recur the base knows.
    """
    form = Form(choose_one(json=json, html=html, inline=inline, xliff=xliff) or Form.TERMINAL)
    if nested and (form is not Form.JSON or coverage):
        raise InvalidInput("--nested goes with --json: one term inside another cannot be shown otherwise")
    if len(files) > 1 and not coverage:
        raise InvalidInput("annotate takes one file; several, or a folder, go with --coverage")
    if coverage:
        found = _cover_files(files, form, output, top=top or DEFAULT_TOP, db=db)
    else:
        refuse_without("--coverage", top=top)
        found = _annotate_file(files[0], form, output, nested=nested, db=db)
    if not found:
        raise typer.Exit(EXIT_FINDINGS)


def _annotate_file(name: str, form: Form, output: Path, *, nested: bool, db: str | None) -> int:
    """Write the text with its terms and return how many were found."""
    from glossary.report.annotation_json import Tally
    from glossary.services.recognition.annotating import Annotator
    from glossary.services.recognition.lexicon import Lexicon
    from glossary.services.recognition.texts import open_text

    tally = Tally()
    with (
        open_text(name) as (shown, passages),
        reading(db) as base,
        show_progress() as progress,
    ):
        annotator = Annotator(Lexicon(base), nested=nested)
        marked = tally.counting(annotator.annotate(passages.texts, kind=passages.kind))
        told = _telling(marked, lambda: progress("annotating", passages.read(), passages.size))
        save_or_print(_write(told, form, tally, name=shown), output, is_file=form in (Form.HTML, Form.XLIFF))
    return tally.matches


def _cover_files(files: list[str], form: Form, output: Path, *, top: int, db: str | None) -> int:
    """Write how far the base covers the terms that recur in files; return how many of them it knows."""
    from glossary.cli.coverage import write_coverage
    from glossary.services.mining.settings import Settings
    from glossary.services.recognition.coverage import cover_paths, mark_documents
    from glossary.services.recognition.lexicon import Lexicon

    if form not in (Form.TERMINAL, Form.JSON, Form.HTML):
        raise InvalidInput("--coverage is a table, or --json or --html")
    with reading(db) as base, show_progress() as progress:
        lexicon = Lexicon(base)
        covered = cover_paths(lexicon, files, Settings(top=top), progress=progress)
        for entry in covered.unread:
            print_note(f"not read: {entry.path}: {entry.reason}")
        if copies := covered.coverage.copies:
            print_note(f"left out: {copies} near-{'copy' if copies == 1 else 'copies'} of another text")
        matches = _describe_documents(mark_documents(lexicon, covered.documents))
        pieces = write_coverage(covered.coverage, form.value, names=_shown(files), matches=matches)
        save_or_print(pieces, output, is_file=form is Form.HTML)
    share = covered.coverage.of_terms
    return share.total - share.missing


def _describe_documents(marked: "Iterable[tuple[PackedDocument, MarkedText]]") -> "Iterator[dict[str, Any]]":
    """Yield the matches of several documents, each with the id and the first path of its own."""
    from glossary.report.annotation_json import describe_marks

    for document, passage in marked:
        whose = {"document": document.id, "path": document.header.paths[0]}
        yield from (whose | match for match in describe_marks(passage))


def _shown(files: list[str]) -> list[str]:
    from glossary.services.recognition.texts import STDIN, STDIN_NAME

    return [STDIN_NAME if name == STDIN else name for name in files]


def _telling(marked: "Iterable[MarkedText]", tell: Callable[[], None]) -> "Iterator[MarkedText]":
    for passage in marked:
        yield passage
        tell()


def _write(marked: "Iterable[MarkedText]", form: Form, tally: "Tally", *, name: str) -> Iterator[str]:
    """Yield the pieces of the output, as the text goes by."""
    if form is Form.JSON:
        yield from _write_json(marked, tally)
    elif form is Form.HTML:
        from glossary.report.annotation_page import write_annotation_page

        yield write_annotation_page(marked, title=Path(name).name)
    elif form is Form.XLIFF:
        from glossary.report.annotation_xliff import write_xliff

        yield from write_xliff(marked, original=name)
    else:
        from glossary.report.annotation_text import format_coloured, format_inline

        in_colour = form is Form.TERMINAL and wants_colour()
        pieces = map(format_coloured if in_colour else format_inline, marked)
        yield from pieces if form is Form.INLINE else _end_line(pieces)


def _end_line(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces with a line end after the last, so that the prompt stands on its own line."""
    last = ""
    for piece in pieces:
        yield piece
        last = piece
    if not last.endswith("\n"):
        yield "\n"


def _write_json(marked: "Iterable[MarkedText]", tally: "Tally") -> Iterator[str]:
    from glossary.cli.coverage import write_matches
    from glossary.report.annotation_json import describe_marks

    matches = (match for passage in marked for match in describe_marks(passage))
    return write_matches(matches, tally.describe)
