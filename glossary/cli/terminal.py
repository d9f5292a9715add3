"""The terminal at the other end of stdout; imports next to nothing, since the fast lookup pays it."""

import io
import os
import sys

DEFAULT_COLUMNS = 100


STOPPED_BY_USER = 130
OUTPUT_IS_LOST = 2


def let_all_be_printed() -> None:
    """Print an escape where the terminal's encoding lacks a character, or a name is no text at all.

    A stream that was closed before we began is one that swallows everything.
    """
    sys.stdout = sys.stdout or io.open(os.devnull, "w")  # noqa: SIM115, UP020
    sys.stderr = sys.stderr or io.open(os.devnull, "w")  # noqa: SIM115, UP020
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def finish_output(code: int, text: str = "") -> int:
    """Print the last text and what is waiting; return the exit code, or another one where that is lost."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        let_stdout_go()
    except OSError as error:
        return lose_output(error)
    return code


def lose_output(error: OSError) -> int:
    """Say that the output cannot be written, and why; return the exit code."""
    let_stdout_go()
    sys.stderr.write("error: the output cannot be written (" + str(error.strerror) + ")\n")
    return OUTPUT_IS_LOST


def let_stdout_go() -> None:
    """Whoever read our output has gone, or its disk is full: what is left to write goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def terminal_columns() -> int:
    """Return how wide the terminal is, or the usual width where the output is no terminal."""
    try:
        return int(os.environ.get("COLUMNS", "")) or DEFAULT_COLUMNS
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or DEFAULT_COLUMNS
    except (OSError, ValueError):
        return DEFAULT_COLUMNS


def can_be_filled() -> bool:
    """Whether somebody sits at a terminal whose whole screen may be drawn on."""
    streams = (sys.stdin, sys.stdout)
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    return is_terminal and os.environ.get("TERM") != "dumb"


def wants_colour() -> bool:
    """Whether the output is a terminal and nobody asked for plain text (NO_COLOR)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
