"""An OpenAPI description as the list that a person reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an endpoint; ``usual`` is its default as text."""

    name: str
    place: str
    required: bool
    usual: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One method of one path."""

    method: str
    path: str
    description: str
    parameters: tuple[Parameter, ...]


def list_endpoints(description: Mapping[str, Any]) -> list[Endpoint]:
    """Return every endpoint of an OpenAPI description in its order."""
    return [
        endpoint for path, methods in description["paths"].items() for endpoint in _read_path(path, methods)
    ]


def _read_path(path: str, methods: Mapping[str, Any]) -> Iterator[Endpoint]:
    for method, operation in methods.items():
        yield Endpoint(
            method=method.upper(),
            path=path,
            description=operation.get("description", ""),
            parameters=tuple(map(_read_parameter, operation.get("parameters", ()))),
        )


def _read_parameter(declared: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=declared["name"],
        place=declared["in"],
        required=declared["required"],
        usual=str(declared["schema"].get("default", "")),
        description=declared.get("description", ""),
    )
