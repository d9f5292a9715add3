"""A long file is imported in memory that does not grow with it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SMALL, LARGE = 1_000, 4_000
"""Concepts."""
MOST_GROWTH_MB = 12
KIB_A_MB = 1_024
DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
MEASURED = """
import sys
from pathlib import Path
from glossary.store import connecting
connecting.MOST_CACHED_KIB = 4_096
from glossary.cli.app import run
sys.argv = ["glossary", "import", sys.argv[1], "--db", sys.argv[2], "--json"]
run()
print(Path("/proc/self/status").read_text())
"""


def write_table(folder: Path, number: int) -> Path:
    """Write so many concepts, each like two others, and as many rows that cannot be read."""
    rows = ["id,zh,en"]
    for serial in range(number):
        rows.append(f",第{str(serial).translate(DIGITS)}号水站,water station {serial // 3}")
        rows.append(f",,weir {serial}")
    path = folder / f"{number}.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def peak_mb(folder: Path, number: int) -> float:
    table = write_table(folder, number)
    command = [sys.executable, "-c", MEASURED, str(table), str(table.with_suffix(".db"))]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    (peak,) = re.findall(r"VmHWM:\s*(\d+)", said.stdout)
    return int(peak) / KIB_A_MB


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says in /proc what a process held at most")
def test_the_peak_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small, large = (peak_mb(tmp_path, number) for number in (SMALL, LARGE))
    assert large < small + MOST_GROWTH_MB
