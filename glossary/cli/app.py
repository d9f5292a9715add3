"""The command as a whole: every verb listed, the one that is asked for made; and how errors end."""

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from glossary.cli.terminal import STOPPED_BY_USER, finish_output, let_stdout_go, lose_output
from glossary.cli.verbs import VERBS
from glossary.errors import EXIT_WRONG_USE, GlossaryError


class Verbs(TyperGroup):
    """All verbs: listed by name and help, and made by their family when one is asked for.

    So `--help` and a verb alike wait for no other verb's imports; verbs.py says which family has which.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the verb that the arguments begin with, and what is left of them."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, listed and make_verb(str(listed.name)), rest


def make_app() -> Verbs:
    """Return the command with all its verbs."""
    return Verbs(
        name="glossary",
        help="Mine terms from Chinese documents, keep their English renderings with evidence, look them up.",
        commands={name: TyperCommand(name, help=line) for name, (_, line) in VERBS.items()},
        no_args_is_help=True,
        rich_markup_mode=None,
    )


def make_verb(name: str) -> Any:
    """Return a verb, or a group of verbs, as its family declares it."""
    family, _ = VERBS[name]
    return make_family(family)[name]


def make_family(family: str) -> dict[str, Any]:
    """Return the verbs of a module of this folder by name."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    import_module(f"glossary.cli.{family}").add_verbs(app)
    return dict(get_group(app).commands)


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
        from glossary.cli.output import with_options

        return _fail(with_options(f"error: {error}"), error.exit_code)
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
