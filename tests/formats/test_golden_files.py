"""Small files that were once read by eye: whoever changes a byte of them means it."""

from pathlib import Path

import pytest
from format_samples import GRID_WORKER, PLATFORM, exported_bytes

from glossary.formats.registry import find_format

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("path", sorted(GOLDEN.iterdir()), ids=lambda path: path.name)
def test_the_bytes_of_an_export_are_those_of_the_golden_file(path: Path) -> None:
    format_ = find_format(path.name.partition(".")[0])

    assert (
        exported_bytes(format_, [PLATFORM, GRID_WORKER], snapshot="17").decode() == path.read_bytes().decode()
    )
