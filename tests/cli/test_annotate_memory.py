"""A long text is annotated in memory that does not grow with it."""

import subprocess
import sys
from pathlib import Path

import pytest

LINE = "网格员在“雪亮工程”的视频里看见三无船舶，报给综治中心；社管平台派单，網格員再去走访。\n"
SMALL_BYTES, LARGE_BYTES = 10_000_000, 30_000_000
MOST_GROWTH_KIB = 40_000
MEASURED = """
import resource, sys
from glossary.cli.entry import main
sys.argv = ["glossary", "annotate", sys.argv[1], "--json", "-o", "/dev/null"]
main()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_kib(folder: Path, size: int) -> int:
    text = folder / f"{size}.txt"
    encoded = LINE.encode()
    text.write_bytes(encoded * (size // len(encoded)))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, str(text)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return int(ran.stdout.split()[-1])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss counts in other units elsewhere")
def test_the_peak_does_not_grow_with_the_text(tmp_path: Path) -> None:
    small, large = peak_kib(tmp_path, SMALL_BYTES), peak_kib(tmp_path, LARGE_BYTES)
    assert large < small + MOST_GROWTH_KIB
