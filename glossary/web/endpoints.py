"""An OpenAPI description as the list that a person reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an endpoint, or one member of the body; ``usual`` is its default as text."""

    name: str
    place: str
    required: bool
    usual: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One method of one path; ``members`` are those of the body."""

    method: str
    path: str
    description: str
    parameters: tuple[Parameter, ...]
    members: tuple[Parameter, ...] = ()


def list_endpoints(description: Mapping[str, Any]) -> list[Endpoint]:
    """Return every endpoint of an OpenAPI description in its order."""
    schemas = description.get("components", {}).get("schemas", {})
    return [
        endpoint
        for path, methods in description["paths"].items()
        for endpoint in _read_path(path, methods, schemas)
    ]


def _read_path(path: str, methods: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[Endpoint]:
    for method, operation in methods.items():
        yield Endpoint(
            method=method.upper(),
            path=path,
            description=operation.get("description", ""),
            parameters=tuple(map(_read_parameter, operation.get("parameters", ()))),
            members=tuple(_read_members(operation.get("requestBody", {}), schemas)),
        )


def _read_members(body: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[Parameter]:
    content = body.get("content", {}).get(JSON, {}).get("schema", {})
    for one in content.get("anyOf", [content]):
        schema = schemas.get(one.get("$ref", "").rpartition("/")[2], {})
        for name, declared in schema.get("properties", {}).items():
            yield Parameter(
                name=name,
                place="body",
                required=name in schema.get("required", ()),
                usual=_say(declared.get("default")),
                description=declared.get("description", ""),
            )


def _read_parameter(declared: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=declared["name"],
        place=declared["in"],
        required=declared["required"],
        usual=_say(declared["schema"].get("default")),
        description=declared.get("description", ""),
    )


def _say(default: object) -> str:
    """Return a default as text; an empty one, no and nothing go without saying."""
    return str(default) if default else ""
