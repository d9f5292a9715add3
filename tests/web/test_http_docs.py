"""docs/http.md: every endpoint has its heading, and every example is run in order and answers as it says.

Ids, versions and times differ from base to base: each in the document stands for one in the answer, the same
wherever it comes again. ``…`` stands for what is left out.
"""

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fastapi.testclient import TestClient

DOCUMENT = Path(__file__).parents[2] / "docs" / "http.md"
SERVER = "http://127.0.0.1:8000"
MORE = "…"
FENCE = re.compile(r"^```\n\$ (curl .*?)\n```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^### `([A-Z]+) (/\S+)`$", re.MULTILINE)
VARIABLE = re.compile(r"\b(?:[vsr][a-z2-7]{10}|c[a-z2-7]{7})\b")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FIXED = frozenset({"caaaaaaa", "cbbbbbbb"})


@dataclass
class Example:
    """One call: what is sent, and what the document says comes back."""

    command: str
    method: str = "GET"
    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    content: str | None = None
    status: int = 200
    answered_headers: dict[str, str] = field(default_factory=dict)
    answer: object = None


def read_examples() -> Iterator[Example]:
    for block in FENCE.findall(DOCUMENT.read_text(encoding="utf-8")):
        command, output = split_block(block)
        yield read_output(read_command(command), output)


def split_block(block: str) -> tuple[str, str]:
    """Return command and output: the command ends with the first line that leaves no quote open."""
    lines = block.split("\n")
    for end in range(1, len(lines) + 1):
        command = "\n".join(lines[:end])
        if command.count("'") % 2 == 0 and not command.endswith("\\"):
            return command.replace("\\\n", " "), "\n".join(lines[end:])
    raise AssertionError(f"no end of the command: {block}")


def read_command(command: str) -> Example:
    example = Example(command)
    words = iter(shlex.split(command)[1:])
    for word in words:
        match word:
            case "-X":
                example.method = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                example.headers[name] = value
            case "-d":
                example.content = next(words)
                example.method = "POST" if example.method == "GET" else example.method
            case "--data-urlencode":
                name, _, value = next(words).partition("=")
                example.params[name] = value
            case "-i" | "-G" | "-O" | "-J":
                pass
            case _:
                example.url = word.removeprefix(SERVER)
    return example


def read_output(example: Example, output: str) -> Example:
    if output.startswith("HTTP/"):
        head, _, output = output.partition("\n\n")
        first, *headers = head.split("\n")
        example.status = int(first.split()[1])
        example.answered_headers = dict(line.split(": ", 1) for line in headers)
    example.answer = json.loads(output) if output else None
    return example


class Reader:
    """Compares answers with the document, and keeps what each id of the document stands for."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def fill(self, text: str) -> str:
        return VARIABLE.sub(lambda found: self.known.get(found[0], found[0]), text)

    def compare(self, said: object, real: object) -> None:
        if isinstance(said, dict):
            assert isinstance(real, dict)
            named = said.keys() - {MORE}
            assert named == real.keys() if MORE not in said else named <= real.keys()
            for name in named:
                self.compare(said[name], real[name])
        elif isinstance(said, list):
            assert isinstance(real, list)
            named_first = said[:-1] if said and said[-1] == MORE else said
            assert len(named_first) <= len(real) if MORE in said else len(said) == len(real)
            for one, other in zip(named_first, real, strict=False):
                self.compare(one, other)
        elif isinstance(said, str):
            self.compare_texts(said, str(real))
        else:
            assert said == real

    def compare_texts(self, said: str, real: str) -> None:
        names = [name for name in VARIABLE.findall(said) if name not in FIXED]
        pattern = re.escape(MOMENT.sub("@", said)).replace("@", MOMENT.pattern).replace(MORE, "(?s:.*)")
        for name in names:
            shape = re.escape(self.known[name]) if name in self.known else f"({name[0]}[a-z2-7]{{7,10}})"
            pattern = pattern.replace(name, shape)
        found = re.fullmatch(pattern, real)
        assert found, f"{real} is not {said}"
        fresh = [name for name in names if name not in self.known]
        self.known |= dict(zip(fresh, found.groups(), strict=True))


def run(example: Example, client: TestClient, reader: Reader) -> None:
    response = client.request(
        example.method,
        reader.fill(example.url),
        headers={name: reader.fill(value) for name, value in example.headers.items()},
        params=example.params or None,
        content=reader.fill(example.content).encode() if example.content else None,
        follow_redirects=False,
    )
    assert response.is_success if example.status == 200 else response.status_code == example.status
    for name, value in example.answered_headers.items():
        reader.compare_texts(value, response.headers[name])
    if example.answer is not None:
        reader.compare(example.answer, response.json())


def test_every_endpoint_has_its_heading_and_no_other_does(client):
    paths = client.get("/openapi.json").json()["paths"]
    described = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    assert set(HEADING.findall(DOCUMENT.read_text(encoding="utf-8"))) == described


def test_every_endpoint_has_an_example(client):
    text = DOCUMENT.read_text(encoding="utf-8")
    parts = HEADING.split(text)[1:]
    lacking = [path for _, path, body in zip(*[iter(parts)] * 3, strict=True) if "$ curl " not in body]
    assert not lacking


def test_every_example_answers_as_the_document_says(own_client):
    reader = Reader()
    for example in read_examples():
        try:
            run(example, own_client, reader)
        except AssertionError as error:
            raise AssertionError(f"{example.command}\n{error}") from None
