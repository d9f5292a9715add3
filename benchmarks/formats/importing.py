"""An import, as a user runs it, in a process of its own: ``python -m benchmarks.formats.importing FILE``.

It prints its seconds of the processor, and the most memory it held, in bytes; the base is a new one.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.formats.reading import Taken, peak_bytes, write_file
from glossary.cli.app import run

MOST_CONCEPTS = 100_000
"""A million take half an hour."""


def import_in_process(name: str, number: int) -> Taken:
    """Return what an import of a file of so many concepts takes in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_file(Path(folder), name, number)
        command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, str(file)]
        root = Path(__file__).parents[2]
        said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout.split()
    return Taken(float(said[-2]), int(said[-1]))


def main() -> None:
    """Import the file on the command line and print what that takes."""
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        sys.argv = ["glossary", "import", sys.argv[1], "--db", str(Path(folder) / "new.db")]
        code = run()
    print(time.process_time() - started, peak_bytes())
    sys.exit(code)


if __name__ == "__main__":
    main()
