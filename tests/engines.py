"""On which engines a test runs: on both, unless what it is about is only true of files."""

import pytest

ENGINES = ("sqlite", pytest.param("postgresql", marks=(pytest.mark.slow, pytest.mark.postgresql)))
FILES_ONLY = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
SERVER_ONLY = pytest.mark.parametrize("engine", ENGINES[1:], indirect=True)
