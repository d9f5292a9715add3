"""The Typer application: every verb, and how errors end."""

import sys

import typer

from glossary.cli import (
    aligning,
    annotate,
    base,
    checking,
    concepts,
    curation,
    doctor,
    exchange,
    importing,
    lookup,
    memory,
    mining,
    reporting,
    review,
    serving,
)
from glossary.cli.terminal import STOPPED_BY_USER, finish_output, let_stdout_go, lose_output
from glossary.errors import EXIT_WRONG_USE, GlossaryError

FAMILIES = (
    lookup,
    annotate,
    mining,
    aligning,
    reporting,
    review,
    curation,
    concepts,
    memory,
    exchange,
    importing,
    checking,
    base,
    doctor,
    serving,
)


def make_app() -> typer.Typer:
    """Return the application with the verbs of every family."""
    app = typer.Typer(
        name="glossary",
        help="Mine terms from Chinese documents, keep their English renderings with evidence, look them up.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
        rich_markup_mode=None,
    )
    for family in FAMILIES:
        family.add_verbs(app)
    return app


def run() -> int:
    """Run the application on the command line; return the exit code. No traceback reaches the user."""
    try:
        make_app()()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # Typer ends so with 1, which means findings
            let_stdout_go()
            return 0
        return _finish(stop.code if isinstance(stop.code, int) else 0)
    except GlossaryError as error:
        return _fail(f"error: {error}", error.exit_code)
    except BrokenPipeError:
        let_stdout_go()
    except OSError as error:
        if error.filename is None:
            return lose_output(error)
        return _fail(f"error: {error.filename}: {error.strerror}", EXIT_WRONG_USE)
    return finish_output(0)


def _finish(code: int) -> int:
    if code == STOPPED_BY_USER:
        return _fail("stopped; the termbase holds no half-made change", code)
    return finish_output(code)


def _fail(message: str, code: int) -> int:
    sys.stderr.write(message.encode("utf-8", "backslashreplace").decode() + "\n")
    return finish_output(code)
