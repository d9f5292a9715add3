"""An import of a file, as a user runs it, in a process of its own; it prints the most memory it held.

``python -m benchmarks.formats.importing FILE BASE``: the base is made; the number is in bytes.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.formats.reading import Taken, read_in_process, write_file
