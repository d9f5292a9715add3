"""Where the command begins: a plain lookup and `formats` are answered here, all else by the whole command.

Both are mostly start-up, so nothing is imported before it is needed, and nothing that imports much.
"""

import os
import sys

YOUNG_OBJECTS = 50_000
"""How many new objects there may be before garbage is looked for among them."""


def start() -> int:
    """Be the process of the command: a fast answer, flushed, ends it at once.

    Taking the interpreter down in order would take longer than the lookup, and there is nothing to put away.
    What the whole command loads stays until the end, so that the collector of garbage, which would walk it
    again and again, comes seldom, and not at all in the end: it is a fifth of the time of `glossary stats`.
    """
    import gc

    gc.set_threshold(YOUNG_OBJECTS)
    code = main()
    if "glossary.cli.app" not in sys.modules:
        sys.stderr.flush()
        os._exit(code)
    gc.freeze()
    return code


def main() -> int:
    """Run the command; return its exit code."""
    from glossary.cli.terminal import STOPPED_BY_USER, finish_output, let_all_be_printed

    try:
        let_all_be_printed()
        text = _answer_fast(sys.argv[1:])
        if text is not None:
            return finish_output(0, text)
        from glossary.cli.app import run

        return run()
    except KeyboardInterrupt:
        return STOPPED_BY_USER


def _answer_fast(arguments: list[str]) -> str | None:
    """Return what is printed, where that can be said without the whole command, else None."""
    if arguments == ["formats"]:
        from glossary.cli.format_table import tell_formats
        from glossary.cli.terminal import terminal_columns

        return tell_formats(columns=terminal_columns())
    if arguments == ["formats", "--json"]:
        from glossary.cli.format_table import tell_formats_in_json

        return tell_formats_in_json()
    return _look_up_fast(arguments)


def _look_up_fast(arguments: list[str]) -> str | None:
    """Return the printed answer to ``lookup TERM`` where it is an exact hit, else None."""
    if len(arguments) != 2 or arguments[0] != "lookup" or arguments[1].startswith("-"):
        return None
    from glossary.store.fast import find_exact

    found = find_exact(_choose_base(), arguments[1].strip())
    if found is None:
        return None
    from glossary.cli.terminal import terminal_columns, wants_colour
    from glossary.report.hits import format_answer

    return format_answer(*found, columns=terminal_columns(), colour=wants_colour())


def _choose_base() -> str:
    """Return the base as services/bases/choosing.py chooses it for reading, without what that imports."""
    named = os.environ.get("GLOSSARY_DB")
    if named:
        return named
    if os.path.exists("terms.db"):  # noqa: PTH110
        return "terms.db"
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    inside = package + os.sep + "terms.db"
    return inside if os.path.exists(inside) else package + os.sep + ".." + os.sep + "terms.db"  # noqa: PTH110
