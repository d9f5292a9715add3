"""Which version of the program answers."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the installed version, or ``0`` in a folder of sources that was never installed."""
    try:
        return version("glossary")
    except PackageNotFoundError:
        return "0"
