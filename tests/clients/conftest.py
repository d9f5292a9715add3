"""Programs that read our files, in an environment of their own; all tests here are slow."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENVIRONMENT = Path(__file__).parents[2] / ".venv-clients"
MOST_SECONDS = 240


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.clients)


def give_up(absent: str) -> None:
    """Skip a test whose program is not here; where everything must be proven, fail."""
    said = f"{absent} is absent; .ci/install and `make test-clients` install it"
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)


def require(name: str) -> str:
    """Return where a program lies."""
    found = shutil.which(name)
    if found is None:
        give_up(name)
    return str(found)


def run(*command: object, **more: object) -> str:
    """Return what a program prints; one that fails says why."""
    words = [str(word) for word in command]
    ran = subprocess.run(words, capture_output=True, timeout=MOST_SECONDS, **more)
    assert ran.returncode == 0, f"{words}\n{ran.stdout.decode()}\n{ran.stderr.decode()}"
    return ran.stdout.decode()


def run_client(script: str, *arguments: object) -> str:
    """Return what a script prints in the environment of the clients."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.is_file():
        give_up(".venv-clients")
    return run(python, "-c", script, *arguments)


def run_node(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Return how a script of the folder beside ended, with the packages of the clients."""
    if not (ENVIRONMENT / "node_modules" / "ajv").is_dir():
        give_up(".venv-clients/node_modules/ajv")
    words = [require("node"), str(HERE / "node" / script), *map(str, arguments)]
    environment = {**os.environ, "NODE_PATH": str(ENVIRONMENT / "node_modules")}
    return subprocess.run(words, capture_output=True, text=True, timeout=MOST_SECONDS, env=environment)


def run_ajv(schema: Path, data: Path, *flags: str) -> str:
    """Return what ajv finds wrong with a file of JSON, a line each; nothing where it is valid."""
    ran = run_node("validate.cjs", schema, data, *flags)
    assert ran.returncode == 0 or ran.stderr, ran.stdout
    return ran.stderr
