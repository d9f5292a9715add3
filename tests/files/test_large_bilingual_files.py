"""A bilingual file of any size is read in memory that does not grow with it."""

import subprocess
import sys
from pathlib import Path

import pytest

FILE_BYTES = 20_000_000
MAX_MEGABYTES = 40
"""Half of them are Python and lxml; the tree of such a file would have 200 and more."""
STATUS = Path("/proc/self/status")
TMX = (
    '<tmx version="1.4"><header srclang="en"/><body>',
    '<tu><tuv xml:lang="en"><seg>grid <ph>x</ph>worker</seg></tuv>'
    '<tuv xml:lang="zh"><seg>网格员</seg></tuv></tu>',
    "</body></tmx>",
)
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="zh"><body>',
    "<group><trans-unit id='1'><source>grid worker</source><target>网格员</target></trans-unit></group>",
    "</body></file></xliff>",
)
COUNT = """
import re, sys
from pathlib import Path
from glossary.files.{kind} import read_{kind}
with open(sys.argv[1], "rb") as source:
    print(sum(1 for _ in read_{kind}(source)))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "shape"), [("tmx", TMX), ("xliff", XLIFF)])
def test_memory_does_not_grow_with_the_number_of_units(
    kind: str, shape: tuple[str, str, str], tmp_path: Path
) -> None:
    if not STATUS.exists():
        pytest.skip("no /proc/self/status, which tells the most memory that a process had")
    head, unit, tail = shape
    times = FILE_BYTES // len(unit.encode())
    path = tmp_path / "large"
    path.write_text(head + unit * times + tail, encoding="utf-8")
    code = COUNT.format(kind=kind)
    found = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    units, megabytes = map(int, found.stdout.split())
    assert units == times
    assert megabytes < MAX_MEGABYTES
