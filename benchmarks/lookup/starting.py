"""How long a command takes from start to end, beside a Python that does nothing."""

import compileall
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import glossary

ROUNDS = 15
# What the console script does, without depending on where it is installed.
START = "import sys; from glossary.cli.entry import start; sys.exit(start())"
NOTHING = [sys.executable, "-c", "pass"]


def time_commands(base: Path, term: str, *, inside: str) -> dict[str, float]:
    """Return the median seconds of each command; the commands take turns, so that a busy moment hits all.

    ``term`` is one that the base has, ``inside`` a part of terms, which the short way leaves to the whole
    program.
    """
    compileall.compile_dir(str(Path(glossary.__file__).parent), quiet=1)
    environment = _environment(base)
    commands = {
        "python -c pass": NOTHING,
        "lookup, cold": [sys.executable, "-c", START, "lookup", term],
        "--help": [sys.executable, "-c", START, "--help"],
        "formats": [sys.executable, "-c", START, "formats"],
        "stats": [sys.executable, "-c", START, "stats"],
        "lookup --json": [sys.executable, "-c", START, "lookup", inside, "--json"],
    }
    rounds = [
        {name: _time(command, environment) for name, command in commands.items()} for _ in range(ROUNDS + 1)
    ]
    return {name: statistics.median(one[name] for one in rounds[1:]) for name in commands}


def _environment(base: Path) -> Mapping[str, str]:
    own = {"GLOSSARY_DB": str(base), "PYTHONPATH": str(Path(glossary.__file__).parent.parent)}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


def _time(command: Sequence[str], environment: Mapping[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started
