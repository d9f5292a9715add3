"""The driver is an extra: without it a URL says how to install it, and a file needs none."""

from pathlib import Path

import pytest

from glossary.errors import BaseError
from glossary.store import places


@pytest.fixture(autouse=True)
def _without_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "find_spec", lambda _name: None)


def test_a_url_says_how_to_install_it() -> None:
    with pytest.raises(BaseError, match=r"needs the driver pg8000; install it with `pip install '.\[post"):
        places.find_place("postgresql://mei@host/terms")


def test_a_file_needs_none(tmp_path: Path) -> None:
    assert places.find_place(str(tmp_path / "terms.db")).is_missing()
