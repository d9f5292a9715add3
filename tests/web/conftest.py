"""A small base of two concepts and one sample text, and a client that asks the application over it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from glossary.services.bases.building import build_base
from glossary.services.bases.choosing import Choice
from glossary.services.recognition.automata import Shelf
from glossary.web.app import holding_open, make_app

CONCEPTS = """
[[concept]]
id = "caaaaaaa"
subject_field = "grid-based management"
scope = "Hainan"
note = "Not an engineer."
definitions = [
  { language = "en", text = "Somebody who looks after one grid." },
  { language = "zh", text = "负责一个网格的人。" },
]
terms = [
  { text = "网格员", status = "preferred" },
  { text = "网格管理员", term_type = "variant" },
]

[[concept.rendering]]
text = "grid worker"
status = "preferred"

[[concept.rendering.evidence]]
publisher = "Morning News"
title = "A day in the grid"
date = "2020-03"
url = "https://example.org/day"
tier = "media"
basis = "english-only"

[[concept.rendering.evidence]]
publisher = "Evening News"
title = "Do not click"
tier = "media"

[[concept.rendering]]
text = "<b>gridder</b>"
status = "forbidden"
instead = "grid worker"
evidence = [ { tier = "composed" } ]

[[concept]]
id = "cbbbbbbb"
subject_field = "grid-based management"
terms = [ { text = "网格员之家", status = "preferred" } ]

[[concept.rendering]]
text = "grid workers' home"
status = "preferred"
evidence = [ { tier = "composed" } ]
"""
SAMPLE_TEXT = """---
sample: true
title: 椰林镇的一天
publisher: 椰风晚报
date: 2021-04-16
---
清晨七点，网格员已经开始走访。椰林镇的调解驿站里，村民正在等候。
调解驿站去年成立，调解驿站的值班表贴在门口，网格员把纠纷带到调解驿站来说。
"""


@pytest.fixture(scope="session")
def built_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a base that no test writes to."""
    folder = tmp_path_factory.mktemp("web")
    for name, text in (("concepts/grid.toml", CONCEPTS), ("documents/day.txt", SAMPLE_TEXT)):
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    build_base(folder / "seeds", str(folder / "terms.db"))
    return folder / "terms.db"


@pytest.fixture(scope="session")
def client(built_base: Path) -> Iterator[TestClient]:
    """Return a client over the base that no test writes to, nor can."""
    with TestClient(make_app(Choice(str(built_base), named=True), read_only=True)) as opened:
        yield opened


@pytest.fixture
def own_base(built_base: Path, tmp_path: Path) -> Path:
    """Return a copy of the base for one test to change."""
    return Path(shutil.copyfile(built_base, tmp_path / "terms.db"))


@pytest.fixture(scope="session")
def startable() -> FastAPI:
    """Return an application that has no base yet: to make it takes longer than most tests."""
    return make_app(Choice("", named=True), user="server")


@pytest.fixture
def own_client(startable: FastAPI, own_base: Path) -> Iterator[TestClient]:
    """Return a client over that copy, which gets an answer even where the program fails."""
    opening = holding_open(Choice(str(own_base), named=True), read_only=False, patience_seconds=0)
    startable.router.lifespan_context = opening
    startable.state.shelf = Shelf()
    with TestClient(startable, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def read(own_client: TestClient) -> Callable[[str], tuple[dict, str]]:
    """Return what reads a concept of the own base: its JSON, and the ETag to send back."""

    def read_concept(id: str = "caaaaaaa") -> tuple[dict, str]:
        response = own_client.get(f"/api/v1/concepts/{id}")
        return response.json(), response.headers["ETag"]

    return read_concept
